package io.github.musicgen.midi.musicxml;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.midi.musicxml.report.MusicXmlNotice;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.sequence.Pitch;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Composes small scores for tests, and says in short what was read. */
final class Scores {
    /** Four quarters to a bar, a quarter being one division. */
    static final String COMMON_TIME = attributes("<divisions>1</divisions>" + time("4", "4"));

    private Scores() {}

    /** A score of one part with these measures. */
    static String score(String... measures) {
        return scoreOf("", part("P1", measures));
    }

    /** A score of parts; the header goes into the score-part elements of the first. */
    static String scoreOf(String declaration, String... parts) {
        StringBuilder list = new StringBuilder();
        for (int i = 1; i <= parts.length; i++) {
            list.append("<score-part id='P" + i + "'><part-name>Part " + i + "</part-name>")
                    .append(i == 1 ? declaration : "")
                    .append("</score-part>");
        }
        return "<score-partwise version='4.0'><part-list>" + list + "</part-list>" + String.join("", parts)
                + "</score-partwise>";
    }

    static String part(String id, String... measures) {
        StringBuilder part = new StringBuilder("<part id='" + id + "'>");
        for (int i = 1; i <= measures.length; i++) {
            String measure = measures[i - 1];
            boolean complete = measure.startsWith("<measure");
            part.append(complete ? measure : "<measure number='" + i + "'>" + measure + "</measure>");
        }
        return part.append("</part>").toString();
    }

    static String pickup(String... content) {
        return "<measure number='0' implicit='yes'>" + String.join("", content) + "</measure>";
    }

    static String attributes(String content) {
        return "<attributes>" + content + "</attributes>";
    }

    static String divisions(int divisions) {
        return attributes("<divisions>" + divisions + "</divisions>");
    }

    static String time(String beats, String beatType) {
        return "<time><beats>" + beats + "</beats><beat-type>" + beatType + "</beat-type></time>";
    }

    /** A note such as {@code F#4}; what follows goes behind its duration. */
    static String note(String pitch, int duration, String... more) {
        return "<note>" + pitch(pitch) + "<duration>" + duration + "</duration>" + String.join("", more) + "</note>";
    }

    static String chordNote(String pitch, int duration, String... more) {
        return "<note><chord/>" + pitch(pitch) + "<duration>" + duration + "</duration>" + String.join("", more)
                + "</note>";
    }

    static String grace(String pitch) {
        return "<note><grace/>" + pitch(pitch) + "</note>";
    }

    static String pitch(String name) {
        int alter = name.contains("#") ? 1 : name.contains("b") ? -1 : 0;
        return "<pitch><step>" + name.charAt(0) + "</step><alter>" + alter + "</alter><octave>"
                + name.charAt(name.length() - 1) + "</octave></pitch>";
    }

    static String rest(int duration) {
        return "<note><rest/><duration>" + duration + "</duration></note>";
    }

    static String backup(int duration) {
        return "<backup><duration>" + duration + "</duration></backup>";
    }

    static String forward(int duration) {
        return "<forward><duration>" + duration + "</duration></forward>";
    }

    static String tie(String type) {
        return "<tie type='" + type + "'/>";
    }

    static String direction(String type, String... more) {
        return "<direction><direction-type>" + type + "</direction-type>" + String.join("", more) + "</direction>";
    }

    static String sound(String attributes) {
        return "<sound " + attributes + "/>";
    }

    static byte[] bytes(String score) {
        return score.getBytes(StandardCharsets.UTF_8);
    }

    static NoteSequence read(String score) throws MalformedMusicXmlException {
        return MusicXmlReader.parse(bytes(score));
    }

    static List<String> notices(String score) throws MalformedMusicXmlException {
        return MusicXmlReader.parseWithNotices(bytes(score)).notices().stream()
                .map(MusicXmlNotice::text)
                .toList();
    }

    /** The notes of the first part, such as {@code C4 0-480}. */
    static List<String> notes(NoteSequence sequence) {
        return notes(sequence.parts().get(0));
    }

    static List<String> notes(Part part) {
        return part.notes().stream()
                .map(note -> Pitch.nameOf(note.pitch()) + " " + note.startTick() + "-" + note.endTick())
                .toList();
    }

    static List<Integer> velocities(NoteSequence sequence) {
        return sequence.parts().get(0).notes().stream()
                .map(note -> note.velocity())
                .toList();
    }

    /** The time signatures, such as {@code 0: 4/4}. */
    static List<String> meters(NoteSequence sequence) {
        return sequence.meterMap().timeSignatures().stream()
                .map(meter -> meter.tick() + ": " + meter.numerator() + "/" + meter.denominator())
                .toList();
    }
}
