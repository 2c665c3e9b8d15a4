package io.github.musicgen.midi.musicxml;

import static io.github.musicgen.midi.musicxml.Scores.COMMON_TIME;
import static io.github.musicgen.midi.musicxml.Scores.note;
import static io.github.musicgen.midi.musicxml.Scores.notices;
import static io.github.musicgen.midi.musicxml.Scores.part;
import static io.github.musicgen.midi.musicxml.Scores.read;
import static io.github.musicgen.midi.musicxml.Scores.scoreOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which drum an unpitched note means, and which instrument a part is. */
class DrumsTest {
    private static final String KIT = instrument("KICK", 10, 1, 37) + instrument("HAT", 10, 1, 43);

    private static String instrument(String id, int channel, int program, int unpitched) {
        return "<midi-instrument id='" + id + "'><midi-channel>" + channel + "</midi-channel><midi-program>" + program
                + "</midi-program>" + (unpitched > 0 ? "<midi-unpitched>" + unpitched + "</midi-unpitched>" : "")
                + "</midi-instrument>";
    }

    private static String hit(String step, int octave, String instrument) {
        return "<note><unpitched><display-step>" + step + "</display-step><display-octave>" + octave
                + "</display-octave></unpitched><duration>1</duration>"
                + (instrument.isEmpty() ? "" : "<instrument id='" + instrument + "'/>") + "</note>";
    }

    private static Part onlyPart(String score) throws MalformedMusicXmlException {
        return read(score).parts().get(0);
    }

    private static List<Integer> pitches(Part part) {
        return part.notes().stream().map(Note::pitch).toList();
    }

    @Test
    void unpitchedNotes_areTheDrumsOfTheirInstruments() throws Exception {
        Part part = onlyPart(scoreOf(KIT, part("P1", COMMON_TIME + hit("F", 4, "KICK") + hit("G", 5, "HAT"))));
        assertThat(part.drums()).isTrue();
        assertThat(pitches(part)).containsExactly(36, 42);
    }

    @Test
    void unpitchedNotes_withoutAnInstrument_areTakenFromTheStaff() throws Exception {
        String score = scoreOf("", part("P1", COMMON_TIME + hit("F", 4, "") + hit("C", 5, "") + hit("D", 9, "")));
        assertThat(onlyPart(score).drums()).isTrue();
        assertThat(pitches(onlyPart(score))).containsExactly(36, 38, 38);
        assertThat(notices(score)).contains("drum that no MIDI instrument names; taken from its place on the staff");
    }

    @Test
    void pitchesOnChannel10_areDrums() throws Exception {
        Part part = onlyPart(scoreOf(instrument("X", 10, 1, 0), part("P1", COMMON_TIME + note("D2", 4))));
        assertThat(part.drums()).isTrue();
        assertThat(pitches(part)).containsExactly(38);
    }

    @Test
    void unpitchedNotes_amongPitches_areDropped() throws Exception {
        String score = scoreOf(
                instrument("X", 1, 41, 0), part("P1", COMMON_TIME + note("D4", 1) + hit("E", 4, "") + note("D4", 2)));
        assertThat(onlyPart(score).drums()).isFalse();
        assertThat(pitches(onlyPart(score))).containsExactly(62, 62);
        assertThat(notices(score)).containsExactly("note without a pitch in a part that has pitches; dropped");
    }

    @Test
    void programs_countFromOneInTheFile() throws Exception {
        Part part = onlyPart(scoreOf(instrument("X", 1, 41, 0), part("P1", COMMON_TIME + note("D4", 4))));
        assertThat(part.name()).isEqualTo("Part 1");
        assertThat(part.program()).isEqualTo(40);
    }

    @Test
    void programZero_isIgnored() throws Exception {
        String score = scoreOf(instrument("X", 1, 0, 0), part("P1", COMMON_TIME + note("D4", 4)));
        assertThat(onlyPart(score).program()).isZero();
        assertThat(notices(score)).containsExactly("midi-program is not within 1..128; ignored");
    }

    @Test
    void partsThatAreNotDeclared_areReadAllTheSame() throws Exception {
        Part part = onlyPart("<score-partwise>" + part("P7", COMMON_TIME + note("D4", 4)) + "</score-partwise>");
        assertThat(part.name()).isEmpty();
        assertThat(pitches(part)).containsExactly(62);
    }

    @Test
    void changesOfInstrument_areNamed() throws Exception {
        String change = "<sound><midi-instrument id='X'><midi-program>5</midi-program></midi-instrument></sound>";
        assertThat(notices(scoreOf(instrument("X", 1, 1, 0), part("P1", COMMON_TIME + change + note("D4", 4)))))
                .containsExactly("change of instrument within a part; not followed");
    }
}
