package io.github.musicgen.representation.sequence;

import java.util.List;

/**
 * What one instrument plays, on a grid.
 *
 * @param name what it is called; may be empty
 * @param program its General MIDI program, 0 to 127
 * @param drums whether pitches mean drums
 * @param notes its notes, in their natural order
 */
public record QuantizedPart(String name, int program, boolean drums, List<QuantizedNote> notes) {
    /** Checks the program, sorts and copies the notes. */
    public QuantizedPart {
        Requirements.requireSevenBits("program", program);
        notes = notes.stream().sorted().toList();
    }

    /** Whether this is some part on a grid. */
    boolean isOf(Part part) {
        return name.equals(part.name()) && program == part.program() && drums == part.drums();
    }
}
