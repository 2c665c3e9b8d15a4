package io.github.musicgen.examples.game;

import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.ArrayList;
import java.util.List;

/** Writes down what is played, frame by frame. Refuses what would leave a note stuck. */
final class PlayedScore implements Instrument {
    private static final int NOTHING = -1;

    private final List<Note> notes = new ArrayList<>();
    private int sounding = NOTHING;
    private int soundingVelocity;
    private long soundingSince;

    @Override
    public void noteOn(long frame, int pitch, int velocity) {
        if (sounding != NOTHING) {
            throw new IllegalStateException(
                    "frame " + frame + ": pitch " + sounding + " must end before " + pitch + " starts");
        }
        sounding = pitch;
        soundingVelocity = velocity;
        soundingSince = frame;
    }

    @Override
    public void noteOff(long frame, int pitch) {
        if (sounding != pitch) {
            throw new IllegalStateException("frame " + frame + ": pitch " + pitch + " must sound before it ends");
        }
        notes.add(new Note(pitch, soundingVelocity, soundingSince, frame));
        sounding = NOTHING;
    }

    boolean isSilent() {
        return sounding == NOTHING;
    }

    /** What has ended by now, in order of time; ticks are frames. */
    List<Note> notes() {
        return List.copyOf(notes);
    }

    /** What was heard in the last frames, what sounds included. */
    List<Note> since(long firstFrame, long now) {
        int first = notes.size();
        while (first > 0 && notes.get(first - 1).endTick() > firstFrame) {
            first--;
        }
        List<Note> heard = new ArrayList<>(notes.subList(first, notes.size()));
        if (!isSilent()) {
            heard.add(new Note(sounding, soundingVelocity, soundingSince, now));
        }
        return heard;
    }

    NoteSequence toNoteSequence() {
        return NoteSequence.builder(Soundtrack.FRAMES_PER_QUARTER)
                .title("Lantern Boat")
                .tempo(0, Soundtrack.QUARTERS_PER_MINUTE)
                .timeSignature(0, 4, 4)
                .part(Part.builder("Soundtrack").program(11).notes(notes).build())
                .build();
    }
}
