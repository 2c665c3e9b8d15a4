package io.github.musicgen.midi.musicxml.playing;

import io.github.musicgen.midi.musicxml.playing.TimedMeasure.TimedMark;
import io.github.musicgen.midi.musicxml.score.Mark.Dynamic;
import io.github.musicgen.midi.musicxml.vocabulary.Loudness;
import java.util.ArrayList;
import java.util.List;

/** Gives notes without a velocity the one of the dynamic that holds where they begin. */
final class DynamicSweep {
    private int level = Loudness.DEFAULT_VELOCITY;

    /** Sweeps over the next measure, whose notes and marks are in order of time. */
    List<TimedNote> apply(List<TimedNote> notes, List<TimedMark> marks) {
        List<TimedNote> result = new ArrayList<>(notes.size());
        int next = 0;
        int attack = 0;
        long attackOffset = -1;
        for (TimedNote note : notes) {
            for (; next < marks.size() && marks.get(next).offset() <= note.offset(); next++) {
                if (marks.get(next).mark() instanceof Dynamic dynamic) {
                    attack = dynamic.attack();
                    attackOffset = marks.get(next).offset();
                    follow(dynamic);
                }
            }
            int velocity = attackOffset == note.offset() ? attack : level;
            result.add(note.velocity() == 0 ? note.withVelocity(velocity) : note);
        }
        for (; next < marks.size(); next++) {
            if (marks.get(next).mark() instanceof Dynamic dynamic) {
                follow(dynamic);
            }
        }
        return result;
    }

    private void follow(Dynamic dynamic) {
        level = dynamic.level() == 0 ? level : dynamic.level();
    }
}
