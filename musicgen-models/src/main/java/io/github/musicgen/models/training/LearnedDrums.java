package io.github.musicgen.models.training;

import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.models.corpus.Augmentation;
import io.github.musicgen.models.corpus.DrumCorpus;
import io.github.musicgen.models.evaluation.LatentDraws;
import io.github.musicgen.representation.melody.DrumPattern;
import java.util.List;

/** Drums, which are in no key. */
record LearnedDrums() implements LearnedContents<DrumPattern> {
    @Override
    public List<DrumPattern> augmented(List<DrumPattern> patterns, Augmentation augmentation) {
        if (!augmentation.equals(Augmentation.none())) {
            throw new IllegalArgumentException(
                    "drums must be learned as they are, without augmentation, but it was " + augmentation);
        }
        return patterns;
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
