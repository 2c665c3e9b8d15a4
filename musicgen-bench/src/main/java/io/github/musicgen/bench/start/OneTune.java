package io.github.musicgen.bench.start;

import io.github.musicgen.api.Generator;
import java.io.IOException;
import java.nio.file.Path;

/** The program that is started: 64 steps of a model that comes along, as a MIDI file. */
final class OneTune {
    private OneTune() {}

    public static void main(String[] arguments) throws IOException {
        Generator.load("folk").fromScratch().steps(64).seed(1).generate().write(Path.of(arguments[0]));
    }
}
