package io.github.musicgen.api.bandvae;

import io.github.musicgen.api.engine.Dense;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyrnn.Blocks;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.melodyvae.Posterior;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A band, ready to run: immutable, and shared by all threads.
 *
 * <p>An autoencoder for each instrument; a network that leads from the point of the first instrument's last segment to its next; and one
 * for each other instrument, which is told what those that it listens to play next. With chances, an {@link Ear} hears their notes, too.
 */
public final class BandVae {
    private final BandVaeConfiguration configuration;
    private final List<RollVae> instruments = new ArrayList<>();
    private final List<List<Dense>> nexts = new ArrayList<>();
    private final List<Ear> ears = new ArrayList<>(); // none without chances
    private final List<float[]> agains = new ArrayList<>(); // [STATES * STATES] each; none without chances

    private BandVae(BandVaeConfiguration configuration, Blocks blocks) {
        this.configuration = configuration;
        for (int i = 0; i < configuration.instruments().size(); i++) {
            String name = configuration.instruments().get(i).name();
            instruments.add(new RollVae(configuration, i, blocks));
            List<Dense> layers = new ArrayList<>();
            for (int layer = 0; layer <= configuration.nextUnits(i).size(); layer++) {
                layers.add(blocks.dense(BandVaeTensors.next(name, layer)));
            }
            nexts.add(List.copyOf(layers));
            if (configuration.chances()) {
                agains.add(values(blocks, BandVaeTensors.again(name)).clone());
                ears.add(ear(configuration, i, blocks));
            }
        }
    }

    private static Ear ear(BandVaeConfiguration configuration, int instrument, Blocks blocks) {
        BandInstrument listener = configuration.instruments().get(instrument);
        EarTies ties = new EarTies(listener, configuration.heard(instrument));
        if (listener.drums()) {
            return new Ear(ties, values(blocks, BandVaeTensors.ear(listener.name())));
        }
        float[] pitches = values(blocks, BandVaeTensors.EAR_PITCHES);
        float[] numbers = Arrays.copyOf(pitches, ties.count());
        System.arraycopy(values(blocks, BandVaeTensors.EAR_RHYTHM), 0, numbers, pitches.length, EarTies.RHYTHMS);
        return new Ear(ties, numbers);
    }

    private static float[] values(Blocks blocks, String tensor) {
        return blocks.tensors().tensor(tensor).values();
    }

    /**
     * Puts a model together.
     *
     * @param configuration what it is
     * @param tensors its weights, of the {@linkplain BandVaeTensors#schema names and shapes} of the configuration
     * @param engine what multiplies
     * @return the model
     * @throws MalformedModelException if a tensor is missing, extra or misshapen
     */
    public static BandVae of(BandVaeConfiguration configuration, TensorTable tensors, Engine engine)
            throws MalformedModelException {
        tensors.schema().require(configuration.name() + " model", BandVaeTensors.schema(configuration));
        return new BandVae(configuration, new Blocks(tensors, engine));
    }

    /**
     * What the model is.
     *
     * @return its configuration
     */
    public BandVaeConfiguration configuration() {
        return configuration;
    }

    /**
     * How many numbers were trained.
     *
     * @return weights and biases
     */
    public long parameterCount() {
        return BandVaeTensors.schema(configuration).valueCount();
    }

    /**
     * Encodes a segment of an instrument.
     *
     * @param instrument its index
     * @param cells as many as its segments have
     * @return where it lies
     * @throws IllegalArgumentException if they are more or fewer, or there is no such instrument
     */
    public Posterior encode(int instrument, BandCells cells) {
        int size = cells(instrument);
        if (cells.size() != size) {
            throw new IllegalArgumentException(
                    "a segment of the " + name(instrument) + " must have " + size + " cells, but had " + cells.size());
        }
        return instruments.get(instrument).encode(cells);
    }

    /**
     * Decodes a point.
     *
     * @param instrument its index
     * @param latent of the model's size
     * @return what it expects of the segment
     * @throws IllegalArgumentException if the point is of another size, or there is no such instrument
     */
    public DecodedRoll decode(int instrument, LatentVector latent) {
        requireInstrument(instrument);
        requireSize(latent);
        return instruments.get(instrument).decode(latent);
    }

    /**
     * Decodes a point, while others play.
     *
     * @param instrument its index
     * @param latent of the model's size
     * @param heard what others play; a band without chances does not care
     * @return what it expects of the segment
     * @throws IllegalArgumentException if the point is of another size, what is heard of another length, or there is no such instrument
     */
    public DecodedRoll decode(int instrument, LatentVector latent, HeardSteps heard) {
        DecodedRoll roll = decode(instrument, latent);
        if (configuration.chances()) {
            ears.get(instrument).listen(heard, roll.scores());
        }
        return roll;
    }

