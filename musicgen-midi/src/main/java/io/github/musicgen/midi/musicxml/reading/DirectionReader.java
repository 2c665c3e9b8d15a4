package io.github.musicgen.midi.musicxml.reading;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.midi.musicxml.report.ScorePlace;
import io.github.musicgen.midi.musicxml.score.FormMark;
import io.github.musicgen.midi.musicxml.score.Mark;
import io.github.musicgen.midi.musicxml.score.Mark.Dynamic;
import io.github.musicgen.midi.musicxml.score.Mark.Pedal;
import io.github.musicgen.midi.musicxml.score.Mark.Rehearsal;
import io.github.musicgen.midi.musicxml.score.Mark.TempoMark;
import io.github.musicgen.midi.musicxml.score.MeasureElement;
import io.github.musicgen.midi.musicxml.score.MeasureElement.Direction;
import io.github.musicgen.midi.musicxml.source.Notices;
import io.github.musicgen.midi.musicxml.source.XmlCursor;
import io.github.musicgen.midi.musicxml.vocabulary.Fraction;
import io.github.musicgen.representation.time.Tempo;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads directions. One with an offset takes effect where it is printed, as writers mean it; only one that says
 * {@code sound="no"} takes effect at the cursor.
 */
final class DirectionReader {
    private static final double MICROSECONDS_PER_MINUTE = 60e6;
    private static final Pattern JUMP_IN_WORDS =
            Pattern.compile("(?i)(d\\. ?[cs]\\.|da capo|dal segno|to coda|fine\\b).*");

    private final XmlCursor xml;
    private final Notices notices;
    private final Durations durations;
    private final List<FormMark> form;
    private final ScorePlace place;
    private final List<Mark> marks = new ArrayList<>();
    private final int formBefore;
    private Fraction offset = Fraction.ZERO;
    private @Nullable Dynamic sign;
    private OptionalDouble loudness = OptionalDouble.empty();
    private OptionalDouble metronome = OptionalDouble.empty();
    private OptionalDouble tempo = OptionalDouble.empty();
    private boolean jumpInWords;

    private DirectionReader(XmlCursor xml, Notices notices, Durations durations, List<FormMark> form) {
        this.xml = xml;
        this.notices = notices;
        this.durations = durations;
        this.form = form;
        this.place = xml.place();
        this.formBefore = form.size();
    }

    /** Reads the direction that the cursor stands at. */
    static void read(
            XmlCursor xml, Notices notices, Durations durations, List<MeasureElement> elements, List<FormMark> form)
            throws MalformedMusicXmlException {
        DirectionReader reader = new DirectionReader(xml, notices, durations, form);
        xml.children(reader::readChild);
        reader.addTo(elements);
    }

    /** Reads the sound that the cursor stands at, outside any direction. */
    static void readSound(
            XmlCursor xml, Notices notices, Durations durations, List<MeasureElement> elements, List<FormMark> form)
            throws MalformedMusicXmlException {
        DirectionReader reader = new DirectionReader(xml, notices, durations, form);
        reader.readSound();
        reader.addTo(elements);
    }

    private void addTo(List<MeasureElement> elements) {
        if (sign != null || loudness.isPresent()) {
            marks.add(loudness.isPresent() ? DynamicSigns.of(sign, loudness.getAsDouble()) : sign);
        }
        addTempo(tempo.isPresent() ? tempo : metronome);
        if (jumpInWords && form.size() == formBefore) {
            notices.add(place, "jump that stands in words only; not played");
        }
        for (Mark mark : marks) {
            elements.add(new Direction(place, offset, mark));
        }
    }

    private void addTempo(OptionalDouble quartersPerMinute) {
        if (quartersPerMinute.isEmpty()) {
            return;
        }
        double microseconds = MICROSECONDS_PER_MINUTE / quartersPerMinute.getAsDouble();
        if (microseconds >= 1 && microseconds <= Tempo.MAX_MICROSECONDS_PER_QUARTER) {
            marks.add(new TempoMark(quartersPerMinute.getAsDouble()));
        } else {
            notices.add(place, "tempo of " + quartersPerMinute.getAsDouble() + " quarters per minute; ignored");
        }
    }

    private void readChild(String name) throws MalformedMusicXmlException {
        switch (name) {
            case "direction-type" -> xml.children(this::readType);
            case "offset" -> readOffset();
            case "sound" -> readSound();
            default -> {}
        }
    }

    private void readOffset() throws MalformedMusicXmlException {
        boolean printOnly = xml.attributeIs("sound", "no");
        Fraction read = durations.readOffset();
        offset = printOnly ? Fraction.ZERO : read;
    }

    private void readType(String name) throws MalformedMusicXmlException {
        switch (name) {
            case "rehearsal" -> marks.add(new Rehearsal(xml.text()));
            case "words" -> jumpInWords |= JUMP_IN_WORDS.matcher(xml.text()).matches();
            case "dynamics" -> xml.children(this::readSign);
            case "metronome" -> metronome = MetronomeReader.read(xml, notices);
            case "pedal" -> readPedal();
            case "wedge" -> noticeWedge();
            default -> {}
        }
    }

    private void readSign(String name) {
        Dynamic read = DynamicSigns.of(name);
        sign = read == null ? sign : read;
    }

    private void readPedal() {
        switch (xml.attribute("type", "")) {
            case "start", "resume", "sostenuto" -> marks.add(new Pedal(true));
            case "stop", "discontinue" -> marks.add(new Pedal(false));
            case "change" -> {
                marks.add(new Pedal(false));
                marks.add(new Pedal(true));
            }
            default -> {}
        }
    }

    private void noticeWedge() {
        if (!xml.attributeIs("type", "stop")) {
            notices.add(place, "hairpin; not played");
        }
    }

    private void readSound() throws MalformedMusicXmlException {
        FormReader.readJumps(xml, form);
        OptionalDouble soundTempo = Decimal.parse(xml.attribute("tempo"));
        tempo = soundTempo.isPresent() ? soundTempo : tempo;
        OptionalDouble soundLoudness = Decimal.parse(xml.attribute("dynamics"));
        loudness = soundLoudness.isPresent() ? soundLoudness : loudness;
        xml.children(name -> {
            switch (name) {
                case "offset" -> readOffset();
                case "midi-instrument", "instrument-change" ->
                    notices.add(place, "change of instrument within a part; not followed");
                default -> {}
            }
        });
    }
}
