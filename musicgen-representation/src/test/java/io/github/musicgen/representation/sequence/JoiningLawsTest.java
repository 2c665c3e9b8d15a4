package io.github.musicgen.representation.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.testing.MusicArbitraries;
import io.github.musicgen.representation.testing.MusicDomain;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(MusicDomain.class)
@Domain(DomainContext.Global.class)
class JoiningLawsTest {
    @Property(tries = 200)
    void concatenate_one_isTheSame(@ForAll NoteSequence sequence) {
        assertThat(NoteSequence.concatenate(List.of(sequence))).isEqualTo(sequence);
    }

    @Property(tries = 200)
    void concatenate_thenTrim_isTheSecond(@ForAll("of96") NoteSequence first, @ForAll("of96") NoteSequence second) {
        // A tick of silence, so that nothing of the first lies where the second begins.
        NoteSequence before = first.toBuilder().endTick(first.endTick() + 1).build();
        NoteSequence both = NoteSequence.concatenate(List.of(before, second));
        NoteSequence back = both.trim(before.endTick(), both.endTick());
        assertThat(back.tempoMap().tempos()).containsAll(second.tempoMap().tempos());
        assertThat(back.seconds()).isEqualTo(second.seconds());
        assertThat(back.meterMap()).isEqualTo(second.meterMap());
        assertThat(back.markers()).isEqualTo(second.markers());
        assertThat(back.notes().sorted())
                .containsExactlyElementsOf(second.notes().sorted().toList());
        assertThat(both.endTick()).isEqualTo(before.endTick() + second.endTick());
    }

    @Property(tries = 200)
    void concatenate_takesTheTimeOfAll(@ForAll NoteSequence first, @ForAll NoteSequence second) {
        List<NoteSequence> both = CommonResolution.of(List.of(first, second));
        assertThat(NoteSequence.concatenate(List.of(first, second)).endTick())
                .isEqualTo(both.get(0).endTick() + both.get(1).endTick());
    }

    @Property(tries = 200)
    void merge_ofTheParts_isTheWhole(@ForAll NoteSequence sequence, @ForAll @IntRange(max = 4) int first) {
        int some = Math.min(first, sequence.parts().size());
        NoteSequence one = sequence.withParts(sequence.parts().subList(0, some));
        NoteSequence other = sequence.withParts(
                sequence.parts().subList(some, sequence.parts().size()));
        assertThat(NoteSequence.merge(List.of(one, other))).isEqualTo(sequence);
    }

    @Property(tries = 100)
    void repeat_isTheSameAsRepeatUntilItsEnd(
            @ForAll NoteSequence sequence, @ForAll @IntRange(min = 1, max = 5) int times) {
        Assume.that(sequence.endTick() > 0);
        NoteSequence repeated = sequence.repeat(times);
        assertThat(repeated.endTick()).isEqualTo(times * sequence.endTick());
        assertThat(repeated.notes().count()).isEqualTo(times * sequence.notes().count());
        assertThat(sequence.repeatUntil(repeated.endTick())).isEqualTo(repeated);
    }

    @Provide
    Arbitrary<NoteSequence> of96() {
        return MusicArbitraries.sequences(96);
    }
}
