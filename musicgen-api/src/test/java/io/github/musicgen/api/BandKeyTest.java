package io.github.musicgen.api;

import static io.github.musicgen.api.testing.TinyBands.TINY;
import static io.github.musicgen.api.testing.TinyBands.TINY_IN_C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bandvae.BandKey;
import io.github.musicgen.api.bandvae.BandKey.Source;
import io.github.musicgen.api.testing.TinyBands;
import io.github.musicgen.midi.abc.AbcReader;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.KeySignature.Mode;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which key bands play. */
class BandKeyTest {
    private static final Band BAND = Band.of(TinyBands.of(TINY, 6));
    private static final Band IN_C = Band.of(TinyBands.of(TINY_IN_C, 6));

    /** With a bass that lies an octave higher: it need not be raised in any key. */
    private static final Band HIGH_IN_C = Band.of(TinyBands.of(
            TINY_IN_C.withInstruments(TINY_IN_C.instruments().stream()
                    .map(each -> each.name().equals("bass")
                            ? new BandInstrument("bass", each.program(), false, 36, each.columns(), each.patches())
                            : each)
                    .toList()),
            6));

    /** In C, from C4 to A4. */
    private static NoteSequence tune() throws Exception {
        return AbcReader.parse("X:1\nL:1/8\nM:4/4\nK:C\nCDEFG2E2|FEDCG2C2|EGFEDFED|CEGEC4|\n")
                .get(0)
                .sequence();
    }

    private static List<Note> notes(NoteSequence music, int part) {
        return music.parts().get(part).notes();
    }

