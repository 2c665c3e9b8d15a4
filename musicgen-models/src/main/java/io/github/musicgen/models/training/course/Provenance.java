package io.github.musicgen.models.training.course;

import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.CorpusOptionsJson;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Where a model comes from, in words. */
public final class Provenance {
    private Provenance() {}

    /**
     * What a corpus is, and how it was read, so that others are read the same way.
     *
     * @param corpus the corpus
     * @return values by name
     */
    public static Map<String, String> of(Corpus corpus) {
        return Map.of(
                "corpus",
                corpus.fingerprint(),
                "pieces",
                Integer.toString(corpus.pieces().size()),
                CorpusOptionsJson.PROVENANCE_NAME,
                JsonWriter.toText(CorpusOptionsJson.of(corpus.options())));
    }

    /**
     * What a training adds to a card.
     *
     * @param origin where the music comes from
     * @param what it learned, in the plural
     * @param learned how many of them
     * @param bestEpoch of all epochs, from 0 on
     * @param steps how often weights were moved
     * @return values by name
     */
    public static Map<String, String> of(
            Map<String, String> origin, String what, int learned, int bestEpoch, long steps) {
        Map<String, String> provenance = of(origin, what, learned, steps);
        provenance.put("bestEpoch", Integer.toString(bestEpoch));
        return provenance;
    }

    /**
     * What a training of several networks adds, each of which has a best epoch.
     *
     * @param origin where the music comes from
     * @param what they learned, in the plural
     * @param learned how many of them
     * @param steps how often weights were moved
     * @return values by name
     */
    public static Map<String, String> of(Map<String, String> origin, String what, int learned, long steps) {
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
