package io.github.musicgen.representation.testing;

import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.time.Grid;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Lets a property ask for music by its type: {@code @Domain(MusicDomain.class)}, then {@code @ForAll NoteSequence}. */
public final class MusicDomain extends DomainContextBase {
    @Provide
    Arbitrary<NoteSequence> sequences() {
        return MusicArbitraries.sequences();
    }

    @Provide
    Arbitrary<Grid> grids() {
        return MusicArbitraries.grids();
    }
}
