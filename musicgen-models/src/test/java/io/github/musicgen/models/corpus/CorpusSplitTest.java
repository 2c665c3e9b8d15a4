package io.github.musicgen.models.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.models.corpus.division.SplitFractions;
import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CorpusSplitTest {
    private static final int PIECES = 2000;

    @Test
    void split_hasAboutTheFractionsWanted() throws UnusableCorpusException {
        CorpusSplit split = CorpusSplit.of(different(PIECES), SplitFractions.usual());

        // Binomial: a standard deviation is 13.4 pieces; the seeds are fixed, so this holds or fails for ever.
        assertThat(split.validation().size()).isCloseTo(PIECES / 10, within(60));
        assertThat(split.test().size()).isCloseTo(PIECES / 10, within(60));
        assertThat(split.training().size()
                        + split.validation().size()
                        + split.test().size())
                .isEqualTo(PIECES);
    }

    @Test
    void split_isTheSameOnEveryMachine() throws UnusableCorpusException {
        CorpusSplit split = CorpusSplit.of(different(40), SplitFractions.usual());

        assertThat(split.test())
                .extracting(Piece::name)
                .containsExactly("piece19", "piece20", "piece30", "piece36", "piece38");
    }

    @Property(tries = 50)
    void split_doesNotDependOnOrderOrNames(@ForAll long seed) throws UnusableCorpusException {
        List<Piece> pieces = different(30);
        List<Piece> shuffled = new ArrayList<>(pieces);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(CorpusSplit.of(shuffled, SplitFractions.usual()))
                .isEqualTo(CorpusSplit.of(pieces, SplitFractions.usual()));
    }

    @Property(tries = 50)
    void split_keepsTheSameMelodyInWhateverKeyOnOneSide(@ForAll @IntRange(min = -24, max = 24) int semitones)
            throws UnusableCorpusException {
        List<Piece> pieces = different(60);
        List<Piece> transposed = pieces.stream()
                .map(piece -> new Piece(
                        "moved " + piece.name(), List.of(piece.melodies().get(0).transpose(semitones))))
                .toList();
        List<Piece> both = new ArrayList<>(pieces);
        both.addAll(transposed);

        CorpusSplit split = CorpusSplit.of(both, SplitFractions.usual());

        for (List<Piece> side : List.of(split.training(), split.validation(), split.test())) {
            Set<String> names = new HashSet<>();
            side.forEach(piece -> names.add(piece.name()));
            assertThat(side)
                    .filteredOn(piece -> !piece.name().startsWith("moved"))
                    .allSatisfy(piece -> assertThat(names).contains("moved " + piece.name()));
        }
    }

    @Test
    void split_keepsAPieceTogether_andWhatItIsRelatedTo() throws UnusableCorpusException {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            // A chain: each piece shares a melody with the next.
            pieces.add(new Piece("chain" + i, List.of(Tunes.melody(i, 8), Tunes.melody(i + 1, 8))));
        }
        pieces.add(new Piece("other", List.of(Tunes.melody(100, 8))));

        CorpusSplit split = CorpusSplit.of(pieces, new SplitFractions(0, 0.5, 0));

        assertThat(List.of(split.training().size(), split.test().size())).containsExactlyInAnyOrder(20, 1);
    }

    @Test
    void split_ofASmallCorpus_leavesNoSideEmpty() throws UnusableCorpusException {
        for (int salt = 0; salt < 50; salt++) {
            CorpusSplit split = CorpusSplit.of(different(3), new SplitFractions(0.1, 0.1, salt));

            assertThat(split.training()).hasSize(1);
            assertThat(split.validation()).hasSize(1);
            assertThat(split.test()).hasSize(1);
        }
    }

    @Test
    void split_withAnotherSalt_isAnother() throws UnusableCorpusException {
        assertThat(CorpusSplit.of(different(60), new SplitFractions(0.1, 0.1, 1)))
                .isNotEqualTo(CorpusSplit.of(different(60), SplitFractions.usual()));
    }

    @Test
    void split_ofCopiesOfOneMelody_isRefused() {
        List<Piece> copies = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            copies.add(new Piece("copy" + i, List.of(Tunes.melody(1, 8).transpose(i))));
        }

        assertThatThrownBy(() -> CorpusSplit.of(copies, SplitFractions.usual()))
                .isInstanceOf(UnusableCorpusException.class)
                .hasMessageContaining("had 1 (of 5 in all)");
    }

    @Test
    void fractions_thatLeaveNothingForTraining_areRefused() {
        assertThatThrownBy(() -> new SplitFractions(0.5, 0.5, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.5 and 0.5");
        assertThatThrownBy(() -> new SplitFractions(-0.1, 0.5, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SplitFractions(Double.NaN, 0.5, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Piece> different(int count) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Melody melody = Tunes.melody(i, 4);
            pieces.add(new Piece("piece" + i, List.of(melody)));
        }
        return pieces;
    }
}
