package io.github.musicgen.representation.picture;

import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.List;

/** Music composed for the pictures of the documentation and for tests. */
final class Tunes {
    static final int QUARTER = 480;
    static final long BAR = 4 * QUARTER;

    private static final int BARS = 12;
    private static final List<String> CHORDS =
            List.of("G", "Em", "Am", "D7", "G", "C G", "Am D", "D7", "G", "C", "Em D7", "G");
    private static final List<String> VOICINGS = List.of(
            "G3 B3 D4",
            "E3 G3 B3",
            "A3 C4 E4",
            "F#3 A3 C4",
            "G3 B3 D4",
            "E3 G3 C4",
            "A3 C4 E4",
            "F#3 A3 C4",
            "G3 B3 D4",
            "E3 G3 C4",
            "E3 G3 B3",
            "G3 B3 D4");
    private static final List<String> ROOTS =
            List.of("G2", "E2", "A2", "D2", "G2", "C2", "A2", "D2", "G2", "C2", "E2", "G2");
    private static final List<Integer> FILL = List.of(50, 48, 45, 43); // down the toms
    private static final String MELODY = """
            D4:2 G4:1 A4:1 B4:3 A4:1 G4:2 E4:1 G4:1 D4:4 E4:2 A4:1 B4:1 C5:3 B4:1 A4:2 F#4:1 A4:1 D4:2 -:2
            D4:2 G4:1 A4:1 B4:2 D5:2 E5:3 D5:1 B4:4 C5:1 B4:1 A4:1 G4:1 A4:3 B4:1 A4:6 -:2
            B4:2 D5:1 E5:1 G5:3 F#5:1 E5:2 D5:1 B4:1 C5:4 B4:1 A4:1 G4:1 E4:1 F#4:2 A4:2 G4:6 -:2
            """;

    private Tunes() {}

    /** A melody over chord symbols: four bars that may be a primer, and eight that go on from there. */
    static NoteSequence melody() {
        NoteSequence.Builder tune = NoteSequence.builder(QUARTER)
                .title("Lanterns on the Quay")
                .tempo(0, 96)
                .keySignature(0, 1, KeySignature.Mode.MAJOR)
                .part(play(Part.builder("Flute").program(73), MELODY).build());
        for (int bar = 0; bar < BARS; bar++) {
            String[] chords = CHORDS.get(bar).split(" ", -1);
            for (int i = 0; i < chords.length; i++) {
                tune.chordSymbol(bar * BAR + i * BAR / 2, chords[i]);
            }
        }
        return tune.build();
    }

    /** The same tune with piano, bass, strings and drums. */
    static NoteSequence band() {
        Part.Builder piano = Part.builder("Piano");
        Part.Builder bass = Part.builder("Bass").program(33);
        Part.Builder strings = Part.builder("Strings").program(48);
        Part.Builder drums = Part.builder("Drums").drums(true);
        for (int bar = 0; bar < BARS; bar++) {
            long start = bar * BAR;
            String[] voicing = VOICINGS.get(bar).split(" ", -1);
            for (String pitch : voicing) {
                add(piano, pitch, 60, start + QUARTER, QUARTER * 7 / 8);
                add(piano, pitch, 52, start + 3 * QUARTER, QUARTER * 7 / 8);
            }
            add(bass, ROOTS.get(bar), 96, start, QUARTER * 3 / 2);
            add(bass, ROOTS.get(bar), 70, start + QUARTER * 3 / 2, QUARTER / 2);
            add(bass, ROOTS.get(bar), 84, start + 2 * QUARTER, 2 * QUARTER);
            if (bar >= 4) {
                strings.note(Pitch.parse(voicing[2]) + Pitch.PER_OCTAVE, 50, start, start + BAR);
            }
            addDrums(drums, bar);
        }
        return melody().toBuilder()
                .part(piano.build())
                .part(bass.build())
                .part(strings.build())
                .part(drums.build())
                .build();
    }

    private static void addDrums(Part.Builder drums, int bar) {
        long start = bar * BAR;
        for (int eighth = 0; eighth < 8; eighth++) {
            boolean opens = bar % 4 == 3 && eighth == 7;
            strike(drums, opens ? 46 : 42, eighth % 2 == 0 ? 84 : 56, start + eighth * QUARTER / 2);
        }
        strike(drums, 36, 112, start);
        strike(drums, 36, 90, start + QUARTER * 5 / 2);
        strike(drums, 38, 104, start + QUARTER);
        strike(drums, 38, 104, start + 3 * QUARTER);
        if (bar % 4 == 0) {
            strike(drums, 49, 100, start);
        }
        for (int i = 0; bar % 4 == 3 && i < FILL.size(); i++) {
            strike(drums, FILL.get(i), 80 + 8 * i, start + 3 * QUARTER + i * QUARTER / 4);
        }
    }

    /** Everything that a picture can show, in a few notes. */
    static NoteSequence miniature() {
        return NoteSequence.builder(QUARTER)
                .title("Three & <four>")
                .tempo(0, 140)
                .timeSignature(0, 3, 8)
                .timeSignature(2 * 3 * QUARTER / 2, 4, 4)
                .keySignature(0, -3, KeySignature.Mode.MINOR)
                .part(play(Part.builder("Voice").program(52), "C5:1 Eb5:1 D5:1 G4:3 C5:2 Bb4:2 G4:4")
                        .lyric(0, "lul-")
                        .lyric(240, "la-")
                        .lyric(480, "by")
                        .build())
                .part(Part.builder("")
                        .program(42)
                        .note(48, 30, 0, 1440)
                        .note(43, 127, 1440, 3360)
                        .build())
                .part(Part.builder("")
                        .drums(true)
                        .note(36, 90, 0, 60)
                        .note(42, 50, 720, 780)
                        .build())
                .chordSymbol(0, "Cm")
                .chordSymbol(1440, "Gm7/Bb")
                .marker(1440, "verse")
                .build();
    }

    /** Notes one after the other, such as {@code G4:3 -:1}: lengths in eighths, louder on the beat. */
    private static Part.Builder play(Part.Builder part, String notes) {
        long tick = 0;
        for (String note : notes.strip().split("\\s+", -1)) {
            String[] pitchAndEighths = note.split(":", -1);
            long length = Long.parseLong(pitchAndEighths[1]) * QUARTER / 2;
            if (!pitchAndEighths[0].equals("-")) {
                add(part, pitchAndEighths[0], velocityAt(tick), tick, length);
            }
            tick += length;
        }
        return part;
    }

    private static int velocityAt(long tick) {
        if (tick % BAR == 0) {
            return 116;
        }
        return tick % QUARTER == 0 ? 92 : 68;
    }

    private static void add(Part.Builder part, String pitch, int velocity, long start, long length) {
        part.note(Pitch.parse(pitch), velocity, start, start + length);
    }

    private static void strike(Part.Builder drums, int pitch, int velocity, long start) {
        drums.note(pitch, velocity, start, start + QUARTER / 8);
    }
}
