package io.github.musicgen.models.training.course;

import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.CorpusOptionsJson;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Where a model comes from, in words. */
public final class Provenance {
    private Provenance() {}

    /** What a corpus is, and how it was read, so that others are read the same way. */
    static Map<String, String> of(Corpus corpus) {
        Map<String, String> origin =
                new TreeMap<>(ofPieces(corpus.fingerprint(), corpus.pieces().size()));
        origin.put(CorpusOptionsJson.PROVENANCE_NAME, JsonWriter.toText(CorpusOptionsJson.of(corpus.options())));
        return origin;
    }

    /**
     * What a corpus is.
     *
     * @param fingerprint tells it from any other
     * @param pieces how many it has
     * @return values by name
     */
    public static Map<String, String> ofPieces(String fingerprint, int pieces) {
        return Map.of("corpus", fingerprint, "pieces", Integer.toString(pieces));
    }

    /**
     * A card with all that is known of a training.
     *
     * @param card as it was given
     * @param learned what {@link #of} told
     * @param seed of the training
     * @param options of the training, in words
     * @param figures of the model, by name
     * @return the card
     */
    public static ModelCard onCard(
            ModelCard card, Map<String, String> learned, long seed, String options, Map<String, Double> figures) {
        Map<String, String> provenance = new TreeMap<>(card.provenance());
        provenance.putAll(learned);
        provenance.put("seed", Long.toString(seed));
        provenance.put("training", options);
        Map<String, Double> all = new TreeMap<>(card.figures());
        all.putAll(figures);
        return new ModelCard(card.id(), card.description(), card.license(), card.attribution(), provenance, all);
    }

    /**
     * What a training adds to a card.
     *
     * @param origin where the music comes from
     * @param what the name under which their number stands
     * @param learned how many it learned
     * @param bestEpoch of all epochs, from 1 on
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
     * @param what the name under which their number stands
     * @param learned how many it learned
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
