package io.github.musicgen.representation.pianoroll;

import io.github.musicgen.representation.sequence.GeneralMidi;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A named set of instruments that share one roll.
 *
 * @param name what it is called
 * @param program the General MIDI program that plays it, 0 to 127
 * @param drums whether it is the drums, which have no programs
 * @param programs the General MIDI programs that belong to it; none if it is the drums
 */
public record InstrumentGroup(String name, int program, boolean drums, List<Integer> programs) {
    /** The drums, whatever their program. */
    public static final InstrumentGroup DRUMS = new InstrumentGroup("drums", 0, true, List.of());

    /** Checks the programs; copies the list. */
    public InstrumentGroup {
        programs = List.copyOf(programs);
        requireProgram(name, program);
        programs.forEach(each -> requireProgram(name, each));
        if (drums != programs.isEmpty()) {
            throw new IllegalArgumentException(
                    "an instrument group must have programs or be the drums, but \"" + name + "\" had " + programs);
        }
    }

    /**
     * A group of instruments with pitch.
     *
     * @param name what it is called
     * @param program the General MIDI program that plays it
     * @param programs the General MIDI programs that belong to it
     * @return the group
     */
    public static InstrumentGroup of(String name, int program, IntStream programs) {
        return new InstrumentGroup(name, program, false, programs.boxed().toList());
    }

    /**
     * Whether an instrument belongs to this group.
     *
     * @param instrument its General MIDI program
     * @param isDrums whether it is drums, so that its program means nothing
     * @return whether it does
     */
    public boolean contains(int instrument, boolean isDrums) {
        return isDrums ? drums : programs.contains(instrument);
    }

    private static void requireProgram(String name, int program) {
        if (program < 0 || program >= GeneralMidi.PROGRAMS) {
            throw new IllegalArgumentException("program of the instrument group \"" + name + "\" must be 0.."
                    + (GeneralMidi.PROGRAMS - 1) + ", but was " + program);
        }
    }
}
