package io.github.musicgen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.ContradictoryWishesException;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.run.Primer;
import io.github.musicgen.api.testing.TinyModels;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a request refuses, and in which words. */
class RefusedWishesTest {
    private static final Generator GENERATOR =
            Generator.of(TinyModels.of(MelodyRnnConfiguration.basicRnn().withLayers(4), 1));

    /** C major, its last two notes alike; it ends before step 16. */
    private static NoteSequence primer() {
        return NoteSequence.builder(480)
                .part(Part.builder("Melody")
                        .note(60, 80, 0, 480)
                        .note(64, 80, 480, 960)
                        .note(67, 80, 960, 1440)
                        .note(67, 80, 1440, 1920)
                        .build())
                .chordSymbol(0, "nonsense")
                .chordSymbol(1920, "C")
                .chordSymbol(3840, "H7")
                .build();
    }

    private static MelodyRequest request() {
        return GENERATOR.continuing(primer()).seed(1);
    }

    private static Arguments refused(String message, Function<MelodyRequest, ?> asking) {
        return Arguments.of(message, asking);
    }

    static Stream<Arguments> outOfBounds() {
        return Stream.of(
                refused("steps must be 1..262144, but were 0", r -> r.steps(0)),
                refused("steps must be 1..262144, but were -1", r -> r.steps(-1)),
                refused("steps must be 1..262144, but were 262145", r -> r.steps(GenerationOptions.MAX_STEPS + 1)),
                refused("temperature must be 0..1000, but was -0.1", r -> r.temperature(-0.1)),
                refused("temperature must be 0..1000, but was NaN", r -> r.temperature(Double.NaN)),
                refused("temperature must be 0..1000, but was Infinity", r -> r.temperature(Double.POSITIVE_INFINITY)),
                refused("top-k must be at least 1, but was 0", r -> r.topK(0)),
                refused("top-p must be more than 0 and at most 1, but was 0.0", r -> r.topP(0)),
                refused("top-p must be more than 0 and at most 1, but was NaN", r -> r.topP(Double.NaN)),
                refused("scale must be a tonic and a kind such as \"D dorian\", but was \"H\"", r -> r.inKey("H")),
                refused("but was \"dorien\"", r -> r.inKey("D dorien")),
                refused("but was \"C\"", r -> r.within("C", "C5")),
                refused("pitch \"C10\" must be 0..127, but was 132", r -> r.within("C4", "C10")),
                refused("the lowest pitch must not lie above the highest, but was C5 above C4", r -> r.within(72, 60)),
                refused("pitch must be 0..127, but was 128", r -> r.within(60, 128)),
                refused("but was \"Hm7\"", r -> r.overChord(0, 4, "Hm7")),
                refused("the chord must have tones, but was \"N.C.\"", r -> r.overChord(0, 4, "N.C.")),
                refused("the chord must end after step 4, but was to end at step 4", r -> r.overChord(4, 4, "C")),
                refused("a step must be 0 or more, but was -1", r -> r.overChord(-1, 4, "C")),
                refused("a grid must have at least 1 step and an offset below that, but had 0 and 0", r -> r.onGrid(0)),
                refused("a rhythm must be 1..4096 of the characters x . ? but was \"\"", r -> r.rhythm("")),
                refused("but was \"x-x\"", r -> r.rhythm("x-x")),
                refused("a step must be 0 or more, but was -1", r -> r.forcing(-1, "C4")),
                refused("but was \"off\"", r -> r.forcing(0, "off")),
                refused("a step must be 0 or more, but was -1", r -> r.resting(-1)),
                refused("but was \"sharp\"", r -> r.forbidding("sharp")),
                refused("equal notes in a row must be 1..1000, but were 0", r -> r.atMostRepeats(0)),
                refused(
                        "size, branches and steps of a beam must be at least 1, but were 1, 0 and 1",
                        r -> r.beam(1, 0, 1)),
                refused("size times branches of a beam must be at most 4096, but was 4097", r -> r.beam(4097, 1, 1)),
                refused("the number of candidates must be 1..10000, but was 0", r -> r.candidates(0)),
                refused("the number of candidates must be 1..10000, but was 10001", r -> r.candidates(10_001)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outOfBounds")
    void aValueOutOfBounds_isRefusedAtOnce_withItsBound(String message, Function<MelodyRequest, ?> asking) {
        assertThatThrownBy(() -> asking.apply(request()))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"force 32 C4", "force 2147483647 off", "chord 32 40 C"})
    void aWishAboutAStepThatIsNotGenerated_isRefused(String wish) {
        MelodyRequest request = request().steps(32).wishing(Constraint.parse(wish));
        assertThatThrownBy(request::generate)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a wish must be about steps 0..31, which are all that are generated, but was \"" + wish + "\"");
    }

    @Test
    void aChordThatGoesOnBeyondTheEnd_isNone_ofThese() {
        assertThat(request().steps(32).overChord(31, 99, "C").generate().complete())
                .isTrue();
    }

    @Test
    void followingChords_ofMusicWithoutAny_isRefused() {
        NoteSequence plain = NoteSequence.builder(480)
                .part(Part.builder("Melody").note(60, 80, 0, 480).build())
                .build();
        String message = "there must be chord symbols to follow, but there are none";
        for (MelodyRequest request : List.of(GENERATOR.continuing(plain), GENERATOR.fromScratch())) {
            assertThatThrownBy(() -> request.followingChords().generate())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        }
    }

    @Test
    void part_ofNothing_isRefused() {
        MelodyRequest request = GENERATOR.fromScratch().part("Bass");
        assertThatThrownBy(request::generate)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no music whose part \"Bass\" could be continued");
    }

