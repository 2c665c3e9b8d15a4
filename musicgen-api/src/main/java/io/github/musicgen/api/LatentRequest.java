package io.github.musicgen.api;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.Constraint.InKey;
import io.github.musicgen.api.melodyvae.LatentPath;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.run.LatentDecoding;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.melody.Stretch;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.ArrayList;
import java.util.List;

/**
 * How melodies or drums of a {@link LatentModel} shall be made, said word by word. Immutable: each word returns a new request, so that one may be
 * kept and varied.
 *
 * <p>Wishes such as {@link #inKey} are kept always; those that contradict each other are refused. Of drums can be wished a rhythm, a
 * grid, and drums or silence that are forced or forbidden. The same request gives the same notes, everywhere.
 *
 * @param <T> what is made
 */
public final class LatentRequest<T extends Stretch<T>> {
    /** The most stretches that are made at once. */
    public static final int MAX_STRETCHES = 10_000;

    private final LatentModel<T> model;
    private final LatentOptions options;

    LatentRequest(LatentModel<T> model, LatentOptions options) {
        this.model = model;
        this.options = options;
    }

    /**
     * Says all at once what was said to another request.
     *
     * @param newOptions its {@link #options}, which replace all that was said to this one
     * @return the request
     */
    public LatentRequest<T> with(LatentOptions newOptions) {
        return new LatentRequest<>(model, newOptions);
    }

    /**
     * How daring the choices are.
     *
     * @param temperature 0 always takes the likeliest event, 1 draws as the model was trained, more is more daring, to 1000
     * @return the request
     */
    public LatentRequest<T> temperature(double temperature) {
        return with(options.withSampling(options.sampling().withTemperature(temperature)));
    }

    /**
     * Draws only from the likeliest events.
     *
     * @param topK how many of them
     * @return the request
     */
    public LatentRequest<T> topK(int topK) {
        return with(options.withSampling(options.sampling().withTopK(topK)));
    }

    /**
     * Draws only from the likeliest events that together have some probability.
     *
     * @param topP the probability, more than 0 and at most 1
     * @return the request
     */
    public LatentRequest<T> topP(double topP) {
        return with(options.withSampling(options.sampling().withTopP(topP)));
    }

    /**
     * What is drawn from.
     *
     * @param seed any number
     * @return the request
     */
    public LatentRequest<T> seed(long seed) {
        return with(options.withSeed(seed));
    }

    /**
     * Notes of a key alone.
     *
     * @param scale such as {@code D dorian}
     * @return the request
     */
    public LatentRequest<T> inKey(String scale) {
        return wishing(new InKey(Scale.parse(scale)));
    }

    /**
     * Notes of a range alone.
     *
     * @param lowest such as {@code C4}, which is 60
     * @param highest the highest pitch, itself allowed
     * @return the request
     */
    public LatentRequest<T> within(String lowest, String highest) {
        return wishing(new Constraint.Within(Pitch.parse(lowest), Pitch.parse(highest)));
    }

    /**
     * A wish that is kept always; for melodies all that they can be continued under, but for chords that stand in music.
     *
     * @param wish the wish, whose steps count from the start of what is made
     * @return the request
     */
    public LatentRequest<T> wishing(Constraint wish) {
        return with(options.withWish(wish));
    }

    /**
     * All that was said so far.
     *
     * @return the options
     */
    public LatentOptions options() {
        return options;
    }

    /**
     * Decodes a vector.
     *
     * @param vector of the model's size
     * @return the melody or the drums, from step 0 on
     * @throws io.github.musicgen.api.constraint.ContradictoryWishesException if nothing keeps all wishes
     * @throws IllegalArgumentException if the vector is of another size, or a wish cannot be kept here
     */
    public T decode(LatentVector vector) {
        return decodeAll(List.of(vector)).get(0);
    }

    /**
     * Decodes vectors, each with the same draws: what differs is by the vectors alone.
     *
     * @param vectors of the model's size
     * @return a stretch for each
     */
    public List<T> decodeAll(List<LatentVector> vectors) {
        LatentDecoding decoding = decoding();
        List<T> stretches = new ArrayList<>();
        for (LatentVector vector : vectors) {
            stretches.add(decoded(decoding, vector, SeededRandom.ofSeed(options.seed())));
        }
        return stretches;
    }

