package io.github.musicgen.api;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.sampling.SamplingOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that decides how a vector is decoded.
 *
 * @param sampling how daring the choices are
 * @param seed what is drawn from
 * @param wishes what is kept always
 */
public record LatentOptions(SamplingOptions sampling, long seed, List<Constraint> wishes) {
    /** Copies the list. */
    public LatentOptions {
        wishes = List.copyOf(wishes);
    }

    LatentOptions withSampling(SamplingOptions newSampling) {
        return new LatentOptions(newSampling, seed, wishes);
    }

    LatentOptions withSeed(long newSeed) {
        return new LatentOptions(sampling, newSeed, wishes);
    }

    LatentOptions withWish(Constraint wish) {
        List<Constraint> more = new ArrayList<>(wishes);
        more.add(wish);
        return new LatentOptions(sampling, seed, more);
    }
}
