package io.github.musicgen.api;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.Constraint.EndingOnTonic;
import io.github.musicgen.api.constraint.Constraint.InKey;
import io.github.musicgen.api.melodyvae.LatentContents;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.plan.Plan;
import io.github.musicgen.api.plan.PlanWalk;
import io.github.musicgen.api.plan.Situation;
import io.github.musicgen.api.run.FoundMelody;
import io.github.musicgen.representation.melody.BarWindows;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.List;
import java.util.function.Supplier;

/**
 * Spaces of melodies.
 *
 * @param range their pitches
 */
record LatentMelodyKind(LatentContents.Melodies range) implements LatentKind<Melody> {
    @Override
    public List<Melody> windows(NoteSequence music, MelodyVaeConfiguration configuration) {
        return FoundMelody.ofEachMeter("the music", music, configuration.stepsPerQuarter()).stream()
                .filter(melody -> melody.stepsPerBar() == configuration.stepsPerBar())
                .flatMap(melody -> BarWindows.fromStart(melody, configuration.bars()).stream())
                .toList();
    }

    @Override
    public Melody shown(Melody melody) {
        return melody.squash(range.minPitch(), range.maxPitch()).melody();
    }

    @Override
    public Melody ofEvents(int... events) {
        return Melody.of(events);
    }

    @Override
    public Supplier<PlanWalk> plan(List<Constraint> wishes, MelodyVaeConfiguration configuration) {
        Melody nothing = Melody.of().withMeter(configuration.stepsPerBar(), configuration.stepsPerQuarter());
        Situation situation = Situation.after(
                nothing,
                configuration.steps(),
                pitch -> pitch >= range.minPitch() && pitch < range.maxPitch(),
                tonic(wishes));
        return Plan.of(situation, wishes)::start;
    }

    /** A vector does not tell its key, so an ending on the tonic needs a key among the wishes. */
    private static int tonic(List<Constraint> wishes) {
        for (Constraint wish : wishes) {
            if (wish instanceof InKey key) {
                return key.scale().tonic();
            }
        }
        if (wishes.stream().anyMatch(EndingOnTonic.class::isInstance)) {
            throw new IllegalArgumentException("to end on the tonic a key must be wished for, but none was");
        }
        return 0;
    }
}
