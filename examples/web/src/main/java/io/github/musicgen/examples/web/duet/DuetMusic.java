package io.github.musicgen.examples.web.duet;

import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.line.Line;
import io.github.musicgen.examples.web.line.LineNote;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;

/** A duet as music of two parts. */
final class DuetMusic {
    private static final int TICKS_PER_STEP = 120;
    private static final int MUSIC_BOX = 10; // so that the two are told apart

    private final Part.Builder player = Part.builder("you");
    private final Part.Builder network = Part.builder("network").program(MUSIC_BOX);

    private DuetMusic() {}

    static NoteSequence of(Duet duet) {
        if (duet.turns().isEmpty()) {
            throw Refusal.of(Refusal.NOT_FOUND, "nothing was played in this duet");
        }
        return new DuetMusic().music(duet);
    }

    private NoteSequence music(Duet duet) {
        NoteSequence.Builder music = NoteSequence.builder(TICKS_PER_STEP * Melody.DEFAULT_STEPS_PER_QUARTER)
                .title("duet")
                .timeSignature(0, 4, 4);
        int step = 0;
        double tempo = 0;
        for (Turn turn : duet.turns()) {
            if (turn.tempo() != tempo) {
                tempo = turn.tempo();
                music.tempo((long) step * TICKS_PER_STEP, tempo);
            }
            add(player, turn.phrase(), step);
            add(network, turn.answer(), step);
            step += turn.length();
        }
        return music.part(player.build()).part(network.build()).build();
    }

    private static void add(Part.Builder part, Line line, int step) {
        for (LineNote note : line.notes()) {
            part.note(note.pitch(), note.velocity(), ticks(step + note.start()), ticks(step + note.end()));
        }
    }

    private static long ticks(int step) {
        return (long) step * TICKS_PER_STEP;
    }
}