    /**
     * Draws from where the space has what it learned: the first of this seed, the second of the next, and so on.
     *
     * @param count how many, from 1 to {@link #MAX_STRETCHES}
     * @return what is made
     */
    public List<T> sample(int count) {
        requireCount(count);
        LatentDecoding decoding = decoding();
        List<T> stretches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SeededRandom random = SeededRandom.ofSeed(options.seed() + i);
            stretches.add(decoded(decoding, model.model().prior().draw(random), random));
        }
        return stretches;
    }

    /**
     * Leads from one stretch to another, around the middle of the space.
     *
     * @param from the one
     * @param to the other
     * @param count how many stretches, the ends included, from 2 to {@link #MAX_STRETCHES}
     * @return what is made; the first and the last are what the model makes of the two
     * @throws IllegalArgumentException if one is longer or shorter than the model's, in another meter, or silent
     */
    public List<T> interpolate(T from, T to, int count) {
        return interpolate(model.encode(from), model.encode(to), count, LatentPath.SPHERICAL);
    }

    /**
     * Leads from one vector to another.
     *
     * @param from the one
     * @param to the other
     * @param count how many stretches, the ends included, from 2 to {@link #MAX_STRETCHES}
     * @param path on which way
     * @return what is made
     */
    public List<T> interpolate(LatentVector from, LatentVector to, int count, LatentPath path) {
        requireEnds("stretches of an interpolation", count);
        List<LatentVector> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            vectors.add(path.between(from, to, (double) i / (count - 1)));
        }
        return decodeAll(vectors);
    }

    /**
     * Fills a rectangle between four stretches.
     *
     * @param corners at the upper left, the upper right, the lower left and the lower right
     * @param rows how many rows, 2 or more
     * @param columns how many stretches in each, 2 or more
     * @return what is made, row by row
     * @throws IllegalArgumentException if there are not four corners, or one cannot be encoded
     */
    public List<List<T>> grid(List<T> corners, int rows, int columns) {
        if (corners.size() != 4) {
            throw new IllegalArgumentException("a grid must have 4 corners, but had " + corners.size());
        }
        requireEnds("rows of a grid", rows);
        requireEnds("columns of a grid", columns);
        if ((long) rows * columns > MAX_STRETCHES) {
            throw new IllegalArgumentException(
                    "a grid must have at most " + MAX_STRETCHES + " stretches, but had " + rows + " x " + columns);
        }
        List<LatentVector> ends = corners.stream().map(model::encode).toList();
        List<List<T>> grid = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            double down = (double) row / (rows - 1);
            LatentVector left = LatentPath.SPHERICAL.between(ends.get(0), ends.get(2), down);
            LatentVector right = LatentPath.SPHERICAL.between(ends.get(1), ends.get(3), down);
            grid.add(interpolate(left, right, columns, LatentPath.SPHERICAL));
        }
        return grid;
    }

    /**
     * Makes stretches like another: on the ways from some drawn by chance to it.
     *
     * @param stretch the other
     * @param count how many, from 1 to {@link #MAX_STRETCHES}
     * @param similarity how much of the way is gone: 0 for anything, 1 for what the model makes of the other itself
     * @return what is made, of this seed, the next, and so on
     * @throws IllegalArgumentException if the other is longer or shorter than the model's, in another meter, or silent
     */
    public List<T> similar(T stretch, int count, double similarity) {
        requireCount(count);
        if (!(similarity >= 0 && similarity <= 1)) {
            throw new IllegalArgumentException("similarity must be 0..1, but was " + similarity);
        }
        LatentVector goal = model.encode(stretch);
        LatentDecoding decoding = decoding();
        List<T> stretches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SeededRandom random = SeededRandom.ofSeed(options.seed() + i);
            LatentVector start = model.model().prior().draw(random);
            stretches.add(decoded(decoding, start.spherical(goal, similarity), random));
        }
        return stretches;
    }

    private LatentDecoding decoding() {
        return new LatentDecoding(
                model.model(), model.kind().plan(options.wishes(), model.configuration()), options.sampling());
    }

    private T decoded(LatentDecoding decoding, LatentVector vector, SeededRandom random) {
        MelodyVaeConfiguration configuration = model.configuration();
        return model.kind()
                .ofEvents(decoding.decode(vector, random))
                .withMeter(configuration.stepsPerBar(), configuration.stepsPerQuarter());
    }

    private static void requireCount(int count) {
        if (count < 1 || count > MAX_STRETCHES) {
            throw new IllegalArgumentException("the number to make must be 1.." + MAX_STRETCHES + ", but was " + count);
        }
    }

    private static void requireEnds(String what, int count) {
        if (count < 2 || count > MAX_STRETCHES) {
            throw new IllegalArgumentException(what + " must be 2.." + MAX_STRETCHES + ", but were " + count);
        }
    }
}
