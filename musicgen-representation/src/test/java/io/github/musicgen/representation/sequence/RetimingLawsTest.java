package io.github.musicgen.representation.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.testing.MusicArbitraries;
import io.github.musicgen.representation.testing.MusicDomain;
import io.github.musicgen.representation.time.Tempo;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(MusicDomain.class)
@Domain(DomainContext.Global.class)
class RetimingLawsTest {
    @Property(tries = 200)
    void shift_thenTrim_isTheSame(@ForAll NoteSequence sequence, @ForAll @IntRange(max = 100_000) int ticks) {
        NoteSequence shifted = sequence.shift(ticks);
        assertThat(shifted.trim(ticks, shifted.endTick())).isEqualTo(sequence);
    }

    @Property(tries = 200)
    void stretch_slowerAndBack_isTheSame(
            @ForAll NoteSequence sequence, @ForAll @DoubleRange(min = 1.01, max = 5) double factor) {
        Assume.that(sequence.tempoMap().tempos().stream()
                .allMatch(tempo -> tempo.microsecondsPerQuarter() * factor <= Tempo.MAX_MICROSECONDS_PER_QUARTER));
        assertThat(sequence.stretch(factor).stretch(1 / factor)).isEqualTo(sequence);
    }

    @Property(tries = 200)
    void withResolution_finerAndBack_isTheSame(@ForAll NoteSequence sequence, @ForAll("resolutions") int other) {
        int finer = Math.max(other, sequence.ticksPerQuarter());
        assertThat(sequence.withResolution(finer).withResolution(sequence.ticksPerQuarter()))
                .isEqualTo(sequence);
    }

    @Property(tries = 200)
    void withResolution_movesNothingByMoreThanHalfATick(
            @ForAll NoteSequence sequence, @ForAll("resolutions") int resolution) {
        NoteSequence other = sequence.withResolution(resolution);
        long old = sequence.ticksPerQuarter();
        for (int i = 0; i < sequence.parts().size(); i++) {
            Part part = sequence.parts().get(i);
            for (int j = 0; j < part.controlChanges().size(); j++) {
                long before = part.controlChanges().get(j).tick();
                long after = other.parts().get(i).controlChanges().get(j).tick();
                assertThat(2 * Math.abs(after * old - before * resolution)).isLessThanOrEqualTo(old);
            }
            assertThat(other.parts().get(i).notes()).hasSameSizeAs(part.notes());
            assertThat(other.parts().get(i).notes().stream().filter(note -> note.durationTicks() == 0))
                    .hasSameSizeAs(part.notes().stream()
                            .filter(note -> note.durationTicks() == 0)
                            .toList());
        }
    }

    @Provide
    Arbitrary<Integer> resolutions() {
        return MusicArbitraries.resolutions();
    }
}
