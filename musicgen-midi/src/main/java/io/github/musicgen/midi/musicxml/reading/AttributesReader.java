package io.github.musicgen.midi.musicxml.reading;

import io.github.musicgen.midi.format.Excerpt;
import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.midi.musicxml.report.ScorePlace;
import io.github.musicgen.midi.musicxml.score.MeasureElement.Attributes;
import io.github.musicgen.midi.musicxml.score.MeasureElement.Transposition;
import io.github.musicgen.midi.musicxml.score.MeasureElement.WrittenKey;
import io.github.musicgen.midi.musicxml.score.Meter;
import io.github.musicgen.midi.musicxml.source.Notices;
import io.github.musicgen.midi.musicxml.source.XmlCursor;
import io.github.musicgen.midi.musicxml.vocabulary.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of a measure. */
final class AttributesReader {
    private static final int MOST_FIFTHS = 99;
    private static final int MOST_OCTAVES = 10;
    private static final int PER_OCTAVE = 12;
    private static final int STEPS_PER_OCTAVE = 7;
    private static final int MOST_STAVES = 1000;
    private static final Set<String> MINOR_MODES = Set.of("minor", "aeolian");
    private static final Set<String> KNOWN_MODES = Set.of("", "none", "major", "ionian", "minor", "aeolian");

    private final XmlCursor xml;
    private final Notices notices;
    private final ScorePlace place;
    private @Nullable WrittenKey key;
    private @Nullable Meter meter;
    private final List<Transposition> transpositions = new ArrayList<>();

    private AttributesReader(XmlCursor xml, Notices notices) {
        this.xml = xml;
        this.notices = notices;
        this.place = xml.place();
    }

    /** Reads the element that the cursor stands at. Of several keys or meters, one to a staff, the first is taken. */
    static Attributes read(XmlCursor xml, Notices notices, Durations durations) throws MalformedMusicXmlException {
        AttributesReader reader = new AttributesReader(xml, notices);
        xml.children(name -> {
            switch (name) {
                case "divisions" -> durations.readDivisions();
                case "key" -> reader.readKey();
                case "time" -> reader.readTime();
                case "transpose" -> reader.transpositions.add(reader.readTransposition());
                default -> {}
            }
        });
        return new Attributes(reader.place, reader.key, reader.meter, List.copyOf(reader.transpositions));
    }

    private void readKey() throws MalformedMusicXmlException {
        String[] mode = {""};
        List<Integer> fifths = new ArrayList<>();
        xml.children(name -> {
            switch (name) {
                case "fifths" -> fifths.add(xml.integer(-MOST_FIFTHS, MOST_FIFTHS));
                case "mode" -> mode[0] = xml.text();
                default -> {}
            }
        });
        if (fifths.isEmpty()) {
            notices.add(place, "key signature that is not made of fifths; ignored");
        } else if (key == null) {
            key = new WrittenKey(fifths.get(0), MINOR_MODES.contains(mode[0]));
            if (!KNOWN_MODES.contains(mode[0])) {
                notices.add(place, "key in the mode " + Excerpt.quoted(mode[0]) + "; taken as major");
            }
        }
    }

    private void readTime() throws MalformedMusicXmlException {
        MeterReader reader = new MeterReader();
        xml.children(name -> {
            switch (name) {
                case "beats" -> reader.beats(xml.text());
                case "beat-type" -> reader.beatType(xml.text());
                default -> {}
            }
        });
        Meter read = reader.meter();
        if (read.free() && reader.hasNumbers()) {
            notices.add(place, "meter that cannot be expressed; bars are as long as what is in them");
        }
        meter = meter == null ? read : meter;
    }

    private Transposition readTransposition() throws MalformedMusicXmlException {
        int staff = staffNumber();
        int[] shift = new int[3]; // chromatic, diatonic, octaves
        int[] doubled = {0};
        boolean[] hasDiatonic = {false};
        xml.children(name -> {
            switch (name) {
                case "chromatic" -> shift[0] = semitones();
                case "diatonic" -> {
                    shift[1] = xml.integer(-MOST_FIFTHS, MOST_FIFTHS);
                    hasDiatonic[0] = true;
                }
                case "octave-change" -> shift[2] = xml.integer(-MOST_OCTAVES, MOST_OCTAVES);
                case "double" -> doubled[0] = xml.attributeIs("above", "yes") ? PER_OCTAVE : -PER_OCTAVE;
                default -> {}
            }
        });
        int fifths = hasDiatonic[0] ? fifths(shift[0], shift[1]) : nearestFifths(shift[0]);
        return new Transposition(staff, shift[0] + PER_OCTAVE * shift[2], fifths, doubled[0]);
    }

    private int staffNumber() {
        Fraction number = Fraction.parse(xml.attribute("number", "0"));
        return number == null ? 0 : (int) Math.max(0, Math.min(MOST_STAVES, number.numerator()));
    }

    /** Microtones of a transposition are rounded. */
    private int semitones() throws MalformedMusicXmlException {
        return (int) Math.round(xml.fraction(Fraction.of(-MOST_FIFTHS), Fraction.of(MOST_FIFTHS))
                .toDouble());
    }

    /** A fifth is 7 semitones and 4 steps, so that an octave, 12 and 7, comes to none. */
    private static int fifths(int chromatic, int diatonic) {
        return STEPS_PER_OCTAVE * chromatic - PER_OCTAVE * diatonic;
    }

    private static int nearestFifths(int chromatic) {
        int fifths = Math.floorMod(STEPS_PER_OCTAVE * chromatic, PER_OCTAVE);
        return fifths > PER_OCTAVE / 2 ? fifths - PER_OCTAVE : fifths;
    }
}
