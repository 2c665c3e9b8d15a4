package io.github.musicgen.bench.rival;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.representation.encoding.SequenceEncoding;
import io.github.musicgen.representation.encoding.StepEncoder;

/** Nobody is timed who computes something else. */
final class SameScores {
    private static final int STEPS = 64;
    private static final float TOLERANCE = 1e-4f;

    /** Of weights that were rounded to 12 bits on purpose. */
    private static final float ROUNDED_TOLERANCE = 2e-2f;

    private SameScores() {}

    /** What answers to one event after another. */
    @FunctionalInterface
    private interface Answer {
        float[] to(int event, StepEncoder encoder);
    }

    /** Feeds random events to a network and to the portable engine. */
    static void require(String name, RivalNetwork network, Bundle bundle) {
        ShownInput input = new ShownInput(bundle.configuration().encoding().inputSize());
        require(name, bundle, TOLERANCE, (event, encoder) -> network.step(input.of(encoder)));
    }

    /** Feeds random events to another engine of ours and to the portable one. */
    static void require(Engine engine, Bundle bundle) {
        MelodyRnnState state = bundle.model(engine).start();
        float tolerance = engine == Engine.compact() ? ROUNDED_TOLERANCE : TOLERANCE;
        require(engine.name(), bundle, tolerance, (event, encoder) -> {
            state.feed(event);
            return state.scores();
        });
    }

    private static void require(String name, Bundle bundle, float tolerance, Answer answer) {
        SequenceEncoding encoding = bundle.configuration().encoding();
        MelodyRnnState ours = bundle.model(Engine.portable()).start();
        StepEncoder encoder = encoding.start();
        SeededRandom random = SeededRandom.ofSeed(2);
        for (int step = 0; step < STEPS; step++) {
            int event = encoder.event((int) (random.nextDouble() * encoding.classCount()));
            ours.feed(event);
            encoder.append(event);
            require(name + ", step " + step, tolerance, answer.to(event, encoder), ours.scores());
        }
    }

    /** Tells the place, the class and both scores of the first difference. */
    static void require(String place, float[] found, float[] expected) {
        require(place, TOLERANCE, found, expected);
    }

    private static void require(String place, float tolerance, float[] found, float[] expected) {
        if (found.length != expected.length) {
            throw new IllegalStateException(
                    place + ": there must be " + expected.length + " scores, but there were " + found.length);
        }
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(found[i] - expected[i]) <= tolerance)) {
                throw new IllegalStateException(place + ": score of class " + i + " must be within " + tolerance
                        + " of " + expected[i] + ", but was " + found[i]);
            }
        }
    }
}
