package io.github.musicgen.api.bandvae;

import io.github.musicgen.representation.sequence.GeneralMidi;
import io.github.musicgen.representation.sequence.Pitch;

/** How low instruments go, by their General MIDI programs. */
final class LowestNotes {
    private LowestNotes() {}

    /** The lowest pitch that a program has; of those that no band of ours plays the lowest that there is. */
    static int of(int program) {
        return switch (program / GeneralMidi.PROGRAMS_PER_FAMILY) {
            case 0 -> 21; // A0 of pianos
            case 3 -> 40; // E2 of guitars
            case 4 -> 28; // E1 of basses
            case 5, 6 -> 28; // E1 of the double basses of strings and ensembles
            default -> Pitch.MIN;
        };
    }

    /**
     * The pitch itself if the program has it, or else the lowest octave of it that the program has.
     *
     * @param pitch any; below 0 it is no pitch of MIDI before it is raised
     */
    static int raised(int pitch, int program) {
        int raised = pitch;
        while (raised < of(program)) {
            raised += Pitch.PER_OCTAVE;
        }
        return raised;
    }
}
