package io.github.musicgen.api;

import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.melodyvae.LatentContents;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.plan.EventWalk;
import io.github.musicgen.representation.melody.DrumPattern;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.melody.Stretch;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What differs between spaces of different contents.
 *
 * @param <T> their stretches
 */
sealed interface LatentKind<T extends Stretch<T>> permits LatentMelodyKind, LatentDrumKind {
    static Optional<LatentKind<Melody>> melodies(MelodyVaeBundle bundle) {
        return bundle.configuration().contents() instanceof LatentContents.Melodies range
                ? Optional.of(new LatentMelodyKind(range))
                : Optional.empty();
    }

    static Optional<LatentKind<DrumPattern>> drums(MelodyVaeBundle bundle) {
        return bundle.configuration().contents() instanceof LatentContents.Drums
                ? Optional.of(new LatentDrumKind())
                : Optional.empty();
    }

    /** Stretches of as many bars as the space knows, silent ones among them. */
    List<T> windows(NoteSequence music, MelodyVaeConfiguration configuration);

    /** A stretch as the space can be shown it. */
    T shown(T stretch);

    /** What was decoded, in 4/4 from step 0 on. */
    T ofEvents(int... events);

    /** What keeps wishes; starts at the first step. */
    Supplier<? extends EventWalk> plan(List<Constraint> wishes, MelodyVaeConfiguration configuration);
}
