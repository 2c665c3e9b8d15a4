package io.github.musicgen.models.training;

import io.github.musicgen.api.codec.ConfigurationJson;
import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.CorpusOptionsJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Where a model comes from, in words. */
final class Provenance {
    private Provenance() {}

    /** What a corpus is, and how it was read, so that others are read the same way. */
    static Map<String, String> of(Corpus corpus) {
        return Map.of(
                "corpus",
                corpus.fingerprint(),
                "pieces",
                Integer.toString(corpus.pieces().size()),
                CorpusOptionsJson.PROVENANCE_NAME,
                JsonWriter.toText(CorpusOptionsJson.of(corpus.options())));
    }

    /** All that decides the weights. */
    static Map<String, String> identity(
            MelodyRnnConfiguration configuration, TrainingOptions options, TrainingData data) {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("model", JsonWriter.toText(ConfigurationJson.of(configuration)));
        // How long it may go on does not change the way: a training that has ended can be given more epochs.
        identity.put(
                "options", options.toBuilder().epochs(1).patience(1).build().toString());
        identity.put("melodies", data.fingerprint());
        return identity;
    }

    /** What a training adds to a card. */
    static Map<String, String> of(TrainingOptions options, TrainingData data, int bestEpoch, long steps) {
        Map<String, String> provenance =
                of(data.origin(), "melodies", data.training().size(), bestEpoch, steps);
        provenance.put("seed", Long.toString(options.seed()));
        provenance.put("training", options.toString());
        return provenance;
    }

    /** What the training of a model of any family adds: what it learned is named in the plural. */
    static Map<String, String> of(Map<String, String> origin, String what, int learned, int bestEpoch, long steps) {
        Map<String, String> provenance = of(origin, what, learned, steps);
        provenance.put("bestEpoch", Integer.toString(bestEpoch));
        return provenance;
    }

    /** The same of several networks, each of which has a best epoch. */
    static Map<String, String> of(Map<String, String> origin, String what, int learned, long steps) {
        Map<String, String> provenance = new TreeMap<>(origin);
        provenance.put(what, Integer.toString(learned));
        provenance.put("steps", Long.toString(steps));
        provenance.put("library", version());
        provenance.put("java", Runtime.version().toString());
        provenance.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return provenance;
    }

    private static String version() {
        return "musicgen "
                + Objects.requireNonNullElse(
                        Provenance.class.getPackage().getImplementationVersion(), "(not packaged)");
    }
}
