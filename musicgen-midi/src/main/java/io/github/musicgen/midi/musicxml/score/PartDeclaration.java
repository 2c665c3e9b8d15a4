package io.github.musicgen.midi.musicxml.score;

import java.util.List;

/**
 * A line of the part list.
 *
 * @param id what the part refers to it by
 * @param name what it is called; may be empty
 * @param instruments the MIDI instruments, in the order of the file
 */
public record PartDeclaration(String id, String name, List<MidiInstrument> instruments) {
    private static final int PERCUSSION_CHANNEL = 10;

    /**
     * A MIDI instrument. All numbers count from 1, as MusicXML has them; 0 if they are not given.
     *
     * @param unpitched the drum that a note of this instrument means
     */
    public record MidiInstrument(String id, int channel, int program, int unpitched) {}

    public static PartDeclaration unknown(String id) {
        return new PartDeclaration(id, "", List.of());
    }

    /** Whether the part plays on the channel of drums. */
    public boolean onPercussionChannel() {
        return !instruments.isEmpty() && instruments.get(0).channel() == PERCUSSION_CHANNEL;
    }

    /** The General MIDI program counted from 0; a piano unless given. */
    public int program() {
        return instruments.stream()
                .filter(instrument -> instrument.program() > 0)
                .findFirst()
                .map(instrument -> instrument.program() - 1)
                .orElse(0);
    }
}
