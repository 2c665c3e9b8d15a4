package io.github.musicgen.models.corpus;

import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Small music for tests. */
public final class Tunes {
    private static final int[] SCALE = {60, 62, 64, 65, 67, 69, 71, 72}; // [degrees]
    private static final int STEPS_PER_NOTE = 2;

    private Tunes() {}

    /** A melody of eighth notes, which fills its bars and has the whole scale; another one for every seed. */
    public static Melody melody(long seed, int bars) {
        SeededRandom random = SeededRandom.ofSeed(seed);
        int[] events = new int[16 * bars];
        Arrays.fill(events, Melody.NO_EVENT);
        for (int step = 0; step < events.length; step += STEPS_PER_NOTE) {
            int note = step / STEPS_PER_NOTE;
            events[step] = SCALE[note < SCALE.length ? note : (int) (random.nextDouble() * SCALE.length)];
        }
        return Melody.of(events);
    }

    static NoteSequence music(Melody melody) {
        return melody.toNoteSequence(120);
    }

    static Part part(String name, Melody melody) {
        return music(melody).parts().get(0).notes().stream()
                .collect(
                        () -> Part.builder(name),
                        (builder, note) ->
                                builder.note(note.pitch(), note.velocity(), note.startTick(), note.endTick()),
                        (one, other) -> {
                            throw new AssertionError("the stream is sequential");
                        })
                .build();
    }

    static NoteSequence music(Part... parts) {
        NoteSequence.Builder music = NoteSequence.builder(480).timeSignature(0, 4, 4);
        Arrays.stream(parts).forEach(music::part);
        return music.build();
    }

    static Path write(Path folder, String name, Melody melody) throws IOException {
        return write(folder, name, music(melody));
    }

    static Path write(Path folder, String name, NoteSequence music) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(folder);
        MidiWriter.write(music, file);
        return file;
    }

    /** Eight bars of ABC that hold seven pitch classes. */
    static String abc(int number) {
        return "X:" + number + "\nT:Tune " + number + "\nM:4/4\nL:1/4\nK:C\n" + "CDEF|GABc|cBAG|FEDC|".repeat(2)
                + "\n\n";
    }
}