    private static List<Note> higher(List<Note> notes, int semitones) {
        return notes.stream()
                .map(note -> new Note(note.pitch() + semitones, note.velocity(), note.startTick(), note.endTick()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, -1, 1, 2})
    void accompany_ofATuneInAnotherKey_isTheSameInThatKey(int semitones) throws Exception {
        NoteSequence played = HIGH_IN_C.request().seed(3).accompany(tune());
        NoteSequence moved = HIGH_IN_C.request().seed(3).accompany(tune().transpose(semitones));
        assertThat(notes(played, 1)).isNotEmpty();
        assertThat(notes(moved, 0)).isEqualTo(higher(notes(played, 0), semitones));
        assertThat(notes(moved, 1)).isEqualTo(higher(notes(played, 1), semitones));
        assertThat(notes(moved, 2)).isEqualTo(notes(played, 2));
    }

    /** In G from G4 on: moved up to C it lies above all that this piano has. */
    @Test
    void accompany_aTuneThatIsMovedOutOfReach_isRefused() throws Exception {
        assertThatThrownBy(() -> IN_C.accompany(tune().transpose(7)))
                .hasMessage(
                        "the melody must have a note that the piano (pitches 48..71) can play, but had none among its "
                                + tune().notes().count());
    }

    @Test
    void continueSong_ofASongInAnotherKey_isTheSameInThatKey() throws Exception {
        NoteSequence song = tune();
        NoteSequence longer = HIGH_IN_C.request().seed(1).segments(4).continueSong(song);
        NoteSequence moved = HIGH_IN_C.request().seed(1).segments(4).continueSong(song.transpose(4));
        for (int part = 0; part < 3; part++) {
            assertThat(notes(moved, part)).isEqualTo(higher(notes(longer, part), 4));
        }
        assertThat(notes(moved, 3)).isEqualTo(notes(longer, 3));
    }

    @Test
    void compose_drawsItsKey() {
        Set<Integer> keys = new HashSet<>();
        for (int seed = 0; seed < 12; seed++) {
            BandRequest request = IN_C.request().seed(seed).segments(2);
            List<Note> atHome = notes(request.inKey("C chromatic").compose(), 0);
            List<Note> drawn = notes(request.compose(), 0);
            int semitones = drawn.get(0).pitch() - atHome.get(0).pitch();
            assertThat(drawn).isEqualTo(higher(atHome, semitones));
            keys.add(semitones);
        }
        assertThat(keys).hasSizeGreaterThan(4).allMatch(semitones -> semitones >= -5 && semitones <= 6);
    }

    @Test
    void compose_inKeysThatAreWished_isTheSameInEach() {
        NoteSequence inC = IN_C.request().seed(5).inKey("C").segments(4).compose();
        NoteSequence inE = IN_C.request().seed(5).inKey("E dorian").segments(4).compose();
        assertThat(notes(inC, 0)).isNotEmpty();
        assertThat(notes(inE, 0)).isEqualTo(higher(notes(inC, 0), 2));
        assertThat(notes(inE, 2)).isEqualTo(notes(inC, 2));
    }

    @Test
    void continueSong_inAKeyThatIsWished_saysSoWhereItBegins() throws Exception {
        NoteSequence longer = IN_C.request().segments(2).inKey("D major").continueSong(tune());
        KeySignature last = longer.keySignatures().get(longer.keySignatures().size() - 1);
        assertThat(last.keyName()).isEqualTo("D major");
        assertThat(longer.parts().stream().flatMap(part -> part.notes().stream()))
                .filteredOn(note -> note.startTick() >= last.tick())
                .isNotEmpty();
        BandKey goesOn = IN_C.request().keyToContinue(longer).orElseThrow();
        assertThat(goesOn.scale().name()).isEqualTo("D major");
        assertThat(goesOn.source()).isEqualTo(Source.SIGNATURE);
        assertThat(IN_C.request().segments(2).continueSong(tune()).keySignatures())
                .isEqualTo(tune().keySignatures());
    }

    /** Of what is given nothing comes again that is not in the key. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void inKey_isKeptAlways_butForWhatIsGiven(boolean oneKey) throws Exception {
        Band band = oneKey ? IN_C : BAND;
        for (String key : List.of("F# minor", "D dorian", "Eb major pentatonic", "C")) {
            Scale scale = Scale.parse(key);
            for (int seed = 0; seed < 4; seed++) {
                BandRequest request =
                        band.request().seed(seed).segments(8).threshold(0.2).inKey(key);
                assertWithin(scale, request.compose().parts());
                NoteSequence longer = request.continueSong(tune());
                assertThat(notes(longer, 0)).isEqualTo(notes(tune(), 0));
                assertWithin(scale, longer.parts().subList(1, 4));
                NoteSequence played = request.accompany(tune());
                assertThat(notes(played, 0)).isEqualTo(notes(tune(), 0));
                assertWithin(scale, played.parts().subList(1, 3));
            }
        }
    }

    /** At this threshold nobody sounds who need not, and nothing that is given may sound in the key. */
    @Test
    void inKey_whoPlayedOtherTones_comesBackAllTheSame() {
        Scale scale = Scale.parse("C# minor pentatonic");
        NoteSequence song = NoteSequence.builder(4)
                .part(Part.builder("x").note(60, 80, 0, 4).note(62, 80, 4, 16).build())
                .build();
        BandRequest request =
                BAND.request().threshold(0.9999).segments(12).inKey(scale).seed(2);
        assertThat(notes(request.continueSong(song), 1)).isNotEmpty().allMatch(note -> scale.contains(note.pitch()));
    }

    private static void assertWithin(Scale scale, List<Part> parts) {
        for (Part part : parts) {
            if (!part.drums()) {
                assertThat(part.notes()).allMatch(note -> scale.contains(note.pitch()));
            }
        }
        assertThat(parts).anyMatch(part -> !part.drums() && !part.notes().isEmpty());
    }

    @Test
    void drums_doNotCare() {
        NoteSequence free = BAND.request().segments(1).compose();
        NoteSequence kept =
                BAND.request().segments(1).inKey("F# major pentatonic").compose();
        assertThat(notes(free, 2)).isNotEmpty();
        assertThat(notes(kept, 2)).isNotEmpty();
        assertThat(notes(free, 0))
                .anyMatch(note -> !Scale.parse("F# major pentatonic").contains(note.pitch()));
    }

    private static KeySignature signature(int fifths, Mode mode) {
        return new KeySignature(0, fifths, mode);
    }

    @Test
    void compose_saysItsKeyByASignature() {
        BandRequest request = IN_C.request().segments(1);
        for (int seed = 0; seed < 12; seed++) {
            Scale drawn = request.seed(seed).keyToCompose().orElseThrow().scale();
            assertThat(request.seed(seed).compose().keySignatures())
                    .containsExactly(drawn.keySignature().orElseThrow());
        }
        assertThat(request.inKey("Eb").compose().keySignatures()).containsExactly(signature(-3, Mode.MAJOR));
        assertThat(request.inKey("F# minor").compose().keySignatures()).containsExactly(signature(3, Mode.MINOR));
        assertThat(request.inKey("G dorian").compose().keySignatures()).containsExactly(signature(-1, Mode.MINOR));
        assertThat(request.inKey("C blues").compose().keySignatures()).isEmpty();
    }

    @Test
    void aBandOfAllKeys_hasTheKeyThatIsWished_orNone() {
        BandRequest request = BAND.request().segments(1);
        assertThat(request.compose().keySignatures()).isEmpty();
        assertThat(request.keyToCompose()).isEmpty();
        assertThat(request.keyToContinue(request.compose())).isEmpty();
        BandRequest wishing = request.inKey("Eb");
        assertThat(wishing.compose().keySignatures()).containsExactly(signature(-3, Mode.MAJOR));
        assertThat(wishing.keyToAccompany(wishing.compose())).contains(BandKey.wished(Scale.parse("Eb")));
    }

    /** In C by its notes, but for what it says. */
    @Test
    void aSignature_isBelievedBeforeNotes_theLastOfASong_theFirstOfAMelody() throws Exception {
        NoteSequence tune = AbcReader.parse("X:1\nL:1/8\nM:4/4\nK:none\nCDEFG2E2|FEDCG2C2|EGFEDFED|CEGEC4|\n")
                .get(0)
                .sequence();
        NoteSequence saying = tune.toBuilder()
                .keySignature(0, -1, Mode.MAJOR)
                .keySignature(tune.ticksPerQuarter(), 2, Mode.MAJOR)
                .build();
        BandRequest request = IN_C.request().seed(3).segments(2);
        assertThat(request.keyToContinue(tune)).contains(new BandKey(Scale.parse("C"), Source.NOTES));
        assertThat(request.keyToContinue(saying)).contains(new BandKey(Scale.parse("D"), Source.SIGNATURE));
        assertThat(request.continueSong(saying).parts())
                .isEqualTo(request.inKey("D chromatic").continueSong(tune).parts())
                .isNotEqualTo(request.continueSong(tune).parts());
        assertThat(request.keyToAccompany(tune)).contains(new BandKey(Scale.parse("C"), Source.NOTES));
        assertThat(request.keyToAccompany(saying)).contains(new BandKey(Scale.parse("F"), Source.SIGNATURE));
        assertThat(request.accompany(saying).parts())
                .isEqualTo(request.inKey("F chromatic").accompany(tune).parts())
                .isNotEqualTo(request.accompany(tune).parts());
        NoteSequence afterAll =
                saying.toBuilder().keySignature(tune.endTick(), 5, Mode.MAJOR).build();
        assertThat(request.keyToContinue(afterAll)).isEqualTo(request.keyToContinue(saying)); // nothing is played in it
        assertThat(request.inKey("E").keyToContinue(saying)).contains(BandKey.wished(Scale.parse("E")));
    }

    @Test
    void whatIsNoKey_isRefused() {
        assertThatThrownBy(() -> BAND.request().inKey("H minor"))
                .hasMessageContaining("scale must be a tonic and a kind such as \"D dorian\", but was \"H minor\"");
    }
}
