package io.github.musicgen.representation.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.testing.MusicDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(MusicDomain.class)
@Domain(DomainContext.Global.class)
class CuttingLawsTest {
    private static long within(NoteSequence sequence, double part) {
        return (long) (part * sequence.endTick());
    }

    private static void assertSoundsLike(NoteSequence actual, NoteSequence expected) {
        assertThat(actual.endTick()).isEqualTo(expected.endTick());
        assertThat(actual.markers()).isEqualTo(expected.markers());
        assertThat(actual.parts())
                .extracting(Part::name)
                .isEqualTo(expected.parts().stream().map(Part::name).toList());
        assertThat(actual.parts())
                .extracting(Part::notes)
                .isEqualTo(expected.parts().stream().map(Part::notes).toList());
        assertThat(actual.parts())
                .extracting(Part::lyrics)
                .isEqualTo(expected.parts().stream().map(Part::lyrics).toList());
        Set<Long> ticks = Holding.ticksOf(expected);
        ticks.addAll(Holding.ticksOf(actual));
        for (long tick : ticks) {
            assertThat(Holding.at(actual, tick)).as("states at tick %d", tick).isEqualTo(Holding.at(expected, tick));
        }
    }

    @Property(tries = 200)
    void trim_ofTheWhole_isTheSame(@ForAll NoteSequence sequence) {
        assertThat(sequence.trim(0, sequence.endTick())).isEqualTo(sequence);
    }

    @Property(tries = 200)
    void trim_ofATrim_isATrim(
            @ForAll NoteSequence sequence,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other,
            @ForAll @DoubleRange(min = 0, max = 1) double inside) {
        long start = within(sequence, Math.min(one, other));
        long end = within(sequence, Math.max(one, other));
        long later = start + (long) (inside * (end - start));
        assertThat(sequence.trim(start, end).trim(later - start, end - start).parts())
                .isEqualTo(sequence.trim(later, end).parts());
    }

    @Property(tries = 200)
    void trim_keepsWhatHoldsAtEveryTick(
            @ForAll NoteSequence sequence,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        long start = within(sequence, Math.min(one, other));
        long end = within(sequence, Math.max(one, other));
        NoteSequence trimmed = sequence.trim(start, end);
        for (long tick : Holding.ticksOf(sequence)) {
            if (tick >= start && tick < end) {
                assertThat(Holding.at(trimmed, tick - start)).isEqualTo(Holding.at(sequence, tick));
            }
        }
    }

    @Property(tries = 200)
    void split_losesNoNoteAndNoTime(@ForAll NoteSequence sequence, @ForAll @IntRange(min = 1, max = 30) int pieces) {
        Assume.that(sequence.endTick() >= pieces);
        List<NoteSequence> split = sequence.split(Cuts.every(sequence.endTick() / pieces));
        assertThat(split.stream().mapToLong(NoteSequence::endTick).sum()).isEqualTo(sequence.endTick());
        assertThat(split.stream().mapToLong(piece -> piece.notes().count()).sum())
                .isEqualTo(sequence.notes().count());
    }

    @Property(tries = 200)
    void split_isTheTrimsBetweenCuts(@ForAll NoteSequence sequence, @ForAll @IntRange(min = 1, max = 8) int pieces) {
        long length = Math.max(1, sequence.endTick() / pieces);
        List<NoteSequence> trims = new ArrayList<>();
        long start = 0;
        for (; start + length < sequence.endTick(); start += length) {
            trims.add(sequence.trim(start, start + length));
        }
        trims.add(sequence.trim(start, sequence.endTick()));
        assertThat(sequence.split(Cuts.every(length))).isEqualTo(trims);
    }

    @Property(tries = 200)
    void split_betweenNotesAtBars_thenConcatenated_soundsTheSame(
            @ForAll NoteSequence sequence, @ForAll @IntRange(min = 1, max = 3) int bars) {
        Assume.that(sequence.meterMap().barAt(sequence.endTick()) < 1000);
        // A bar of a fraction of ticks starts between two ticks, where no piece can be cut.
        Assume.that(sequence.meterMap().timeSignatures().stream()
                .allMatch(each -> 4L * sequence.ticksPerQuarter() * each.numerator() % each.denominator() == 0));
        List<NoteSequence> pieces = sequence.split(Cuts.everyBars(bars).betweenNotes());
        NoteSequence joined = NoteSequence.concatenate(pieces);
        assertSoundsLike(joined, sequence);
        assertThat(joined.meterMap().barAt(joined.endTick()))
                .isEqualTo(sequence.meterMap().barAt(sequence.endTick()));
    }

    @Property(tries = 200)
    void split_atSilences_leavesNoLongSilenceInside(
            @ForAll NoteSequence sequence, @ForAll @IntRange(max = 2000) int silence) {
        // A tick longer, since there is no piece after a cut at the end.
        NoteSequence longer =
                sequence.toBuilder().endTick(sequence.endTick() + 1).build();
        for (NoteSequence piece : longer.split(Cuts.atSilences(silence))) {
            long silentFrom = 0;
            for (Note note : piece.notes().sorted().toList()) {
                assertThat(note.startTick() - silentFrom).isLessThanOrEqualTo(silence);
                silentFrom = Math.max(silentFrom, note.endTick());
            }
        }
    }
}
