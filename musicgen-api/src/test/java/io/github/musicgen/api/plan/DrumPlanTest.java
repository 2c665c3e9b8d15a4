package io.github.musicgen.api.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.ContradictoryWishesException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrumPlanTest {
    private static List<Constraint> wishes(String... wishes) {
        return Stream.of(wishes).map(Constraint::parse).toList();
    }

    /** The events that are allowed at a step, of those that may be struck by the first two drums. */
    private static List<Integer> allowed(int step, String... wishes) {
        EventWalk walk = DrumPlan.of(wishes(wishes), 8).start();
        for (int i = 0; i < step; i++) {
            walk.take(0);
        }
        return IntStream.range(0, 4).filter(walk::allows).boxed().toList();
    }

    @Test
    void withoutWishes_allIsAllowed() {
        EventWalk walk = DrumPlan.of(List.of(), 1).start();
        assertThat(IntStream.range(0, 512)).allMatch(walk::allows);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grid 4 1|0|0",
                "grid 4 1|1|0 1 2 3",
                "grid 4 1|5|0 1 2 3",
                "rhythm x.?|0|1 2 3",
                "rhythm x.?|1|0",
                "rhythm x.?|2|0 1 2 3",
                "rhythm x.?|4|0",
                "forbid D2|3|0 1",
                "forbid C#2|3|0 1",
                "force 2 C2|2|1 3",
                "force 2 B1|2|1 3",
                "force 2 C2|3|0 1 2 3",
                "force 2 hold|2|0",
                "force 2 hold|1|0 1 2 3"
            })
    void aWish_saysWhatIsAllowed(String wish, int step, String events) {
        assertThat(allowed(step, wish))
                .isEqualTo(
                        Stream.of(events.split(" ", -1)).map(Integer::valueOf).toList());
    }

    @Test
    void severalWishes_areKeptTogether() {
        assertThat(allowed(0, "force 0 C2", "force 0 D2", "rhythm x")).containsExactly(3);
        assertThat(allowed(1, "rhythm x", "forbid C2")).containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key C",
                "range C2 C4",
                "chord 0 4 Am",
                "chords",
                "repeats 2",
                "end tonic",
                "end C",
                "force 1 off"
            })
    void wishesAboutNotesThatLast_cannotBeWishedOfDrums(String wish) {
        assertThatThrownBy(() -> DrumPlan.of(wishes(wish), 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + Constraint.parse(wish)
                        + "\" cannot be wished of drums; what can is a rhythm, a grid, a drum that is forced or forbidden,"
                        + " and \"force N hold\" for silence at a step");
    }

    @Test
    void aDrumOfNoClass_andAStepBeyond_areRefused() {
        assertThatThrownBy(() -> DrumPlan.of(wishes("forbid C0"), 8))
                .hasMessage("\"forbid C0\" must be about a drum of a class, but pitch 12 is in none");
        assertThatThrownBy(() -> DrumPlan.of(wishes("force 8 C2"), 8))
                .hasMessage(
                        "a wish must be about steps 0..7, which are all that are generated, but was \"force 8 C2\"");
    }

    @Test
    void wishesThatContradictEachOther_areNamed_andNoOthers() {
        assertThatThrownBy(() -> DrumPlan.of(wishes("grid 2 0", "forbid C2", "force 4 B1", "rhythm ?"), 8))
                .isInstanceOf(ContradictoryWishesException.class)
                .hasMessage(
                        "the wishes contradict each other: \"forbid C2\" and \"force 4 B1\" cannot be kept together at step 4");
        assertThatThrownBy(() -> DrumPlan.of(wishes("rhythm .", "grid 1 0", "force 3 D2", "rhythm ?"), 8))
                .hasMessageContaining("\"rhythm .\" and \"force 3 D2\" cannot be kept together at step 3");
    }
}
