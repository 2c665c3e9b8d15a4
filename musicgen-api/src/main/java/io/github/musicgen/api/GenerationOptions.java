package io.github.musicgen.api;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.sampling.SamplingOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that decides a continuation but the model and the primer.
 *
 * @param steps how long it is
 * @param sampling how daring the choices are
 * @param seed what is drawn from
 * @param wishes what is kept always
 * @param part the name of the part that is continued, if it is not left to the choice
 * @param beam a beam search, if one is wanted
 */
public record GenerationOptions(
        int steps,
        SamplingOptions sampling,
        long seed,
        List<Constraint> wishes,
        Optional<String> part,
        Optional<Beam> beam) {
    /** The longest continuation: more than seven hours of sixteenths at 120 quarters a minute. */
    public static final int MAX_STEPS = 1 << 18;

    /** Two bars of 4/4. */
    static final int DEFAULT_STEPS = 32;

    /** Checks the number of steps; copies the list. */
    public GenerationOptions {
        if (steps < 1 || steps > MAX_STEPS) {
            throw new IllegalArgumentException("steps must be 1.." + MAX_STEPS + ", but were " + steps);
        }
        wishes = List.copyOf(wishes);
    }

    /** The first wish of a kind. */
    <T extends Constraint> Optional<T> firstWish(Class<T> kind) {
        return wishes.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    GenerationOptions withSteps(int newSteps) {
        return new GenerationOptions(newSteps, sampling, seed, wishes, part, beam);
    }

    GenerationOptions withSampling(SamplingOptions newSampling) {
        return new GenerationOptions(steps, newSampling, seed, wishes, part, beam);
    }

    /**
     * The same with another seed.
     *
     * @param newSeed what is drawn from
     * @return the options
     */
    public GenerationOptions withSeed(long newSeed) {
        return new GenerationOptions(steps, sampling, newSeed, wishes, part, beam);
    }

    GenerationOptions withWish(Constraint wish) {
        List<Constraint> more = new ArrayList<>(wishes);
        more.add(wish);
        return new GenerationOptions(steps, sampling, seed, more, part, beam);
    }

    GenerationOptions withPart(String newPart) {
        return new GenerationOptions(steps, sampling, seed, wishes, Optional.of(newPart), beam);
    }

    GenerationOptions withBeam(Beam newBeam) {
        return new GenerationOptions(steps, sampling, seed, wishes, part, Optional.of(newBeam));
    }
}
