package io.github.musicgen.representation.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.testing.MusicDomain;
import io.github.musicgen.representation.testing.QuantizingLaw;
import io.github.musicgen.representation.time.Grid;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(MusicDomain.class)
class QuantizingLawsTest {
    @Property(tries = 500)
    void unquantize_leavesNotesCloseToWhereTheyWere(@ForAll NoteSequence sequence, @ForAll Grid grid) {
        QuantizingLaw.check(sequence, grid);
    }

    @Property(tries = 300)
    void quantize_ofTheUnquantized_isTheSame(@ForAll NoteSequence sequence, @ForAll Grid grid) {
        QuantizedSequence quantized = sequence.quantize(grid);
        NoteSequence back = quantized.unquantize();
        if (back.ticksPerQuarter() == grid.resolutionFor(sequence.tempoMap())) {
            assertThat(back.quantize(grid).parts()).isEqualTo(quantized.parts());
        }
        assertThat(back.withParts(
                                sequence.withResolution(back.ticksPerQuarter()).parts())
                        .endTick())
                .isGreaterThanOrEqualTo(
                        sequence.withResolution(back.ticksPerQuarter()).endTick());
    }

    @Property(tries = 300)
    void quantize_thenUnquantize_leavesAllButTheNotes(@ForAll NoteSequence sequence, @ForAll Grid grid) {
        NoteSequence back = sequence.quantize(grid).unquantize();
        NoteSequence fine = sequence.withResolution(back.ticksPerQuarter());
        assertThat(fine.withParts(back.parts())).isEqualTo(back);
        for (int i = 0; i < back.parts().size(); i++) {
            assertThat(back.parts().get(i).withNotes(fine.parts().get(i).notes()))
                    .isEqualTo(fine.parts().get(i));
        }
    }
}