    /**
     * Leads to the next segment of an instrument.
     *
     * @param instrument its index
     * @param own its last segment
     * @param heard what those play that it listens to, as many as {@link BandVaeConfiguration#heard} says
     * @return where the next segment may lie
     * @throws IllegalArgumentException if they are more or fewer, a point is of another size, or there is no such instrument
     */
    public NextLatent next(int instrument, Past own, List<Heard> heard) {
        requireInstrument(instrument);
        float[] told = new float[configuration.nextInputs(instrument)];
        write(own.last(), told, 0);
        int size = configuration.latentSize();
        int place = write(own.came(), told, size);
        if (heard.size() != configuration.heard(instrument)) {
            throw new IllegalArgumentException("the " + name(instrument) + " must be told of "
                    + configuration.heard(instrument) + " others, but was of " + heard.size());
        }
        for (Heard other : heard) {
            write(other.next(), told, place);
            place = write(other.came(), told, place + size);
        }
        return next(run(nexts.get(instrument), told));
    }

    /**
     * What others hear of an instrument. With chances they hear nothing of one that is silent, as of one that they do not listen to.
     *
     * @param cells what it plays next
     * @param point where that lies
     * @param came whether that is the segment so many segments before it again, for each lag
     * @return the point and what came again, or nothing
     */
    public Heard heard(BandCells cells, LatentVector point, List<Boolean> came) {
        return configuration.chances() && cells.isSilent() ? nothingHeard() : new Heard(point, came);
    }

    /**
     * What is heard of an instrument that is not listened to.
     *
     * @return zeros
     */
    public Heard nothingHeard() {
        LatentVector zero = LatentVector.of(new float[configuration.latentSize()]);
        return new Heard(zero, Collections.nCopies(configuration.lags().size(), false));
    }

    /**
     * What an instrument knows of itself.
     *
     * @param last the point of its last segment
     * @param came whether that was the one so many segments before it again, for each lag
     */
    public record Past(LatentVector last, List<Boolean> came) {
        /** Copies the list. */
        public Past {
            came = List.copyOf(came);
        }
    }

    /**
     * What leads to the next segment is told of another instrument.
     *
     * @param next the point of its next segment
     * @param came whether that is the one so many segments before it again, for each lag
     */
    public record Heard(LatentVector next, List<Boolean> came) {
        /** Copies the list. */
        public Heard {
            came = List.copyOf(came);
        }
    }

    private int write(List<Boolean> came, float[] told, int place) {
        int lags = configuration.lags().size();
        if (came.size() != lags) {
            throw new IllegalArgumentException(
                    "whether a segment came again must be told for " + lags + " lags, but was for " + came.size());
        }
        for (int i = 0; i < lags; i++) {
            told[place + i] = came.get(i) ? 1 : 0;
        }
        return place + lags;
    }

    private void write(LatentVector latent, float[] told, int place) {
        requireSize(latent);
        System.arraycopy(latent.values(), 0, told, place, latent.size());
    }

    private static float[] run(List<Dense> layers, float[] told) {
        float[] values = told;
        for (int i = 0; i < layers.size(); i++) {
            float[] out = new float[layers.get(i).weights().columns()];
            if (i + 1 < layers.size()) {
                layers.get(i).applyRectified(values, out);
            } else {
                layers.get(i).apply(values, out);
            }
            values = out;
        }
        return values;
    }

    /** Without chances the deviation is 1: whoever composes says how much of it counts. */
    private NextLatent next(float[] answer) {
        int size = configuration.latentSize();
        if (configuration.chances()) {
            float[] point = Arrays.copyOf(answer, 2 * size);
            return new NextLatent(RollVae.posterior(point, size), Arrays.copyOfRange(answer, 2 * size, answer.length));
        }
        float[] certain = Arrays.copyOf(answer, size + 1);
        return new NextLatent(RollVae.posterior(certain, size), new float[0]);
    }

    /**
     * How likely a segment that is an earlier one again, changed, has a cell, given what that was.
     *
     * @param instrument its index
     * @param before the state in the earlier segment
     * @param after the state in this one
     * @return from 0 to 1
     * @throws IllegalStateException if the model knows no repetition
     */
    public float again(int instrument, byte before, byte after) {
        requireInstrument(instrument);
        if (!configuration.chances()) {
            throw new IllegalStateException("a band without chances knows no repetition");
        }
        return agains.get(instrument)[before * BandVaeTensors.STATES + after];
    }

    /**
     * How many cells the segments of an instrument have.
     *
     * @param instrument its index
     * @return steps times columns
     */
    public int cells(int instrument) {
        requireInstrument(instrument);
        return configuration.steps()
                * configuration.instruments().get(instrument).columns();
    }

    private String name(int instrument) {
        return configuration.instruments().get(instrument).name();
    }

    private void requireInstrument(int instrument) {
        if (instrument < 0 || instrument >= configuration.instruments().size()) {
            throw new IllegalArgumentException(
                    "an instrument must be 0.." + (configuration.instruments().size() - 1) + ", but was " + instrument);
        }
    }

    private void requireSize(LatentVector latent) {
        if (latent.size() != configuration.latentSize()) {
            throw new IllegalArgumentException("a point of this band must have " + configuration.latentSize()
                    + " numbers, but had " + latent.size());
        }
    }
}
