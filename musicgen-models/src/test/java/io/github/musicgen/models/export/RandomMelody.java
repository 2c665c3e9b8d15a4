package io.github.musicgen.models.export;

import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.representation.encoding.StepEncoder;
import io.github.musicgen.representation.melody.Melody;

/** Events drawn from a seed, and what a network is shown of them. */
final class RandomMelody {
    private final MelodyRnnConfiguration configuration;
    private final StepEncoder encoder;
    private final SeededRandom random;
    private final int inputSize;

    RandomMelody(MelodyRnnConfiguration configuration, long seed) {
        this.configuration = configuration;
        this.encoder = configuration.encoding().start();
        this.random = SeededRandom.ofSeed(seed);
        this.inputSize = configuration.encoding().inputSize();
    }

    /** Appends an event: half of them no event or a note-off. */
    int next() {
        double draw = 2 * random.nextDouble();
        int pitches = configuration.maxPitch() - configuration.minPitch();
        int event = draw < 1 ? configuration.minPitch() + (int) (draw * pitches) : rest(draw);
        encoder.append(event);
        return event;
    }

    private static int rest(double draw) {
        return draw < 1.7 ? Melody.NO_EVENT : Melody.NOTE_OFF;
    }

    float[] input() {
        float[] input = new float[inputSize];
        encoder.writeInput((index, value) -> input[index] = value);
        return input;
    }
}
