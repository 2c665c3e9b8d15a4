package io.github.musicgen.models.evaluation.copying;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.models.corpus.Piece;
import io.github.musicgen.representation.melody.Melody;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CopyIndexTest {
    private static final Melody TUNE = Melody.of(60, -2, 62, 64, -2, -2, 65, -1, 67, -2, 65, 64, 62, -2, -2, -2, 60);

    @Property(tries = 300)
    void longestRun_isThatOfTheNaiveTwin(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int pitches) {
        SeededRandom random = SeededRandom.ofSeed(seed);
        List<Piece> pieces = IntStream.range(0, 6)
                .mapToObj(i -> new Piece("piece " + i, List.of(draw(random, pitches), draw(random, pitches))))
                .toList();
        CopyIndex index = CopyIndex.of(pieces);
        for (int i = 0; i < 5; i++) {
            Melody melody = draw(random, pitches);

            CopiedRun run = index.longestRun(melody);

            assertThat(run.notes()).isEqualTo(NaiveRuns.longest(pieces, melody));
            assertThat(pieces.stream().filter(piece -> piece.name().equals(run.piece())))
                    .allSatisfy(piece -> assertThat(NaiveRuns.longest(List.of(piece), melody))
                            .isEqualTo(run.notes()))
                    .hasSize(run.notes() == 0 ? 0 : 1);
        }
    }

    private static Melody draw(SeededRandom random, int pitches) {
        int[] events = new int[random.nextInt(60)];
        Arrays.setAll(events, step -> random.nextInt(5) < 3 ? 60 + random.nextInt(pitches) : -1 - random.nextInt(2));
        return Melody.of(events);
    }

    @Test
    void longestRun_inAnotherKey_isTheWholeMelody() {
        CopyIndex index = CopyIndex.of(List.of(piece("other", Melody.of(60, 61, 60)), piece("tune", TUNE)));

        assertThat(index.longestRun(TUNE.transpose(-5))).isEqualTo(new CopiedRun(9, "tune"));
        assertThat(index.longestRun(TUNE.slice(2, 8).transpose(3))).isEqualTo(new CopiedRun(3, "tune"));
    }

    @Test
    void longestRun_inAnotherRhythm_isNone() {
        CopyIndex index = CopyIndex.of(List.of(piece("tune", Melody.of(60, 62, 64, 65, -2))));

        assertThat(index.longestRun(Melody.of(60, -2, 62, -2, 64, -2, 65, -2, -2)))
                .isEqualTo(CopiedRun.NONE);
    }

    @Test
    void longestRun_doesNotGoAcrossMelodies() {
        Piece piece = new Piece("two", List.of(Melody.of(60, 62, 64), Melody.of(65, 67, 69)));

        assertThat(CopyIndex.of(List.of(piece)).longestRun(Melody.of(60, 62, 64, 65, 67, 69)))
                .isEqualTo(new CopiedRun(3, "two"));
    }

    @Test
    void longestRun_ofSeveral_isTheFirstOfTheLongest() {
        CopyIndex index =
                CopyIndex.of(List.of(piece("up", Melody.of(60, 62, 64)), piece("down", Melody.of(64, 62, 60))));

        assertThat(index.longestRun(List.of(Melody.of(9, 1), Melody.of(74, 72, 70), Melody.of(1, 3, 5))))
                .isEqualTo(new CopiedRun(3, "down"));
        assertThat(index.longestRun(List.<Melody>of())).isEqualTo(CopiedRun.NONE);
    }

    @Test
    void longestRun_ofOneNoteStruckForEver_takesNoTimeToSpeakOf() {
        int[] events = new int[200_000];
        Arrays.fill(events, 60);
        Melody melody = Melody.of(events);

        assertThat(CopyIndex.of(List.of(piece("drone", melody)))
                        .longestRun(melody)
                        .notes())
                .isEqualTo(200_000);
    }

    @Test
    void longestRun_amongNothing_isNone() {
        assertThat(CopyIndex.of(List.of()).longestRun(TUNE)).isEqualTo(CopiedRun.NONE);
        assertThat(CopyIndex.of(List.of(piece("note", Melody.of(60)))).longestRun(TUNE))
                .isEqualTo(CopiedRun.NONE);
        assertThat(CopyIndex.of(List.of(piece("tune", TUNE))).longestRun(Melody.of()))
                .isEqualTo(CopiedRun.NONE);
    }

    private static Piece piece(String name, Melody melody) {
        return new Piece(name, List.of(melody));
    }
}