    @Test
    void writtenChords_areReadOnlyWhereTheyAreFollowed() {
        MelodyRequest request = request().followingChords();
        assertThat(request.steps(16).generate().complete()).isTrue();
        assertThatThrownBy(request.steps(17)::generate)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the chord at tick 3840 cannot be followed: ")
                .hasMessageContaining("but was \"H7\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // one wish that the model cannot keep: it knows C3 to B5
                "range C7 C8; within what the model can play, C3..B5 at step 0",
                "force 3 C8; within what the model can play, C3..B5 at step 3",
                // two that meet at a step
                "key C major, force 2 F#4; at step 2",
                "range C4 C4, chord 4 8 F#5; at step 4",
                "range C4 C4, key D major; at step 0",
                "range C4 C4, forbid C4; at step 0",
                "force 5 C4, force 5 D4; at step 5",
                "force 5 C4, force 5 off; at step 5",
                "force 0 hold, force 0 off; at step 0",
                "grid 4 0, rhythm .x; at step 1",
                "grid 4 0, force 6 C4; at step 6",
                "rhythm x., force 7 C4; at step 7",
                "rhythm x., force 6 off; at step 6",
                "rhythm x., rhythm .?; at step 0",
                "chord 0 8 C5, chord 4 12 F#5; at step 4",
                // those that meet somewhere on the way to the end
                "force 0 G4, repeats 2; until the last of 16 steps", // the primer ends with two of them
                "end C, end D; until the last of 16 steps",
                "range D4 B4, end C; until the last of 16 steps",
                "key D major, end C; until the last of 16 steps",
                "rhythm ., end tonic; until the last of 16 steps",
                "force 15 D4, end C; until the last of 16 steps",
                // and three
                "range C4 C4, rhythm x, repeats 3; until the last of 16 steps",
                "force 3 D4, force 4 D4, repeats 1; until the last of 16 steps",
                "range C4 C#4, forbid C4, forbid C#4; at step 0"
            })
    void contradictoryWishes_areAllNamed_andNoOthers(String texts, String place) {
        List<Constraint> wishes =
                Arrays.stream(texts.split(", ")).map(Constraint::parse).toList();
        MelodyRequest request = request().steps(16).inKey("C chromatic").topP(0.9);
        for (Constraint wish : wishes) {
            request = request.wishing(wish);
        }
        ContradictoryWishesException thrown =
                catchThrowableOfType(ContradictoryWishesException.class, request.forbidding("A4")::generate);

        assertThat(thrown.wishes()).containsExactlyElementsOf(wishes);
        String names = String.join(
                " and ", wishes.stream().map(wish -> "\"" + wish + "\"").toList());
        assertThat(thrown)
                .hasMessage("the wishes contradict each other: " + names + " cannot be kept "
                        + (wishes.size() == 1 ? "" : "together ") + place);
    }

