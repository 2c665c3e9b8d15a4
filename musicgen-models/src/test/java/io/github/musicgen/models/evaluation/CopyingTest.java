package io.github.musicgen.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.models.corpus.Piece;
import io.github.musicgen.models.evaluation.copying.CopiedRun;
import io.github.musicgen.representation.melody.Melody;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyingTest {
    private static final Melody SCALE = Melody.of(60, 62, 64, 65, 67, 69, 71, 72);

    @Test
    void of_music_tellsTheLongestRunsOfBothKinds() {
        Copying copying = Copying.of(
                List.of(new Piece("scale", List.of(SCALE))),
                List.of(SCALE.slice(0, 3), SCALE.slice(1, 6).transpose(7)),
                List.of(SCALE.slice(4, 8), Melody.of(60, 61, 62)));

        assertThat(copying.longest()).isEqualTo(new CopiedRun(5, "scale"));
        assertThat(copying.longestHeldOut()).isEqualTo(new CopiedRun(4, "scale"));
        assertThat(copying.knownMelodies()).isZero();
    }

    @Test
    void of_melodiesThatWereTrainedOn_countsThem() {
        Copying copying = Copying.of(
                List.of(new Piece("scale", List.of(SCALE))), List.of(), List.of(SCALE.transpose(2), Melody.of(60, 61)));

        assertThat(copying.knownMelodies()).isEqualTo(1);
        assertThat(copying.longest()).isEqualTo(CopiedRun.NONE);
    }
}
