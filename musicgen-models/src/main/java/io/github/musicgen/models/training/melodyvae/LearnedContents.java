package io.github.musicgen.models.training.melodyvae;

import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.models.corpus.Augmentation;
import io.github.musicgen.models.evaluation.melodyvae.LatentDraws;
import io.github.musicgen.representation.melody.Stretch;
import java.util.List;

/**
 * What differs between learning spaces of different contents.
 *
 * @param <T> their stretches
 */
sealed interface LearnedContents<T extends Stretch<T>> permits LearnedMelodies, LearnedDrums {
    /** What is learned of stretches, with what is made of them besides. */
    List<T> augmented(List<T> stretches, Augmentation augmentation);

    /** The classes of a stretch as an epoch learns it: its own, or those of one that is drawn and as good. */
    int[] inEpoch(int[] classes, SeededRandom random);

    /** Tells stretches from any others. */
    String fingerprint(List<T> stretches);

    /** How much what is drawn is like what is held out. */
    LatentDraws draws(MelodyVae model, SamplingOptions sampling, List<T> heldOut, long seed);
}
