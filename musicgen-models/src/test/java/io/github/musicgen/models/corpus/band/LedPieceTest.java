package io.github.musicgen.models.corpus.band;

import static io.github.musicgen.models.training.bandvae.BandSongs.IN_C;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.bandvae.BandRolls;
import io.github.musicgen.models.training.bandvae.BandSongs;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedPieceTest {
    private static final List<BandPiece> PIECES =
            IntStream.range(0, 3).mapToObj(LedPieceTest::piece).toList();

    private static BandPiece piece(int number) {
        NoteSequence music = NoteSequence.builder(4)
                .part(Part.builder("piano").note(64, 80, 0, 4 + number).build())
                .part(Part.builder("bass")
                        .program(32)
                        .note(48, 80, 0, 4)
                        .note(55, 80, 4, 16)
                        .build())
                .part(Part.builder("drums").drums(true).note(36, 80, 0, 1).build())
                .build();
        return BandCorpus.piece("piece " + number, BandRolls.of(music, IN_C), IN_C);
    }

    @Test
    void all_areThePieces_andThoseThatOthersLead() {
        assertThat(LedPiece.all(IN_C, PIECES)).extracting(LedPiece::leader).containsExactly(0, 0, 0, 1, 1, 1);
        assertThat(LedPiece.asTheyAre(PIECES)).extracting(LedPiece::piece).containsExactlyElementsOf(PIECES);
    }

    @Test
    void byOthers_givesTheFirstTheNotesOfTheLeader() {
        LedPiece led = LedPiece.byOthers(IN_C, PIECES).get(0);
        assertThat(led.rolls()).isSameAs(led.piece().rolls());
        assertThat(led.piece().name()).isEqualTo(PIECES.get(0).name());
        assertThat(led.piece().plays(0)).isTrue();
        assertThat(led.piece().plays(1)).isFalse();
        assertThat(led.piece().plays(2)).isTrue();
    }

    /** The bass of these songs is too low for their piano. */
    @Test
    void byOthers_whoDoNotPlay_orWhatTheFirstCannot_areNone() {
        List<BandPiece> led =
                LedPiece.byOthers(IN_C, PIECES).stream().map(LedPiece::piece).toList();
        assertThat(LedPiece.byOthers(IN_C, led)).isEmpty();
        assertThat(LedPiece.byOthers(BandSongs.TINY, BandSongs.pieces(3, 0))).isEmpty();
    }

    @Test
    void hasPart_allButWhoLeadsInPlaceOfTheFirst() {
        assertThat(LedPiece.hasPart(0, 0)).isTrue();
        assertThat(LedPiece.hasPart(0, 2)).isTrue();
        assertThat(LedPiece.hasPart(1, 0)).isTrue();
        assertThat(LedPiece.hasPart(1, 1)).isFalse();
        assertThat(LedPiece.hasPart(1, 2)).isTrue();
    }
}
