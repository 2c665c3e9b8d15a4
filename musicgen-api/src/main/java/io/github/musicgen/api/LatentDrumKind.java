package io.github.musicgen.api;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.plan.DrumPlan;
import io.github.musicgen.api.plan.EventWalk;
import io.github.musicgen.api.run.FoundDrums;
import io.github.musicgen.representation.melody.DrumPattern;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.List;
import java.util.function.Supplier;

/** Spaces of drums. */
record LatentDrumKind() implements LatentKind<DrumPattern> {
    @Override
    public List<DrumPattern> windows(NoteSequence music, MelodyVaeConfiguration configuration) {
        return FoundDrums.of("the music", music, configuration.stepsPerQuarter())
                .windows(configuration.bars(), configuration.stepsPerBar());
    }

    @Override
    public DrumPattern shown(DrumPattern pattern) {
        return pattern;
    }

    @Override
    public DrumPattern ofEvents(int... events) {
        return DrumPattern.of(events);
    }

    @Override
    public Supplier<EventWalk> plan(List<Constraint> wishes, MelodyVaeConfiguration configuration) {
        return DrumPlan.of(wishes, configuration.steps())::start;
    }
}
