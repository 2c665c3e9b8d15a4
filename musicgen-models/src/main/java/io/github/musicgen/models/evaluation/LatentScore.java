package io.github.musicgen.models.evaluation;

import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.melodyvae.MelodyVaeState;
import io.github.musicgen.api.melodyvae.Posterior;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.representation.melody.Melody;
import java.util.List;

/**
 * How well a space of melodies gives melodies back that it did not learn, from vectors that are drawn for them.
 *
 * @param melodies how many were looked at
 * @param taught the share of events that were the likeliest ones where the decoder was shown the true events before
 * @param sampled the same where it was shown what it drew itself, at temperature 1, as MusicVAE is judged
 * @param natsPerStep how surprising the true events were where it was shown them
 * @param divergence how much a melody's vector tells, in nats
 * @param activeUnits how many numbers of vectors tell something: their means vary by more than a hundredth from melody to melody, as
 *     Burda et al. count them
 */
public record LatentScore(
        int melodies, double taught, double sampled, double natsPerStep, double divergence, int activeUnits) {
    private static final double ACTIVE = 0.01;

    /**
     * Judges a model.
     *
     * @param model the model
     * @param melodies what {@link LatentMelodies} cuts, at least one
     * @param seed of what is drawn
     * @return how well it does
     */
    public static LatentScore of(MelodyVae model, List<Melody> melodies, long seed) {
        if (melodies.isEmpty()) {
            throw new IllegalArgumentException("there must be a melody to judge a model on, but there was none");
        }
        Judge judge = new Judge(model, seed);
        melodies.forEach(judge::add);
        return judge.score();
    }

    private static final class Judge {
        private final MelodyVae model;
        private final SeededRandom random;
        private final FreeEvents free;
        private final double[] sums; // [latentSize], of means
        private final double[] squares; // [latentSize]
        private int melodies;
        private long taught;
        private long sampled;
        private double nats;
        private double divergence;

        Judge(MelodyVae model, long seed) {
            this.model = model;
            this.random = SeededRandom.ofSeed(seed);
            this.free = new FreeEvents(model, SamplingOptions.DEFAULT, random);
            this.sums = new double[model.configuration().latentSize()];
            this.squares = new double[sums.length];
        }

        void add(Melody melody) {
            Posterior posterior = model.encode(melody.events());
            melodies++;
            divergence += posterior.divergence();
            for (int i = 0; i < sums.length; i++) {
                double mean = posterior.mean().at(i);
                sums[i] += mean;
                squares[i] += mean * mean;
            }
            LatentVector vector = posterior.sample(random);
            teach(melody, model.start(vector));
            sample(melody, model.start(vector));
        }

        private void teach(Melody melody, MelodyVaeState state) {
            for (int step = 0; step < melody.length(); step++) {
                int event = melody.event(step);
                taught += likeliest(state) == event ? 1 : 0;
                nats -= state.logProbability(event);
                state.feed(event);
            }
        }

        private void sample(Melody melody, MelodyVaeState state) {
            for (int step = 0; step < melody.length(); step++) {
                sampled += likeliest(state) == melody.event(step) ? 1 : 0;
                free.feed(state);
            }
        }

        private static int likeliest(MelodyVaeState state) {
            float[] scores = state.scores();
            int best = 0;
            for (int i = 1; i < scores.length; i++) {
                best = scores[i] > scores[best] ? i : best;
            }
            return state.event(best);
        }

        LatentScore score() {
            double steps = (double) melodies * model.configuration().steps();
            int active = 0;
            for (int i = 0; i < sums.length; i++) {
                double mean = sums[i] / melodies;
                active += squares[i] / melodies - mean * mean > ACTIVE ? 1 : 0;
            }
            return new LatentScore(
                    melodies, taught / steps, sampled / steps, nats / steps, divergence / melodies, active);
        }
    }
}
