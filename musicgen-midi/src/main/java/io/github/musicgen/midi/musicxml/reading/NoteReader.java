package io.github.musicgen.midi.musicxml.reading;

import io.github.musicgen.midi.format.Excerpt;
import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.midi.musicxml.report.ScorePlace;
import io.github.musicgen.midi.musicxml.score.Mark;
import io.github.musicgen.midi.musicxml.score.MeasureElement;
import io.github.musicgen.midi.musicxml.score.MeasureElement.Direction;
import io.github.musicgen.midi.musicxml.score.MeasureElement.Rest;
import io.github.musicgen.midi.musicxml.score.MeasureElement.Unpitched;
import io.github.musicgen.midi.musicxml.score.MeasureElement.VerseSyllable;
import io.github.musicgen.midi.musicxml.score.MeasureElement.WrittenNote;
import io.github.musicgen.midi.musicxml.score.MeasureElement.WrittenNote.Kind;
import io.github.musicgen.midi.musicxml.score.MeasureElement.WrittenPitch;
import io.github.musicgen.midi.musicxml.score.MeasureElement.WrittenSound;
import io.github.musicgen.midi.musicxml.source.Notices;
import io.github.musicgen.midi.musicxml.source.XmlCursor;
import io.github.musicgen.midi.musicxml.vocabulary.Fraction;
import io.github.musicgen.midi.musicxml.vocabulary.Loudness;
import io.github.musicgen.midi.musicxml.vocabulary.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a note. */
final class NoteReader {
    private static final int MAX_OCTAVE = 99;
    private static final int MAX_ALTER = 12;
    private static final int MAX_STAFF = 1000;
    private static final int PER_OCTAVE = 12;
    private static final Fraction MOST_SHARPS = Fraction.of(MAX_ALTER);

    /** What notation asks of a player and we do not play, by the name of its element. */
    private static final Map<String, String> NOT_PLAYED = Map.ofEntries(
            Map.entry("arpeggiate", "arpeggio; not spread"),
            Map.entry("glissando", "glissando; not played"),
            Map.entry("slide", "slide; not played"),
            Map.entry("trill-mark", "trill; not played"),
            Map.entry("turn", "turn; not played"),
            Map.entry("delayed-turn", "turn; not played"),
            Map.entry("inverted-turn", "turn; not played"),
            Map.entry("delayed-inverted-turn", "turn; not played"),
            Map.entry("mordent", "mordent; not played"),
            Map.entry("inverted-mordent", "mordent; not played"),
            Map.entry("shake", "shake; not played"),
            Map.entry("tremolo", "tremolo; not repeated"));

    private final XmlCursor xml;
    private final Notices notices;
    private final ScorePlace place;
    private boolean grace;
    private boolean cue;
    private boolean chord;
    private @Nullable Fraction quarters;
    private WrittenSound sound = new Rest();
    private boolean tieStart;
    private boolean tieStop;
    private String voice = "1";
    private int staff = 1;
    private String instrument = "";
    private int velocity;
    private final List<VerseSyllable> lyrics = new ArrayList<>();
    private @Nullable Direction dynamic;

    private NoteReader(XmlCursor xml, Notices notices) {
        this.xml = xml;
        this.notices = notices;
        this.place = xml.place();
        Decimal.parse(xml.attribute("dynamics")).ifPresent(percent -> velocity = Loudness.velocity(percent));
    }

    /** Reads the element that the cursor stands at; a dynamic within it comes before it. */
    static void read(XmlCursor xml, Notices notices, Durations durations, List<MeasureElement> elements)
            throws MalformedMusicXmlException {
        NoteReader reader = new NoteReader(xml, notices);
        xml.children(name -> reader.readChild(name, durations));
        if (reader.dynamic != null) {
            elements.add(reader.dynamic);
        }
        elements.add(reader.note());
    }

