package io.github.musicgen.api;

import io.github.musicgen.api.constraint.Constraint.InKey;
import io.github.musicgen.api.constraint.Constraint.Within;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.run.Composition;
import io.github.musicgen.api.run.MelodyRun;
import io.github.musicgen.api.run.Primer;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.Optional;

/**
 * What is to be made.
 *
 * @param generator by whom
 * @param options how
 * @param fromScratch whether nothing is continued
 * @param primer what is continued, or the nothing that is
 */
record Task(Generator generator, GenerationOptions options, boolean fromScratch, Primer primer) {
    static Task of(Generator generator, Optional<NoteSequence> music, GenerationOptions options) {
        MelodyRnnConfiguration configuration = generator.model().configuration();
        if (music.isEmpty() && options.part().isPresent()) {
            throw new IllegalArgumentException(
                    "there is no music whose part \"" + options.part().get() + "\" could be continued");
        }
        Primer primer = music.isPresent()
                ? Primer.of("the primer", music.get(), options.part(), configuration)
                : Primer.nothing(
                        scratchShift(options, configuration), scratchTonic(options, configuration), configuration);
        return new Task(generator, options, music.isEmpty(), primer);
    }

    private static int scratchTonic(GenerationOptions options, MelodyRnnConfiguration configuration) {
        return options.firstWish(InKey.class)
                .map(InKey::scale)
                .map(Scale::tonic)
                .orElse(configuration.key().orElse(0));
    }

    /** From the key and the range wished for to those of the model, so that masks have little to forbid. */
    private static int scratchShift(GenerationOptions options, MelodyRnnConfiguration configuration) {
        Optional<Integer> major =
                options.firstWish(InKey.class).map(key -> key.scale().relativeMajor());
        int shift = configuration.key().isPresent() && major.isPresent()
                ? nearest(configuration.key().getAsInt() - major.get())
                : 0;
        Optional<Within> range = options.firstWish(Within.class);
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

    /** The same with another seed. */
    Task withSeed(long seed) {
        return new Task(generator, options.withSeed(seed), fromScratch, primer);
    }

    Step step(int index, int event, double surprise) {
        long tick = primer.tickAt(primer.startStep() + index);
        return new Step(index, event, tick, primer.music().tempoMap().secondsAt(tick), surprise);
    }

    Generation made(MelodyRun run) {
        return made(run.melody(), run.length(), run.logLikelihood());
    }

    /** The primer alone. */
    Generation nothingMade() {
        return made(primer.continuedBy(), 0, 0);
    }

    private Generation made(Melody melody, int steps, double logLikelihood) {
        Composition composition = new Composition(primer, melody);
        Recipe recipe = new Recipe(
                generator.bundle().card().id(),
                generator.modelHash(),
                generator.engine().name(),
                LibraryVersion.current(),
                options,
                fromScratch ? Recipe.FROM_SCRATCH : primer.part(),
                primer.tickAt(primer.startStep()),
                steps);
        return new Generation(composition.whole(), composition.continuation(), melody, recipe, logLikelihood);
    }
}
