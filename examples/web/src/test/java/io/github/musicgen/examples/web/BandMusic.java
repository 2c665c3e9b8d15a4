package io.github.musicgen.examples.web;

import static io.github.musicgen.examples.web.Visitor.list;
import static io.github.musicgen.examples.web.Visitor.whole;

import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.List;
import java.util.Map;

/** Music of several parts, for a band. */
final class BandMusic {
    static final int STEP = 120; // ticks
    static final int BAR = 16 * STEP;

    private BandMusic() {}

    static List<Map<String, Object>> ofPart(Map<String, Object> song, int part) {
        return list(song, "notes").stream()
                .filter(note -> whole(note, "part") == part)
                .toList();
    }

    static byte[] bytes(NoteSequence music) {
        return MidiWriter.toMidiFile(music).toBytes();
    }

    /** So many bars of four beats of a bass, with a snare on each second one. */
    static NoteSequence.Builder music(int numerator, int bars) {
        Part.Builder bass = Part.builder("low").program(33);
        Part.Builder drums = Part.builder("kit").drums(true);
        for (int beat = 0; beat < 4 * bars; beat++) {
            long start = beat * 4L * STEP;
            bass.note(36 + beat % 12, 60 + 40 * (beat % 2), start, start + 3 * STEP);
            if (beat % 2 == 1) {
                drums.note(38, 100, start, start + STEP);
            }
        }
        return NoteSequence.builder(4 * STEP)
                .tempo(0, 100)
                .timeSignature(0, numerator, 4)
                .part(bass.build())
                .part(drums.build());
    }
}
