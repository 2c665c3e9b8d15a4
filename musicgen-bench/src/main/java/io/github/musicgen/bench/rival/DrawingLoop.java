package io.github.musicgen.bench.rival;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.Sampler;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.representation.encoding.SequenceEncoding;
import io.github.musicgen.representation.encoding.StepEncoder;
import java.util.Arrays;

/** A step around the network of a rival: show it the last event, take the softmax of its scores, draw the next event. */
final class DrawingLoop implements StepLoop {
    private final RivalNetwork network;
    private final StepEncoder encoder;
    private final ShownInput input;
    private final Sampler sampler;
    private final SeededRandom random = SeededRandom.ofSeed(1);
    private final boolean[] allowed; // [classCount], all
    private int event;

    DrawingLoop(RivalNetwork network, Bundle bundle) {
        SequenceEncoding encoding = bundle.configuration().encoding();
        this.network = network;
        this.encoder = encoding.start();
        this.input = new ShownInput(encoding.inputSize());
        this.sampler = new Sampler(SamplingOptions.DEFAULT, encoding.classCount());
        this.allowed = new boolean[encoding.classCount()];
        this.event = encoding.defaultEvent();
        Arrays.fill(allowed, true);
    }

    @Override
    public int step() {
        encoder.append(event);
        float[] scores = network.step(input.of(encoder));
        event = encoder.event(sampler.choose(scores, allowed, random));
        return event;
    }

    @Override
    public void close() {
        network.close();
    }
}