    private WrittenNote note() throws MalformedMusicXmlException {
        Fraction length = quarters;
        if (grace) {
            length = Fraction.ZERO;
        } else if (length == null) {
            throw new MalformedMusicXmlException(place, "a note must have a duration");
        }
        return new WrittenNote(
                place,
                kind(),
                chord,
                length,
                sound,
                tieStop,
                tieStart,
                voice,
                staff,
                instrument,
                velocity,
                List.copyOf(lyrics));
    }

    private Kind kind() {
        if (grace) {
            return cue ? Kind.CUE_GRACE : Kind.GRACE;
        }
        return cue ? Kind.CUE : Kind.FULL;
    }

    private void readChild(String name, Durations durations) throws MalformedMusicXmlException {
        switch (name) {
            case "grace" -> grace = true;
            case "cue" -> cue = true;
            case "chord" -> chord = true;
            case "duration" -> quarters = durations.read();
            case "pitch" -> sound = readPitch();
            case "unpitched" -> sound = readUnpitched();
            case "tie" -> readTie();
            case "voice" -> voice = xml.text();
            case "staff" -> staff = xml.integer(1, MAX_STAFF);
            case "instrument" -> instrument = xml.attribute("id", "");
            case "lyric" -> LyricReader.read(xml).ifPresent(lyrics::add);
            case "notations" -> xml.children(this::readNotation);
            default -> {}
        }
    }

    private void readTie() {
        tieStart |= xml.attributeIs("type", "start");
        tieStop |= xml.attributeIs("type", "stop");
    }

    private void readNotation(String name) throws MalformedMusicXmlException {
        switch (name) {
            case "tied" -> readTie();
            case "ornaments" -> xml.children(this::noticeNotPlayed);
            case "dynamics" -> xml.children(this::readDynamic);
            default -> noticeNotPlayed(name);
        }
    }

    private void noticeNotPlayed(String name) {
        String text = NOT_PLAYED.get(name);
        if (text != null) {
            notices.add(place, text);
        }
    }

    private void readDynamic(String sign) {
        Mark.Dynamic read = DynamicSigns.of(sign);
        if (read != null) {
            dynamic = new Direction(place, Fraction.ZERO, read);
        }
    }

    private WrittenPitch readPitch() throws MalformedMusicXmlException {
        int[] semitones = {0};
        int[] octaves = {0};
        boolean[] complete = new boolean[2];
        xml.children(name -> {
            switch (name) {
                case "step" -> {
                    semitones[0] += Spelling.pitchClass(readStep());
                    complete[0] = true;
                }
                case "alter" -> semitones[0] += readAlter();
                case "octave" -> {
                    octaves[0] = xml.integer(-MAX_OCTAVE, MAX_OCTAVE);
                    complete[1] = true;
                }
                default -> {}
            }
        });
        if (!complete[0] || !complete[1]) {
            throw new MalformedMusicXmlException(place, "a pitch must have a step and an octave");
        }
        return new WrittenPitch(semitones[0] + PER_OCTAVE * (octaves[0] + 1));
    }

    private String readStep() throws MalformedMusicXmlException {
        String step = xml.text();
        if (!Spelling.isStep(step)) {
            throw xml.fault("step must be one of A B C D E F G, but was " + Excerpt.quoted(step));
        }
        return step;
    }

    private int readAlter() throws MalformedMusicXmlException {
        Fraction alter = xml.fraction(MOST_SHARPS.negated(), MOST_SHARPS);
        if (alter.denominator() != 1) {
            notices.add(place, "microtone; moved to the nearest semitone, halves up");
        }
        return (int) Math.floor(alter.toDouble() + 0.5);
    }

    private Unpitched readUnpitched() throws MalformedMusicXmlException {
        String[] step = {""};
        int[] octave = {0};
        xml.children(name -> {
            switch (name) {
                case "display-step" -> step[0] = readStep();
                case "display-octave" -> octave[0] = xml.integer(-MAX_OCTAVE, MAX_OCTAVE);
                default -> {}
            }
        });
        return new Unpitched(step[0], octave[0]);
    }
}
