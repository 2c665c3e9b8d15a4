package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.api.bandvae.BandVae;
import io.github.musicgen.api.bandvae.PlayOptions;
import io.github.musicgen.api.bundle.BandVaeBundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.models.corpus.band.BandSplit;
import io.github.musicgen.models.corpus.band.LedPiece;
import io.github.musicgen.models.evaluation.bandvae.BandHarmony;
import io.github.musicgen.models.evaluation.bandvae.BandPresence;
import io.github.musicgen.models.evaluation.bandvae.BandScore;
import io.github.musicgen.models.evaluation.bandvae.Listening;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the card of a trained band tells, on the test side: with chances beside itself when its
 * instruments listen to the first alone, or to nobody.
 *
 * @param data of which it has learned one side and is judged on another
 */
record BandFigures(BandSplit data) {
    private static final long SCORE_SEED = 1;
    private static final int SAMPLES = 16;

    /** Openings of so many segments are continued by so many. */
    private static final int OPENING = 8;

    private static final int SONG = 32;
    private static final Map<Listening, String> NAMES =
            Map.of(Listening.ALL, "Nats", Listening.FIRST, "FirstHeard", Listening.NOBODY, "NobodyHeard");

    /** Of pieces as they are, of the same led by others, and of what it plays. */
    Map<String, Double> of(BandVaeBundle bundle) {
        BandVae model = bundle.model(Engine.portable());
        Map<String, Double> figures = new TreeMap<>();
        figures.put("testPieces", (double) data.test().size());
        Map<Listening, BandScore> scores = scores(model, LedPiece.asTheyAre(data.test()));
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
            figures.putAll(listening("testLed", scores(model, led)));
        }
        figures.putAll(played(model, bundle.sampling().temperature()));
        return figures;
    }

    /** Who has no chances was not taught to do without others. */
    private Map<Listening, BandScore> scores(BandVae model, List<LedPiece> test) {
        Map<Listening, BandScore> scores = new EnumMap<>(Listening.class);
        for (Listening who : Listening.values()) {
            if (who == Listening.ALL || model.configuration().chances()) {
                scores.put(who, BandScore.of(model, data.training(), test, who, SAMPLES, SCORE_SEED));
            }
        }
        return scores;
    }

    /** How well each instrument is foreseen by whom it hears, and in how many pieces that is better, or worse, than hearing nobody. */
    private static Map<String, Double> listening(String name, Map<Listening, BandScore> scores) {
        Map<String, Double> figures = new TreeMap<>();
        scores.forEach((listening, score) -> score.instruments().forEach(part -> {
            figures.put(name + NAMES.get(listening) + "." + part.name(), part.nats());
            figures.put(name + "Pieces." + part.name(), (double) part.pieces().size());
        }));
        BandScore nobody = scores.get(Listening.NOBODY);
        if (nobody != null) {
            scores.forEach((listening, score) -> {
                if (listening != Listening.NOBODY) {
                    figures.putAll(beside(nobody, score, name + NAMES.get(listening)));
                }
            });
        }
        return figures;
    }

    private static Map<String, Double> beside(BandScore nobody, BandScore heard, String figure) {
        Map<String, Double> figures = new TreeMap<>();
        for (int i = 0; i < nobody.instruments().size(); i++) {
            BandScore.Part deaf = nobody.instruments().get(i);
            BandScore.Part listener = heard.instruments().get(i);
            figures.put(figure + "Better." + deaf.name(), (double) listener.betterThan(deaf));
            figures.put(figure + "Worse." + deaf.name(), (double) deaf.betterThan(listener));
        }
        return figures;
    }

    /** Of what it plays after pieces, and to their parts. */
    private Map<String, Double> played(BandVae model, double temperature) {
        Map<String, Double> figures = new TreeMap<>();
        PlayOptions play = new PlayOptions(temperature, model.configuration().threshold(), SCORE_SEED);
        BandPresence.of(model, data.test(), OPENING, SONG, play).instruments().forEach(part -> {
            figures.put("testPresence." + part.name(), part.share());
            figures.put("testPresenceSongs." + part.name(), (double) part.songs());
        });
        BandHarmony.of(model, data.test(), play).ifPresent(harmony -> {
            figures.put("testMelodies", (double) harmony.melodies());
            figures.putAll(fit("test", harmony.own()));
            figures.putAll(fit("testOther", harmony.other()));
            figures.putAll(fit("testReal", harmony.real()));
        });
        return figures;
    }

    private static Map<String, Double> fit(String name, BandHarmony.Fit fit) {
        return Map.of(name + "InKey", fit.inKey(), name + "Consonant", fit.consonant());
    }
}
