package io.github.musicgen.api;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.Constraint.InKey;
import io.github.musicgen.api.constraint.Constraint.Within;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.api.plan.Plan;
import io.github.musicgen.api.plan.Situation;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.run.BeamSearch;
import io.github.musicgen.api.run.Composition;
import io.github.musicgen.api.run.MelodyRun;
import io.github.musicgen.api.run.Primer;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.List;
import java.util.Optional;

/** All that is settled before the first step: the primer as the model is shown it, and the plan that keeps all wishes. */
final class Preparation {
    private final Generator generator;
    private final GenerationOptions options;
    private final boolean fromScratch;
    private final Primer primer;
    private final Plan plan;
    private final MelodyRnnState heard; // the model after the primer, which every run forks

    private Preparation(
            Generator generator,
            GenerationOptions options,
            boolean fromScratch,
            Primer primer,
            Plan plan,
            MelodyRnnState heard) {
        this.generator = generator;
        this.options = options;
        this.fromScratch = fromScratch;
        this.primer = primer;
        this.plan = plan;
        this.heard = heard;
    }

    static Preparation of(Generator generator, Optional<NoteSequence> music, GenerationOptions options) {
        MelodyRnnConfiguration configuration = generator.model().configuration();
        Optional<Scale> key = first(options.wishes(), InKey.class).map(InKey::scale);
        Primer primer = music.isPresent()
                ? Primer.of(music.get(), options.part(), configuration)
                : Primer.nothing(
                        scratchShift(options.wishes(), configuration), scratchTonic(key, configuration), configuration);
        Situation situation = Situation.after(
                primer.melody(),
                options.steps(),
                pitch -> pitch + primer.shift() >= configuration.minPitch()
                        && pitch + primer.shift() < configuration.maxPitch(),
                key.map(Scale::tonic).orElse(primer.tonic()));
        List<Constraint> wishes = new WrittenChords(primer, options.steps()).expanded(options.wishes());
        Plan plan = Plan.of(situation, wishes);
        return new Preparation(
                generator, options, music.isEmpty(), primer, plan, MelodyRun.hear(generator.model(), primer));
    }

    private static <T extends Constraint> Optional<T> first(List<Constraint> wishes, Class<T> kind) {
        return wishes.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static int scratchTonic(Optional<Scale> key, MelodyRnnConfiguration configuration) {
        return key.map(Scale::tonic).orElse(configuration.key().orElse(0));
    }

    /** From the key and the range wished for to those of the model, so that masks have little to forbid. */
    private static int scratchShift(List<Constraint> wishes, MelodyRnnConfiguration configuration) {
        Optional<Integer> major =
                first(wishes, InKey.class).map(key -> key.scale().relativeMajor());
        int shift = configuration.key().isPresent() && major.isPresent()
                ? nearest(configuration.key().getAsInt() - major.get())
                : 0;
        Optional<Within> range = first(wishes, Within.class);
        if (range.isEmpty()
                || (range.get().lowest() + shift >= configuration.minPitch()
                        && range.get().highest() + shift < configuration.maxPitch())) {
            return shift;
        }
        double middle = (range.get().lowest() + range.get().highest()) / 2.0;
        double target = (configuration.minPitch() + configuration.maxPitch() - 1) / 2.0;
        return shift + Pitch.PER_OCTAVE * (int) Math.rint((target - middle - shift) / Pitch.PER_OCTAVE);
    }

    /** The same distance between keys, at most half an octave. */
    private static int nearest(int semitones) {
        int half = Pitch.PER_OCTAVE / 2;
        return Math.floorMod(semitones + half, Pitch.PER_OCTAVE) - half;
    }

    GenerationOptions options() {
        return options;
    }

    /** The same with another seed, which changes nothing of what was prepared. */
    Preparation withSeed(long seed) {
        return new Preparation(generator, options.withSeed(seed), fromScratch, primer, plan, heard);
    }

    /** The model has heard the primer, no step is taken. */
    MelodyRun start() {
        return MelodyRun.start(
                heard.fork(),
                primer,
                plan.start(),
                options.sampling(),
                SeededRandom.ofSeed(options.seed()),
                options.steps());
    }

    /** All steps but those of a beam search can be followed as they are made. */
    Optional<MelodyRun> searched() {
        return options.beam()
                .map(beam -> new BeamSearch(
                                beam.size(), beam.branches(), beam.steps(), SeededRandom.ofSeed(options.seed()))
                        .search(start(), options.steps()));
    }

    Step step(int index, int event, double surprise) {
        long tick = primer.tickAt(primer.startStep() + index);
        return new Step(index, event, tick, primer.music().tempoMap().secondsAt(tick), surprise);
    }

    Generation finished(MelodyRun run) {
        Melody melody = run.melody();
        Composition composition = new Composition(primer, melody);
        Recipe recipe = new Recipe(
                generator.bundle().card().id(),
                generator.modelHash(),
                generator.engine().name(),
                LibraryVersion.current(),
                options,
                fromScratch ? Recipe.FROM_SCRATCH : primer.part(),
                primer.tickAt(primer.startStep()),
                run.length());
        return new Generation(composition.whole(), composition.continuation(), melody, recipe, run.logLikelihood());
    }

    Primer primer() {
        return primer;
    }
}
