package io.github.musicgen.models.training.melodyvae;

import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.models.corpus.Augmentation;
import io.github.musicgen.models.corpus.drums.DrumCorpus;
import io.github.musicgen.models.evaluation.melodyvae.LatentDraws;
import io.github.musicgen.representation.melody.DrumPattern;
import java.util.List;

/**
 * Drums, which are in no key. What is played over and over can begin on any of its beats, so that in each epoch a stretch begins on one that
 * is drawn, and what came before is played at its end.
 *
 * @param stepsPerQuarter how long a beat is
 */
record LearnedDrums(int stepsPerQuarter) implements LearnedContents<DrumPattern> {
    @Override
    public List<DrumPattern> augmented(List<DrumPattern> patterns, Augmentation augmentation) {
        if (!augmentation.equals(Augmentation.none())) {
            throw new IllegalArgumentException(
                    "drums must be learned as they are, without augmentation, but it was " + augmentation);
        }
        return patterns;
    }

    @Override
    public int[] inEpoch(int[] classes, SeededRandom random) {
        int first = stepsPerQuarter * random.nextInt(classes.length / stepsPerQuarter);
        int[] turned = new int[classes.length];
        for (int step = 0; step < turned.length; step++) {
            turned[step] = classes[(first + step) % classes.length];
        }
        return turned;
    }

    @Override
    public String fingerprint(List<DrumPattern> patterns) {
        return DrumCorpus.fingerprint(patterns);
    }

    @Override
    public LatentDraws draws(MelodyVae model, SamplingOptions sampling, List<DrumPattern> heldOut, long seed) {
        return LatentDraws.ofDrums(model, sampling, heldOut, seed);
    }
}
