package io.github.musicgen.midi.abc;

import static io.github.musicgen.midi.abc.Tunes.notes;
import static io.github.musicgen.midi.abc.Tunes.strictly;
import static io.github.musicgen.midi.abc.Tunes.tune;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import org.junit.jupiter.api.Test;

/** Several voices, and what a voice is told about its instrument. */
class AbcVoicesTest {

    private static String part(NoteSequence sequence, int index) {
        return notes(sequence, sequence.parts().get(index).notes());
    }

    @Test
    void voices_inInterleavedLines_playTogether() {
        NoteSequence sequence = strictly("X:1", "L:1/4", "K:C", "V:1", "CD|", "V:2", "ef|", "V:1", "EF|", "V:2", "ga|");

        assertThat(part(sequence, 0)).isEqualTo("C4:0+1 D4:1+1 E4:2+1 F4:3+1");
        assertThat(part(sequence, 1)).isEqualTo("E5:0+1 F5:1+1 G5:2+1 A5:3+1");
    }

    @Test
    void voices_inBrackets_playTogether() {
        NoteSequence sequence = strictly("X:1", "L:1/4", "K:C", "[V:a]CD|[V:b]ef|", "[V:a]EF|[V:b]ga|");

        assertThat(sequence.parts()).extracting(Part::name).containsExactly("a", "b");
        assertThat(part(sequence, 1)).isEqualTo("E5:0+1 F5:1+1 G5:2+1 A5:3+1");
    }

    @Test
    void voices_ofTheHeader_comeInItsOrderWithTheirNames() {
        NoteSequence sequence = strictly(
                "X:1", "V:T name=\"Tenor I\" snm=\"T\"", "V:B nm=Bass clef=bass", "K:C", "V:B", "C|", "V:T", "c|");

        assertThat(sequence.parts()).extracting(Part::name).containsExactly("Tenor I", "Bass");
    }

    @Test
    void voice_neverPlayed_isNoPart() {
        assertThat(strictly("X:1", "V:1", "V:2", "K:C", "V:1", "C|").parts()).hasSize(1);
    }

    /** From the example Zocharti Loch of the standard: transposition puts bass notes that are written high where they belong. */
    @Test
    void voice_withClefAndTransposition_soundsAsItSays() {
        NoteSequence sequence = strictly(
                "X:1",
                "V:T1 clef=treble-8",
                "V:B1 middle=d clef=bass transpose=-24",
                "K:Gm",
                "[V:T1](B2c2|",
                "[V:B1]f2 g2|");

        assertThat(part(sequence, 0)).isEqualTo("Bb3:0+1 C4:1+1");
        assertThat(part(sequence, 1)).isEqualTo("F3:0+1 G3:1+1");
    }

    @Test
    void fieldBetweenLines_isForAllVoices_butInOneForThatVoice() {
        NoteSequence sequence =
                strictly("X:1", "L:1/4", "K:C", "V:1", "F|", "V:2", "F|", "K:D", "V:1", "F[K:C]F|", "V:2", "FF|");

        assertThat(part(sequence, 0)).isEqualTo("F4:0+1 F#4:1+1 F4:2+1");
        assertThat(part(sequence, 1)).isEqualTo("F4:0+1 F#4:1+1 F#4:2+1");
    }

    @Test
    void fieldBehindItsVoice_isForThatVoice() {
        NoteSequence sequence = strictly("X:1", "L:1/4", "K:C", "V:1", "K:D", "F|", "V:2", "F|");

        assertThat(part(sequence, 0)).isEqualTo("F#4:0+1");
        assertThat(part(sequence, 1)).isEqualTo("F4:0+1");
    }

    @Test
    void overlay_startsAtTheBarAgain() {
        assertThat(notes(strictly("X:1", "L:1/4", "M:2/4", "K:C", "C2|E F & C2|G2|")))
                .isEqualTo("C4:0+2 C4:2+2 E4:2+1 F4:3+1 G4:4+2");
    }

    @Test
    void overlay_ofTwoSigns_goesBackTwoBars() {
        assertThat(notes(strictly("X:1", "L:1/4", "M:2/4", "K:C", "C2|D2|E2 && c2|e2|G2|")))
                .isEqualTo("C4:0+2 D4:2+2 C5:2+2 E4:4+2 E5:4+2 G4:6+2");
    }

    @Test
    void overlay_ofAnotherLength_isTold() {
        AbcTune tune = tune("X:1", "L:1/4", "M:2/4", "K:C", "E F & C|G2|");

        assertThat(notes(tune.sequence())).isEqualTo("C4:0+1 E4:0+1 F4:1+1 G4:2+2");
        assertThat(tune.notices()).hasSize(1);
    }

    @Test
    void accidental_ofAVoice_staysInIt() {
        assertThat(notes(strictly("X:1", "L:1/4", "K:C", "[V:1]^F[V:2]F[V:1]F|")))
                .isEqualTo("F#4:0+1 F#4:1+1 F4:0+1");
    }

    @Test
    void midiDirectives_setProgramDrumsAndTransposition() {
        NoteSequence sequence = strictly(
                "X:1",
                "L:1/4",
                "V:1",
                "%%MIDI program 1 73",
                "V:2",
                "%%MIDI channel 10",
                "K:C",
                "V:1",
                "C|",
                "V:2",
                "I:MIDI transpose -12",
                "C|");

        assertThat(sequence.parts()).extracting(Part::program).containsExactly(73, 0);
        assertThat(sequence.parts()).extracting(Part::drums).containsExactly(false, true);
        assertThat(part(sequence, 1)).isEqualTo("C3:0+1");
    }

    @Test
    void midiDirective_ofTheHeader_isForAllVoices() {
        assertThat(strictly("X:1", "%%MIDI program 40", "K:C", "[V:1]C[V:2]C").parts())
                .extracting(Part::program)
                .containsExactly(40, 40);
    }

    @Test
    void fileHeader_isForAllTunes() throws MalformedAbcException {
        var tunes = AbcReader.parseLenient(
                "L:1/2\nM:3/4\n%%MIDI program 5\n\nX:1\nK:C\nC\n\nfree text\n\nX:2\nL:1/4\nK:C\nC\n");

        assertThat(tunes).extracting(tune -> tune.sequence().endTick()).containsExactly(960L, 480L);
        assertThat(tunes)
                .allSatisfy(tune ->
                        assertThat(tune.sequence().parts().get(0).program()).isEqualTo(5));
    }
}
