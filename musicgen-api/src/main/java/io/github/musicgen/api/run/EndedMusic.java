package io.github.musicgen.api.run;

import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Music that is given, without what stands behind its notes: silence, and signatures of bars in which nothing was played. They would hold
 * for what a band plays there.
 */
final class EndedMusic {
    private EndedMusic() {}

    /**
     * Ends music.
     *
     * @param music the music
     * @param end behind which no note starts; one that rings beyond stays whole
     */
    static NoteSequence at(NoteSequence music, long end) {
        NoteSequence longer =
                music.toBuilder().endTick(Math.max(music.endTick(), end + 1)).build(); // or its end would be kept
        NoteSequence ended = longer.trim(0, end);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < music.parts().size(); i++) {
            parts.add(ended.parts().get(i).withNotes(music.parts().get(i).notes()));
        }
        return ended.withParts(parts);
    }
}
