package io.github.musicgen.midi.abc;

import static io.github.musicgen.midi.abc.Tunes.music;
import static io.github.musicgen.midi.abc.Tunes.strictly;
import static io.github.musicgen.midi.abc.Tunes.tune;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.sequence.ChordSymbol;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Chord symbols above the notes and words below them. */
class AbcWordsTest {

    /** All syllables and where they are sung in quarters, such as {@code 0:la 1:la}. */
    private static String words(NoteSequence sequence) {
        return sequence.parts().get(0).lyrics().stream()
                .map(lyric -> lyric.tick() / sequence.ticksPerQuarter() + ":" + lyric.text())
                .collect(Collectors.joining(" "));
    }

    @Test
    void chordSymbols_standWhereTheirNoteBegins() {
        assertThat(music("\"Am7\"C D \"G/B\"E|\"Bb\"F\"N.C.\"G").chordSymbols())
                .containsExactly(
                        new ChordSymbol(0, "Am7"),
                        new ChordSymbol(960, "G/B"),
                        new ChordSymbol(1_440, "Bb"),
                        new ChordSymbol(1_920, "N.C."));
    }

    @Test
    void annotations_andWhatIsNoChord_areLeftOut() {
        assertThat(music("\"^Am\"C \"_x\"D \"<(\"E \">)\"F \"@1,2 a\"G \"Fine\"A \"D.C.\"B \"\"c \"slowly\"d")
                        .chordSymbols())
                .isEmpty();
    }

    @Test
    void chordSymbols_ofAllKinds_areKept() {
        String chords =
                "C Cm Cmaj7 CM7 C7#9 Cdim Caug C+ C- Csus4 Cadd9 C6/9 F#m7b5 Eb/G C(G) (C) C\u266F G7(b9) C/e Bo7 NC";
        String text = chords.replaceAll("(\\S+)", "\"$1\"C");

        assertThat(strictly("X:1", "K:C", text).chordSymbols().stream()
                        .map(ChordSymbol::text)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(chords);
    }

    @Test
    void chordSymbols_ofARepeat_comeAgain() {
        assertThat(music("|:\"C\"C \"G\"D:|").chordSymbols())
                .extracting(ChordSymbol::tick)
                .containsExactly(0L, 480L, 960L, 1_440L);
    }

    @Test
    void words_standUnderTheirNotes() {
        assertThat(words(music("CDEF", "w: some sim-ple words"))).isEqualTo("0:some 1:sim- 2:ple 3:words");
    }

    @Test
    void words_holdSkipJoinAndGoToTheNextBar() {
        assertThat(words(music("CDEF|GABc|de", "w: time__ * | of~the | one\\-two -")))
                .isEqualTo("0:time 4:of the 8:one-two");
        assertThat(words(music("CDEF", "w: A-men -- B"))).isEqualTo("0:A- 1:men");
    }

    @Test
    void words_passOverRestsGraceNotesAndChords() {
        assertThat(words(music("C z {g}D [EG] F", "w: a b c d"))).isEqualTo("0:a 2:b 3:c 4:d");
    }

    @Test
    void words_belongToTheLineBefore() {
        assertThat(words(music("CD", "w: a", "EF", "w: b c", "G", "A", "w: d"))).isEqualTo("0:a 2:b 3:c 5:d");
    }

    @Test
    void words_belongToAllOfAContinuedLine() {
        assertThat(words(music("CD\\", "EF", "w: a b c d"))).isEqualTo("0:a 1:b 2:c 3:d");
    }

    @Test
    void words_ofSeveralVerses_comeInTurnWithEachRepeat() {
        assertThat(words(music("|:CD:|", "w: one two", "w: three four"))).isEqualTo("0:one 1:two 2:three 3:four");
        assertThat(words(music("|::CD::|", "w: one two", "w: three"))).isEqualTo("0:one 1:two 2:three 4:three");
    }

    @Test
    void words_belongToTheirVoice() {
        NoteSequence sequence = strictly("X:1", "L:1/4", "K:C", "[V:1]CD|", "w: a b", "[V:2]EF|", "w: c d");

        assertThat(sequence.parts().get(0).lyrics())
                .extracting(lyric -> lyric.text())
                .containsExactly("a", "b");
        assertThat(sequence.parts().get(1).lyrics())
                .extracting(lyric -> lyric.text())
                .containsExactly("c", "d");
    }

    @Test
    void words_beyondTheNotes_areTold() {
        AbcTune tune = tune("X:1", "K:C", "CD", "w: a b c");

        assertThat(words(tune.sequence())).isEqualTo("0:a 0:b");
        assertThat(tune.notices()).hasToString("[line 4, column 8: more syllables than notes; skipped]");
    }
}
