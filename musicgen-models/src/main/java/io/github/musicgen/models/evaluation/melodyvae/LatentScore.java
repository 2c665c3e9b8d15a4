package io.github.musicgen.models.evaluation.melodyvae;

import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.melodyvae.MelodyVaeState;
import io.github.musicgen.api.melodyvae.Posterior;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.representation.melody.Stretch;
import java.util.List;

/**
 * How well a space gives melodies or drums back that it did not learn, from vectors that are drawn for them.
 *
 * @param stretches how many were looked at
 * @param taught the share of events that were the likeliest ones where the decoder was shown the true events before
 * @param sampled the same where it was shown what it drew itself, at temperature 1, as MusicVAE is judged
 * @param natsPerStep how surprising the true events were where it was shown them
 * @param divergence how much the vector of a stretch tells, in nats
 * @param activeUnits how many numbers of vectors tell something: their means vary by more than a hundredth from stretch to stretch, as
 *     Burda et al. count them
 */
public record LatentScore(
        int stretches, double taught, double sampled, double natsPerStep, double divergence, int activeUnits) {
    private static final double ACTIVE = 0.01;

    /**
     * Judges a model.
     *
     * @param model the model
     * @param stretches what {@link LatentMelodies} cuts, or drums of its length; at least one
     * @param seed of what is drawn
     * @return how well it does
     */
    public static LatentScore of(MelodyVae model, List<? extends Stretch<?>> stretches, long seed) {
        if (stretches.isEmpty()) {
            throw new IllegalArgumentException("there must be "
                    + model.configuration().contents().word() + " to judge a model on, but there was none");
        }
        Judge judge = new Judge(model, seed);
        stretches.forEach(judge::add);
        return judge.score();
    }

    private static final class Judge {
        private final MelodyVae model;
        private final SeededRandom random;
        private final FreeEvents free;
        private final double[] sums; // [latentSize], of means
        private final double[] squares; // [latentSize]
        private int stretches;
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

        void add(Stretch<?> stretch) {
            Posterior posterior = model.encode(stretch.events());
            stretches++;
            divergence += posterior.divergence();
            for (int i = 0; i < sums.length; i++) {
                double mean = posterior.mean().at(i);
                sums[i] += mean;
                squares[i] += mean * mean;
            }
            LatentVector vector = posterior.sample(random);
            teach(stretch, model.start(vector));
            sample(stretch, model.start(vector));
        }

        private void teach(Stretch<?> stretch, MelodyVaeState state) {
            for (int step = 0; step < stretch.length(); step++) {
                int event = stretch.event(step);
                taught += likeliest(state) == event ? 1 : 0;
                nats -= state.logProbability(event);
                state.feed(event);
            }
        }

        private void sample(Stretch<?> stretch, MelodyVaeState state) {
            for (int step = 0; step < stretch.length(); step++) {
                sampled += likeliest(state) == stretch.event(step) ? 1 : 0;
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
            double steps = (double) stretches * model.configuration().steps();
            int active = 0;
            for (int i = 0; i < sums.length; i++) {
                double mean = sums[i] / stretches;
                active += squares[i] / stretches - mean * mean > ACTIVE ? 1 : 0;
            }
            return new LatentScore(
                    stretches, taught / steps, sampled / steps, nats / steps, divergence / stretches, active);
        }
    }
}
