package io.github.musicgen.examples.cli.jam;

import io.github.musicgen.examples.cli.music.MusicInput;
import io.github.musicgen.examples.cli.music.OutputFormat;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** All that was played, by both. It is written anew after each answer, so that nothing is lost however a jam ends. */
final class JamRecord {
    private static final int TICKS_PER_STEP = 120;

    private final Pulse pulse;
    private final Part.Builder you;
    private final Part.Builder partner;
    private final Optional<Path> file;
    private int endStep;

    JamRecord(Pulse pulse, String partner, Optional<Path> file) {
        this.pulse = pulse;
        this.you = Part.builder("You");
        this.partner = Part.builder(partner);
        this.file = file;
    }

    static int tick(int step) {
        return step * TICKS_PER_STEP;
    }

    static int step(long tick) {
        return (int) (tick / TICKS_PER_STEP);
    }

    /** Where the next call may start, if no clock says where it does. */
    int nextBar() {
        return pulse.barFrom(endStep);
    }

    /**
     * Adds a call and its answer.
     *
     * @param answer both
     * @param start the step of the record in which the call started
     */
    void add(Answer answer, int start) throws IOException {
        answer.call().notes().forEach(note -> add(you, note, start));
        answer.notes().forEach(note -> add(partner, note, start));
        endStep = start + answer.end();
        if (file.isPresent()) {
            Path path = file.get();
            MusicInput.writing(path, () -> OutputFormat.of(path).write(music(), path));
        }
    }

    private static void add(Part.Builder part, StepNote note, int start) {
        part.note(note.pitch(), note.velocity(), tick(start + note.start()), tick(start + note.end()));
    }

    private NoteSequence music() {
        return NoteSequence.builder(tick(pulse.stepsPerQuarter()))
                .title("Jam")
                .tempo(pulse.tempo())
                .part(you.build())
                .part(partner.build())
                .endTick(tick(endStep))
                .build();
    }
}
