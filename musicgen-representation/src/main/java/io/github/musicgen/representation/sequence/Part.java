package io.github.musicgen.representation.sequence;

import java.util.ArrayList;
import java.util.List;

/**
 * What one instrument plays.
 *
 * @param name what it is called; may be empty
 * @param program its General MIDI program, 0 to 127
 * @param drums whether pitches mean drums
 * @param notes its notes, in their natural order
 * @param controlChanges its controllers, in order of time; at one tick in the order given
 * @param pitchBends its pitch bends, in order of time
 * @param lyrics what is sung to it, in order of time
 */
public record Part(
        String name,
        int program,
        boolean drums,
        List<Note> notes,
        List<ControlChange> controlChanges,
        List<PitchBend> pitchBends,
        List<Lyric> lyrics) {

    /** Checks the program, sorts and copies the lists. */
    public Part {
        Requirements.requireSevenBits("program", program);
        notes = notes.stream().sorted().toList();
        controlChanges = Events.inOrder(controlChanges);
        pitchBends = Events.inOrder(pitchBends);
        lyrics = Events.inOrder(lyrics);
    }

    /**
     * Starts a part.
     *
     * @param name what it is called; may be empty
     * @return its builder
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * Starts a part like this one.
     *
     * @return a builder that holds all that this part does
     */
    public Builder toBuilder() {
        Builder builder = new Builder(name).program(program).drums(drums).notes(notes);
        builder.controlChanges.addAll(controlChanges);
        builder.pitchBends.addAll(pitchBends);
        builder.lyrics.addAll(lyrics);
        return builder;
    }

    /**
     * The same part with other notes.
     *
     * @param newNotes the notes
     * @return the part
     */
    public Part withNotes(List<Note> newNotes) {
        return new Part(name, program, drums, newNotes, controlChanges, pitchBends, lyrics);
    }

    /** The last tick that anything of this part reaches; 0 if there is nothing. */
    long endTick() {
        long lastEvent = Events.lastTick(controlChanges, pitchBends, lyrics);
        return notes.stream().mapToLong(Note::endTick).reduce(lastEvent, Math::max);
    }

    /** Collects a part, in any order. */
    public static final class Builder {
        private final String name;
        private int program;
        private boolean drums;
        private final List<Note> notes = new ArrayList<>();
        private final List<ControlChange> controlChanges = new ArrayList<>();
        private final List<PitchBend> pitchBends = new ArrayList<>();
        private final List<Lyric> lyrics = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Sets the General MIDI program; 0, a piano, unless set.
         *
         * @param newProgram 0 to 127
         * @return this builder
         */
        public Builder program(int newProgram) {
            program = newProgram;
            return this;
        }

        /**
         * Says whether pitches mean drums; they don't unless set.
         *
         * @param newDrums whether they do
         * @return this builder
         */
        public Builder drums(boolean newDrums) {
            drums = newDrums;
            return this;
        }

        /**
         * Adds a note.
         *
         * @param pitch MIDI pitch
         * @param velocity 1 to 127
         * @param startTick where it begins
         * @param endTick where it ends
         * @return this builder
         */
        public Builder note(int pitch, int velocity, long startTick, long endTick) {
            notes.add(new Note(pitch, velocity, startTick, endTick));
            return this;
        }

        /**
         * Adds notes.
         *
         * @param newNotes the notes
         * @return this builder
         */
        public Builder notes(List<Note> newNotes) {
            notes.addAll(newNotes);
            return this;
        }

        /**
         * Adds a control change.
         *
         * @param tick where
         * @param controller its number
         * @param value its value
         * @return this builder
         */
        public Builder controlChange(long tick, int controller, int value) {
            controlChanges.add(new ControlChange(tick, controller, value));
            return this;
        }

        /**
         * Adds a pitch bend.
         *
         * @param tick where
         * @param value -8192 to 8191
         * @return this builder
         */
        public Builder pitchBend(long tick, int value) {
            pitchBends.add(new PitchBend(tick, value));
            return this;
        }

        /**
         * Adds a syllable.
         *
         * @param tick where
         * @param text the syllable
         * @return this builder
         */
        public Builder lyric(long tick, String text) {
            lyrics.add(new Lyric(tick, text));
            return this;
        }

        /**
         * Makes the part.
         *
         * @return the part
         */
        public Part build() {
            return new Part(name, program, drums, notes, controlChanges, pitchBends, lyrics);
        }
    }
}
