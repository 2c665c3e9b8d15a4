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
import java.util.function.Supplier;

/**
 * What differs between spaces of different contents.
 *
 * @param <T> their stretches
 */
sealed interface LatentKind<T extends Stretch<T>> permits LatentMelodyKind, LatentDrumKind {
    static LatentKind<Melody> melodies(MelodyVaeBundle bundle) {
        if (bundle.configuration().contents() instanceof LatentContents.Melodies range) {
            return new LatentMelodyKind(range);
        }
        throw other("melodies", "drums, which LatentModel.ofDrums takes");
    }

    static LatentKind<DrumPattern> drums(MelodyVaeBundle bundle) {
        if (bundle.configuration().contents() instanceof LatentContents.Drums) {
            return new LatentDrumKind();
        }
        throw other("drums", "melodies, which LatentModel.of takes");
    }

    private static IllegalArgumentException other(String wanted, String found) {
        return new IllegalArgumentException("the model must be a space of " + wanted + ", but is one of " + found);
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
