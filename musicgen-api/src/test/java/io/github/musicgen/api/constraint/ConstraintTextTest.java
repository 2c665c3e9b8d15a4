package io.github.musicgen.api.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.musicgen.api.constraint.Constraint.ChordTones;
import io.github.musicgen.api.constraint.Constraint.EndingOn;
import io.github.musicgen.api.constraint.Constraint.EndingOnTonic;
import io.github.musicgen.api.constraint.Constraint.FollowingChords;
import io.github.musicgen.api.constraint.Constraint.Forbidden;
import io.github.musicgen.api.constraint.Constraint.Forced;
import io.github.musicgen.api.constraint.Constraint.InKey;
import io.github.musicgen.api.constraint.Constraint.MaxRepeats;
import io.github.musicgen.api.constraint.Constraint.OnGrid;
import io.github.musicgen.api.constraint.Constraint.Rhythm;
import io.github.musicgen.api.constraint.Constraint.Within;
import io.github.musicgen.representation.harmony.Chord;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.melody.Melody;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintTextTest {
    private static final List<String> ALL = List.of(
            "\"key D dorian\"",
            "\"range C4 C6\"",
            "\"chord 0 16 Am7\"",
            "\"chords\"",
            "\"grid 4 0\"",
            "\"rhythm x..x\"",
            "\"force 0 C4\"",
            "\"forbid F#4\"",
            "\"repeats 3\"",
            "\"end tonic\"",
            "\"end D\"");

    @Provide
    Arbitrary<Constraint> wishes() {
        return Wishes.any();
    }

    @Property
    void parse_ofWhatAWishSays_isTheWish(@ForAll("wishes") Constraint wish) {
        assertThat(Constraint.parse(wish.toString())).isEqualTo(wish);
    }

    @Property
    void parse_asksForNoParticularSpaces(@ForAll("wishes") Constraint wish) {
        assertThat(Constraint.parse(" \t" + wish.toString().replace(" ", " \n ") + "\r\n"))
                .isEqualTo(wish);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("key D dorian", new InKey(Scale.parse("D dorian"))),
                Arguments.of("key Am", new InKey(Scale.parse("A minor"))),
                Arguments.of("range C4 C6", new Within(60, 84)),
                Arguments.of("range C-1 G9", new Within(0, 127)),
                Arguments.of("chord 0 16 Am7", new ChordTones(0, 16, Chord.parse("Am7"))),
                Arguments.of("chords", new FollowingChords()),
                Arguments.of("grid 4 0", new OnGrid(4, 0)),
                Arguments.of("rhythm x..?", new Rhythm("x..?")),
                Arguments.of("force 3 C4", new Forced(3, 60)),
                Arguments.of("force 3 off", new Forced(3, Melody.NOTE_OFF)),
                Arguments.of("force 3 hold", new Forced(3, Melody.NO_EVENT)),
                Arguments.of("forbid F#4", new Forbidden(66)),
                Arguments.of("repeats 3", new MaxRepeats(3)),
                Arguments.of("end tonic", new EndingOnTonic()),
                Arguments.of("end D", new EndingOn(2)),
                Arguments.of("end Cb", new EndingOn(11)),
                Arguments.of("end b#", new EndingOn(0)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void parse_readsEveryWish(String text, Constraint wish) {
        assertThat(Constraint.parse(text)).isEqualTo(wish);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "key",
                "key H major",
                "key C majorish",
                "keys C",
                "KEY C",
                "range",
                "range C4",
                "range C4 C6 C7",
                "range C6 C4",
                "range C4 H5",
                "range C10 C11",
                "range 60 72",
                "chord",
                "chord 0",
                "chord 0 16",
                "chord 16 0 C",
                "chord -1 4 C",
                "chord 0 4 N.C.",
                "chord 0 4 H7",
                "chord 0 x C",
                "chord 0 4.5 C",
                "chords 1",
                "grid",
                "grid 4",
                "grid 0 0",
                "grid 4 4",
                "grid 4 -1",
                "grid 4 0 0",
                "rhythm",
                "rhythm xo",
                "rhythm x x",
                "force",
                "force 0",
                "force 0 C",
                "force -1 C4",
                "force 0 OFF",
                "force 0 60",
                "force 2147483648 C4",
                "force 0 C4 D4",
                "forbid",
                "forbid H1",
                "forbid C4 D4",
                "repeats",
                "repeats 0",
                "repeats 1001",
                "repeats x",
                "repeats 2 3",
                "end",
                "end H",
                "end C5",
                "end C-",
                "end -",
                "end 4",
                "end Tonic",
                "end C major",
                "end tonic now"
            })
    void parse_ofMalformedText_saysWhichWishesThereAre(String text) {
        assertThatThrownBy(() -> Constraint.parse(text))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(ALL.toArray(CharSequence[]::new))
                .hasMessageStartingWith("\"" + text + "\" is no wish: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "range C4 H5 | a pitch is written like C4, F#3 or Bb-1, but was \"H5\"",
                "range C4 | after \"range\" must come 2 words, but came 1",
                "range C6 C4 | the lowest pitch must not lie above the highest, but was C6 above C4",
                "end C5 | a pitch class is written like C, F# or Bb, but was \"C5\"",
                "repeats many | a number must be a whole one up to 2147483647, but was \"many\"",
                "grid 4 4 | a grid must have at least 1 step and an offset below that, but had 4 and 4",
                "tempo 120 | none begins with \"tempo\""
            })
    void parse_ofMalformedText_saysWhatIsWrong(String text, String reason) {
        assertThatThrownBy(() -> Constraint.parse(text))
                .hasMessageStartingWith("\"" + text + "\" is no wish: " + reason + "; wishes are \"key");
    }

    @Provide
    Arbitrary<String> nearlyWishes() {
        Arbitrary<String> words = Arbitraries.of(
                "key",
                "range",
                "chord",
                "chords",
                "grid",
                "rhythm",
                "force",
                "forbid",
                "repeats",
                "end",
                "tonic",
                "off",
                "hold",
                "C4",
                "Am7",
                "N.C.",
                "D",
                "dorian",
                "0",
                "4",
                "-1",
                "99999999999",
                "x..x",
                "٣",
                "\u0000",
                "");
        Arbitrary<String> texts = Arbitraries.oneOf(words, Arbitraries.strings().ofMaxLength(6));
        return texts.list().ofMaxSize(5).map(list -> String.join(" ", list));
    }

    @Property(tries = 5000)
    void parse_ofAnyText_isAWishOrSaysWhichThereAre(@ForAll("nearlyWishes") String text) {
        Throwable thrown = catchThrowable(() -> Constraint.parse(text));
        if (thrown != null) {
            assertThat(thrown)
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll(ALL.toArray(CharSequence[]::new));
        } else {
            Constraint wish = Constraint.parse(text);
            assertThat(Constraint.parse(wish.toString())).isEqualTo(wish);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "key ", "range C4 ", "chord 0 4 ", "rhythm ", "force 0 ", "forbid ", "repeats ", "end "})
    void parse_ofVeryLongText_tellsOnlyItsBeginning(String beginning) {
        assertThatThrownBy(() -> Constraint.parse(beginning + "q".repeat(1_000_000)))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .extracting(Throwable::getMessage)
                .satisfies(message -> assertThat(message).hasSizeLessThan(1000));
    }

    @Test
    void aWish_takesItsBounds() {
        assertThatCode(() -> {
                    new Within(0, 127);
                    new Within(60, 60);
                    new ChordTones(Integer.MAX_VALUE - 1, Integer.MAX_VALUE, Chord.parse("C"));
                    new OnGrid(1, 0);
                    new OnGrid(Integer.MAX_VALUE, Integer.MAX_VALUE - 1);
                    new Rhythm("x".repeat(Rhythm.MAX_LENGTH));
                    new Forced(Integer.MAX_VALUE, 127);
                    new Forced(0, Melody.NO_EVENT);
                    new MaxRepeats(MaxRepeats.MAX_NOTES);
                    new EndingOn(11);
                })
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> outOfBounds() {
        return Stream.of(
                refused(() -> new Within(-1, 60), "-1"),
                refused(() -> new Within(0, 128), "128"),
                refused(() -> new Within(61, 60), "C#4 above C4"),
                refused(() -> new ChordTones(-1, 4, Chord.parse("C")), "a step must be 0 or more, but was -1"),
                refused(() -> new ChordTones(4, 4, Chord.parse("C")), "must end after step 4"),
                refused(() -> new ChordTones(0, 4, Chord.NONE), "must have tones, but was \"N.C.\""),
                refused(() -> new OnGrid(0, 0), "had 0 and 0"),
                refused(() -> new OnGrid(4, -1), "had 4 and -1"),
                refused(() -> new OnGrid(4, 4), "had 4 and 4"),
                refused(() -> new Rhythm(""), "1..4096"),
                refused(() -> new Rhythm("x".repeat(Rhythm.MAX_LENGTH + 1)), "1..4096"),
                refused(() -> new Rhythm("x-x"), "\"x-x\""),
                refused(() -> new Rhythm("x\n"), "x . ?"),
                refused(() -> new Forced(-1, 60), "a step must be 0 or more, but was -1"),
                refused(() -> new Forced(0, 128), "-2..127, but was 128"),
                refused(() -> new Forced(0, -3), "-2..127, but was -3"),
                refused(() -> new Forbidden(128), "128"),
                refused(() -> new MaxRepeats(0), "1..1000, but were 0"),
                refused(() -> new MaxRepeats(1001), "1..1000, but were 1001"),
                refused(() -> new EndingOn(12), "0..11, but was 12"),
                refused(() -> new EndingOn(-1), "0..11, but was -1"));
    }

    private static Arguments refused(ThrowingCallable making, String message) {
        return Arguments.of(message, making);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outOfBounds")
    void aWishOutOfBounds_isRefused_withItsValue(String message, ThrowingCallable making) {
        assertThatThrownBy(making)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
