package io.github.musicgen.midi.abc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A text that is cut off or changed anywhere is still read, or refused with its place; nothing else happens. */
class AbcFaultsTest {

    /** A bit of everything. */
    private static final String TUNE = """
            %abc-2.1
            X:7
            T:Caf\\'e &amp; more
            M:6/8
            L:1/8
            Q:"Allegro" 3/8=80
            P:A(BA)2
            U:W=!p!
            V:1 name="First voice" clef=treble+8
            V:2 clef=bass octave=-1 transpose=2
            %%MIDI program 32
            K:Ador ^g
            P:A
            V:1
            D|:"Am"[Ace]- [Ace] {gf}e>d (3cBA|1 WG,2^F/ !f!_B,,3//z2z3//:|2 A3-A2||
            w:one two-three__ four | five *
            V:2
            z|:A,6 & C2 E2 A2|1 Z:|2 [K:C]x5||
            M:2/4
            P:B
            V:1
            [Q:1/4=90](5:4:5abc'd!segno!e|f.g~a!D.C.!b|\\
            g4|]
            V:2
            Z2|c'4|]
            """;

    private static final String CHANGES = "C^|:[(\"&9\n";

    private static int reads(String text) {
        return reads(text, true) + reads(text, false);
    }

    /** Reads a text and returns how many tunes it holds; none if it is refused. */
    private static int reads(String text, boolean strict) {
        try {
            List<AbcTune> tunes = strict ? AbcReader.parse(text) : AbcReader.parseLenient(text);
            assertThat(tunes).isNotEmpty();
            return tunes.size();
        } catch (MalformedAbcException refusal) {
            assertThat(refusal.line()).isPositive();
            assertThat(refusal.column()).isPositive();
            return 0;
        }
    }

    @Test
    void sample_isReadWithoutRepairs() throws MalformedAbcException {
        NoteSequence sequence = AbcReader.parse(TUNE).get(0).sequence();

        assertThat(sequence.parts()).hasSize(2);
        assertThat(sequence.notes().count()).isGreaterThan(50);
    }

    @Test
    void everyTruncation_isReadOrRefused() {
        int read = 0;
        for (int length = 0; length <= TUNE.length(); length++) {
            read += reads(TUNE.substring(0, length));
        }
        assertThat(read).isGreaterThan(TUNE.length() / 2);
    }

    @Test
    void everyChangeOfACharacter_isReadOrRefused() {
        int read = 0;
        for (int at = 0; at < TUNE.length(); at++) {
            for (int change = 0; change < CHANGES.length(); change++) {
                read += reads(TUNE.substring(0, at) + CHANGES.charAt(change) + TUNE.substring(at + 1));
            }
        }
        assertThat(read).isGreaterThan(TUNE.length());
    }

    @Test
    void everyLossAndDoubleOfACharacter_isReadOrRefused() {
        int read = 0;
        for (int at = 0; at < TUNE.length(); at++) {
            read += reads(TUNE.substring(0, at) + TUNE.substring(at + 1));
            read += reads(TUNE.substring(0, at + 1) + TUNE.substring(at));
        }
        assertThat(read).isGreaterThan(TUNE.length());
    }
}
