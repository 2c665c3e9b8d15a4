package io.github.musicgen.models.training.melodyvae;

import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.models.corpus.Augmentation;
import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.evaluation.melodyvae.LatentDraws;
import io.github.musicgen.representation.melody.Melody;
import java.util.List;

/** Melodies, of which others can be made. */
record LearnedMelodies() implements LearnedContents<Melody> {
    @Override
    public List<Melody> augmented(List<Melody> melodies, Augmentation augmentation) {
        return melodies.stream()
                .flatMap(melody -> augmentation.apply(melody).stream())
                .filter(melody -> melody.length() == melodies.get(0).length())
                .toList();
    }

    @Override
    public int[] inEpoch(int[] classes, SeededRandom random) {
        return classes;
    }

    @Override
    public String fingerprint(List<Melody> melodies) {
        return Corpus.fingerprint(melodies);
    }

    @Override
    public LatentDraws draws(MelodyVae model, SamplingOptions sampling, List<Melody> heldOut, long seed) {
        return LatentDraws.of(model, sampling, heldOut, seed);
    }
}
