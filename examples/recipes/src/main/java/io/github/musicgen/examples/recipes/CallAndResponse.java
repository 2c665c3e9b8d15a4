package io.github.musicgen.examples.recipes;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.Session;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;

/** A session: a model that listens to events as they happen, tells what it expects, chooses, and goes back. */
public final class CallAndResponse {
    private static final Melody CALL = Melody.of(60, -2, 64, -2, 67, -2, -2, -2, 65, -2, 64, -2, 62, -2, -2, -2);

    private CallAndResponse() {}

    /**
     * Answers a call twice, from the same place.
     *
     * @param arguments the folder to write to
     * @throws IOException if the music cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Kitchen.folder(arguments);
        Session session = Generator.load("folk").session(); // of a model in C: session.transposed(n) hears other keys
        session.feed(CALL);
        for (int pitch : new int[] {60, 64, 67}) {
            System.out.printf(
                    Locale.ROOT, "%s comes next with %.1f %%%n", Pitch.nameOf(pitch), 100 * session.probability(pitch));
        }

        Session.Snapshot afterTheCall = session.snapshot();
        write(answer(session, 1, 0.8), folder.resolve("calm.mid"));
        session.rewind(afterTheCall);
        write(answer(session, 1, 1.3), folder.resolve("daring.mid"));
    }

    private static Melody answer(Session session, long seed, double temperature) {
        SamplingOptions options = SamplingOptions.DEFAULT.withTemperature(temperature);
        SeededRandom random = SeededRandom.ofSeed(seed);
        return Melody.of(IntStream.range(0, 48)
                .map(step -> session.choose(options, random))
                .toArray());
    }

    private static void write(Melody answer, Path file) throws IOException {
        int[] whole = IntStream.concat(IntStream.of(CALL.events()), IntStream.of(answer.events()))
                .toArray();
        MidiWriter.write(Melody.of(whole).toNoteSequence(112), file);
        System.out.println("wrote " + file);
    }
}
