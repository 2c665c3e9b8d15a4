package io.github.musicgen.models.training;

import io.github.musicgen.api.bandvae.BandVae;
import io.github.musicgen.api.bandvae.PlayOptions;
import io.github.musicgen.api.bundle.BandVaeBundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.models.corpus.BandSplit;
import io.github.musicgen.models.corpus.LedPiece;
import io.github.musicgen.models.evaluation.BandHarmony;
import io.github.musicgen.models.evaluation.BandPresence;
import io.github.musicgen.models.evaluation.BandScore;
import io.github.musicgen.models.evaluation.Listening;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the card of a trained band tells, on the test side: beside networks of the same sizes, trained alike, that listen to the first
 * instrument alone, or to nobody.
 *
 * @param options that the band was trained with
 * @param data of which it has learned one side and is judged on another
 */
record BandFigures(BandTrainingOptions options, BandSplit data) {
    private static final long SCORE_SEED = 1;
    private static final int SAMPLES = 16;

    /** Openings of so many segments are continued by so many. */
    private static final int OPENING = 8;

    private static final int SONG = 32;
    private static final Map<Listening, String> NAMES =
            Map.of(Listening.ALL, "Nats", Listening.FIRST, "FirstHeard", Listening.NOBODY, "NobodyHeard");

    /** Of pieces as they are, of the same led by others, and of what it plays. */
    Map<String, Double> of(BandVaeBundle bundle) throws IOException {
        Map<Listening, BandVaeBundle> listening =
                new EnumMap<>(BandTrainingRun.listening(bundle, options, data, Listening.FIRST, Listening.NOBODY));
        listening.put(Listening.ALL, bundle);
        Map<String, Double> figures = new TreeMap<>();
        figures.put("testPieces", (double) data.test().size());
        Map<Listening, BandScore> scores = scores(listening, LedPiece.asTheyAre(data.test()));
        BandScore all = Objects.requireNonNull(scores.get(Listening.ALL));
        figures.put("testSegments", (double) all.instruments().get(0).segments());
        figures.put("testNats", all.nats());
        figures.put("testFrequencies", all.frequencies());
        figures.put("testRepetition", all.repetition());
        for (BandScore.Part part : all.instruments()) {
            figures.put("testFrequencies." + part.name(), part.frequencies());
            figures.put("testRepetition." + part.name(), part.repetition());
        }
        figures.putAll(listening("test", scores));
        List<LedPiece> led = LedPiece.byOthers(bundle.configuration(), data.test());
        if (!led.isEmpty()) {
            figures.putAll(listening("testLed", scores(listening, led)));
        }
        figures.putAll(played(bundle));
        return figures;
    }

    private Map<Listening, BandScore> scores(Map<Listening, BandVaeBundle> listening, List<LedPiece> test) {
        Map<Listening, BandScore> scores = new EnumMap<>(Listening.class);
        listening.forEach((who, bundle) -> scores.put(
                who, BandScore.of(bundle.model(Engine.portable()), data.training(), test, who, SAMPLES, SCORE_SEED)));
        return scores;
    }

    /** How well each instrument is foreseen by whom it hears, and in how many pieces that is better than hearing nobody. */
    private static Map<String, Double> listening(String name, Map<Listening, BandScore> scores) {
        Map<String, Double> figures = new TreeMap<>();
        List<BandScore.Part> nobody =
                Objects.requireNonNull(scores.get(Listening.NOBODY)).instruments();
        scores.forEach((listening, score) -> {
            for (int i = 0; i < nobody.size(); i++) {
                BandScore.Part part = score.instruments().get(i);
                String figure = name + NAMES.get(listening);
                figures.put(figure + "." + part.name(), part.nats());
                if (listening != Listening.NOBODY) {
                    figures.put(figure + "Better." + part.name(), (double) part.betterThan(nobody.get(i)));
                    figures.put(name + "Pieces." + part.name(), (double)
                            part.pieces().size());
                }
            }
        });
        return figures;
    }

    /** Of what it plays after pieces, and to their parts. */
    private Map<String, Double> played(BandVaeBundle bundle) {
        Map<String, Double> figures = new TreeMap<>();
        PlayOptions play = new PlayOptions(
                bundle.sampling().temperature(), bundle.configuration().threshold(), SCORE_SEED);
        BandVae model = bundle.model(Engine.portable());
        BandPresence.of(model, data.test(), OPENING, SONG, play).instruments().forEach(part -> {
            figures.put("testPresence." + part.name(), part.share());
            figures.put("testPresenceSongs." + part.name(), (double) part.songs());
        });
        BandHarmony harmony = BandHarmony.of(model, data.test(), play);
        figures.put("testMelodies", (double) harmony.melodies());
        figures.put("testInKey", harmony.inKey());
        return figures;
    }
}
