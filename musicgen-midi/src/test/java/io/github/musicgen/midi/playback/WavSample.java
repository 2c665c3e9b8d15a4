package io.github.musicgen.midi.playback;

import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;

/** Small pieces whose sound is known. */
final class WavSample {
    private WavSample() {}

    /** An A of 440 Hz for a second, on an ocarina. */
    static NoteSequence a4() {
        return NoteSequence.builder(480)
                .tempo(0, 120)
                .part(Part.builder("A").program(79).note(69, 100, 0, 960).build())
                .build();
    }

    /** Two quarters of a second each, then one of a quarter of a second: onsets at seconds 0 and 2, end at 2.25. */
    static NoteSequence withTempoChange() {
        return NoteSequence.builder(480)
                .tempo(0, 60)
                .tempo(960, 240)
                .part(Part.builder("One").program(0).note(60, 100, 0, 100).build())
                .part(Part.builder("Two").program(0).note(64, 100, 960, 1_440).build())
                .build();
    }
}
