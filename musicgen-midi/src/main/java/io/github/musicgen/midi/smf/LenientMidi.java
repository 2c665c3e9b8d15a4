package io.github.musicgen.midi.smf;

import java.util.List;

/**
 * What lenient reading made of a file.
 *
 * @param file the file, repaired
 * @param repairs every repair, in the order in which the faults were met; empty if the file was well formed
 */
public record LenientMidi(MidiFile file, List<MidiRepair> repairs) {

    /** Copies the list. */
    public LenientMidi {
        repairs = List.copyOf(repairs);
    }
}