    @ParameterizedTest
    @CsvSource({"key C major, key F# major, end tonic", "key F# major, key C major, end tonic"})
    void aTonicOfTwoKeys_isThatOfTheFirst_soAllThreeAreNamed(String first, String second, String ending) {
        MelodyRequest request = request();
        for (String wish : List.of(first, second, ending)) {
            request = request.wishing(Constraint.parse(wish));
        }
        ContradictoryWishesException thrown =
                catchThrowableOfType(ContradictoryWishesException.class, request::generate);
        assertThat(thrown.wishes()).map(Constraint::toString).containsExactly(first, second, ending);
        for (Constraint needless : thrown.wishes()) {
            MelodyRequest others = request();
            for (Constraint wish : thrown.wishes()) {
                others = wish.equals(needless) ? others : others.wishing(wish);
            }
            assertThat(others.generate().complete()).isTrue();
        }
    }

    @Test
    void aPrimerThatIsTooLong_isRefusedBeforeItIsHeard() {
        int step = 120;
        Part.Builder melody = Part.builder("Melody").note(60, 80, 0, step);
        long last = (long) step * ((1 << 18) - 1);
        NoteSequence longest = NoteSequence.builder(4 * step)
                .part(melody.note(62, 80, last, last + step).build())
                .build();
        assertThat(Primer.of("it", longest, Optional.empty(), GENERATOR.model().configuration())
                        .startStep())
                .isEqualTo(1 << 18);
        NoteSequence tooLong = NoteSequence.builder(4 * step)
                .part(melody.note(64, 80, last + step, last + step + 1).build())
                .build();
        assertThatThrownBy(GENERATOR.continuing(tooLong)::generate)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the primer must be at most 262144 steps long, from the first note of its melody to the end "
                                + "of its last note, but was 262145; trim it to what the model shall hear");
    }

    @Test
    void aPrimerWhoseOtherPartNeverEnds_isRefused() {
        NoteSequence endless = NoteSequence.builder(1)
                .part(Part.builder("Melody").note(60, 80, 0, 1).build())
                .part(Part.builder("Drone").note(30, 80, 0, 400_000_000).build())
                .build();
        assertThatThrownBy(GENERATOR.continuing(endless)::generate)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but was 1600000000; trim it");
    }

    @Test
    void wishesThatContradictEachOther_areNamed_ratherThanWhatTheModelCannotPlay() {
        MelodyRequest request = request().steps(1).within("C7", "C8").resting(0).rhythm("x");
        ContradictoryWishesException thrown =
                catchThrowableOfType(ContradictoryWishesException.class, request::generate);
        assertThat(thrown.wishes()).containsExactly(Constraint.parse("force 0 off"), Constraint.parse("rhythm x"));
    }

    @Test
    void contradictions_areFoundBeforeTheFirstStep_howeverTheyAreAskedFor() {
        MelodyRequest request = request().forcing(0, "C4").resting(0);
        for (Function<MelodyRequest, ?> asking : List.<Function<MelodyRequest, ?>>of(
                MelodyRequest::generate,
                r -> r.beam(2, 2, 4).generate(),
                r -> r.candidates(2),
                r -> r.bestWithin(Duration.ofSeconds(1)),
                MelodyRequest::stream,
                MelodyRequest::publisher)) {
            assertThatThrownBy(() -> asking.apply(request)).isInstanceOf(ContradictoryWishesException.class);
        }
    }

    @Test
    void bestWithin_takesAnyDuration() {
        assertThat(request().bestWithin(Duration.ofSeconds(Long.MIN_VALUE)).complete())
                .isFalse();
        assertThat(request().bestWithin(Duration.ZERO).recipe().stepsMade()).isZero();
        assertThat(request().steps(1).beam(1, 1, Integer.MAX_VALUE).generate().complete())
                .isTrue();
    }
}
