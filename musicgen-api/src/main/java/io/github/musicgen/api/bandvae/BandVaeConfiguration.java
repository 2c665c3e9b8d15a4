package io.github.musicgen.api.bandvae;

import io.github.musicgen.api.engine.PatchShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that tells one band from another, but for its weights. The first instrument leads. Music is in 4/4.
 *
 * @param name what it is called
 * @param stepsPerQuarter its grid
 * @param steps how long a segment is, whole bars
 * @param instruments who plays
 * @param latentSize how many numbers a segment of an instrument is encoded into
 * @param leaderUnits hidden units of the network that leads from one segment of the first instrument to the next
 * @param followerUnits hidden units of those of the others
 * @param onsets whether segments tell where notes start and how hard, beside where they sound
 * @param lags how many segments ago the one may be that comes again. If there are any, each number has a deviation of its own, the next
 *     segment comes with deviations and with the chance that it is an earlier one again, and an instrument is told what all before it play;
 *     if none, each segment has one deviation for all numbers, the next one has none and is always new, and others are told what the first
 *     plays
 * @param oneKey whether it knows music in C major and A minor alone: what it hears is moved there, and what it plays is moved back
 * @param threshold the probability above which a cell sounds, unless somebody wishes otherwise
 */
public record BandVaeConfiguration(
        String name,
        int stepsPerQuarter,
        int steps,
        List<BandInstrument> instruments,
        int latentSize,
        List<Integer> leaderUnits,
        List<Integer> followerUnits,
        boolean onsets,
        List<Integer> lags,
        boolean oneKey,
        double threshold) {
    /** The finest grid. */
    public static final int MAX_STEPS_PER_QUARTER = 24;

    /** The longest segment. */
    public static final int MAX_STEPS = 1024;

    /** The largest band. */
    public static final int MAX_INSTRUMENTS = 16;

    /** The most numbers of a segment. */
    public static final int MAX_LATENT_SIZE = 1024;

    /** The most hidden units of a layer, and the most layers. */
    public static final int MAX_UNITS = 4096;

    /** The most segments ago. */
    public static final int MAX_LAG = 64;

    private static final int MAX_LAYERS = 8;
    private static final int QUARTERS_PER_BAR = 4;

    /** Checks the bounds and that patches cover the rolls; copies the lists. */
    public BandVaeConfiguration {
        instruments = List.copyOf(instruments);
        leaderUnits = List.copyOf(leaderUnits);
        followerUnits = List.copyOf(followerUnits);
        lags = List.copyOf(lags);
        for (int i = 0; i < lags.size(); i++) {
            require("segments ago", lags.get(i), MAX_LAG);
            if (i > 0 && lags.get(i) <= lags.get(i - 1)) {
                throw new IllegalArgumentException("segments ago must ascend, but were " + lags);
            }
        }
        require("steps per quarter", stepsPerQuarter, MAX_STEPS_PER_QUARTER);
        require("steps of a segment", steps, MAX_STEPS);
        require("instruments", instruments.size(), MAX_INSTRUMENTS);
        require("latent size", latentSize, MAX_LATENT_SIZE);
        requireUnits(leaderUnits);
        requireUnits(followerUnits);
        if (steps % (QUARTERS_PER_BAR * stepsPerQuarter) != 0) {
            throw new IllegalArgumentException("a segment must be whole bars of " + QUARTERS_PER_BAR * stepsPerQuarter
                    + " steps, but was of " + steps);
        }
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException(
                    "the threshold must be more than 0 and less than 1, but was " + threshold);
        }
        Set<String> names = new HashSet<>();
        for (BandInstrument instrument : instruments) {
            if (!names.add(instrument.name())) {
                throw new IllegalArgumentException(
                        "instruments must have names of their own, but two are called " + instrument.name());
            }
            shapes(instrument, steps, 1);
        }
    }

    private static void require(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(what + " must be 1.." + most + ", but was " + value);
        }
    }

    private static void requireUnits(List<Integer> layers) {
        require("hidden layers", layers.size(), MAX_LAYERS);
        layers.forEach(units -> require("hidden units", units, MAX_UNITS));
    }

    /**
     * The band of the thesis: 32 steps of an eighth and 128 pitches, patches of 4 x 4, 4 x 4 and 2 x 8.
     *
     * @return piano, guitar, bass, strings and drums; 16 numbers, 6,656,554 weights
     */
    public static BandVaeConfiguration thesis() {
        List<PatchSize> patches = List.of(new PatchSize(64, 4, 4), new PatchSize(128, 4, 4), new PatchSize(256, 2, 8));
        List<BandInstrument> instruments = List.of(
                new BandInstrument("piano", 0, false, 0, 128, patches),
                new BandInstrument("guitar", 24, false, 0, 128, patches),
                new BandInstrument("bass", 32, false, 0, 128, patches),
                new BandInstrument("strings", 48, false, 0, 128, patches),
                new BandInstrument("drums", 0, true, 0, 128, patches));
        return new BandVaeConfiguration(
                "thesis", 2, 32, instruments, 16, List.of(128, 128), List.of(128), false, List.of(), false, 0.3);
    }

    /**
     * What was learned from that band: two bars of sixteenths, patches an octave high, and nine drums.
     *
     * @return piano, guitar, bass, strings and drums
     */
    public static BandVaeConfiguration band() {
        List<PatchSize> patches = List.of(new PatchSize(48, 4, 12), new PatchSize(96, 4, 2), new PatchSize(128, 2, 4));
        List<PatchSize> struck = List.of(new PatchSize(48, 4, 9), new PatchSize(64, 4, 1), new PatchSize(128, 2, 1));
        List<BandInstrument> instruments = List.of(
                new BandInstrument("piano", 0, false, 16, 96, patches),
                new BandInstrument("guitar", 24, false, 16, 96, patches),
                new BandInstrument("bass", 32, false, 16, 96, patches),
                new BandInstrument("strings", 48, false, 16, 96, patches),
                new BandInstrument("drums", 0, true, BandInstrument.DRUM_CLASSES, 9, struck));
        return new BandVaeConfiguration(
                "band", 4, 32, instruments, 24, List.of(128, 128), List.of(128), true, List.of(1, 2, 4, 8), true, 0.4);
    }

    /**
     * How long a bar is.
     *
     * @return steps
     */
    public int stepsPerBar() {
        return QUARTERS_PER_BAR * stepsPerQuarter;
    }

    /**
     * The planes that encoders read: what sounds and, with onsets, what starts.
     *
     * @return 1 or 2
     */
    public int planesRead() {
        return onsets ? 2 : 1;
    }

    /**
     * The planes that decoders write: those that are read and, with onsets, how hard.
     *
     * @return 1 or 3
     */
    public int planesWritten() {
        return onsets ? 3 : 1;
    }

    /**
     * Whether the model tells how likely things are: points with deviations, and repetition.
     *
     * @return whether it has lags
     */
    public boolean chances() {
        return !lags.isEmpty();
    }

    /**
     * What an encoder tells of a segment: means, and the logarithms of variances.
     *
     * @return how many numbers
     */
    public int encoderOutputs() {
        return latentSize + (chances() ? latentSize : 1);
    }

    /**
     * What leads to the next segment is shown: the last one of the instrument itself and, of those that it listens to, the next; with chances
     * also of each whether it came again, at each lag.
     *
     * @param instrument its index
     * @return how many numbers
     */
    public int nextInputs(int instrument) {
        return (1 + heard(instrument)) * (latentSize + lags.size());
    }

    /**
     * How many instruments an instrument listens to, from the first on.
     *
     * @param instrument its index
     * @return none for the first
     */
    public int heard(int instrument) {
        return chances() ? instrument : Math.min(1, instrument);
    }

    /**
     * What leads to the next segment tells: the point and, with chances, the logarithms of variances and two scores of repetition at each lag,
     * exact and changed.
     *
     * @return how many numbers
     */
    public int nextOutputs() {
        return chances() ? 2 * (latentSize + lags.size()) : latentSize;
    }

    /**
     * Hidden layers of the network that leads to the next segment.
     *
     * @param instrument its index
     * @return their units
     */
    public List<Integer> nextUnits(int instrument) {
        return instrument == 0 ? leaderUnits : followerUnits;
    }

    /**
     * How the encoder of an instrument cuts its rolls, layer by layer.
     *
     * @param instrument its index
     * @return the shapes; the last has a single patch
     */
    public List<PatchShape> encoderShapes(int instrument) {
        return shapes(instruments.get(instrument), steps, planesRead());
    }

    /**
     * The same of the decoder, in the order of the encoder: the last shape is the first to be decoded.
     *
     * @param instrument its index
     * @return the shapes
     */
    public List<PatchShape> decoderShapes(int instrument) {
        return shapes(instruments.get(instrument), steps, planesWritten());
    }

    private static List<PatchShape> shapes(BandInstrument instrument, int steps, int planes) {
        List<PatchShape> shapes = new ArrayList<>();
        int height = steps;
        int width = instrument.columns();
        int channels = planes;
        for (PatchSize patch : instrument.patches()) {
            PatchShape shape = new PatchShape(height, width, channels, patch.steps(), patch.columns(), patch.filters());
            shapes.add(shape);
            height = shape.coarseSteps();
            width = shape.coarseColumns();
            channels = patch.filters();
        }
        if (height != 1 || width != 1) {
            throw new IllegalArgumentException("the last patch of the " + instrument.name()
                    + " must be all that is left, but left " + height + " x " + width);
        }
        return List.copyOf(shapes);
    }

    /**
     * The same under another name.
     *
     * @param newName what it is called
     * @return the configuration
     */
    public BandVaeConfiguration withName(String newName) {
        return new BandVaeConfiguration(
                newName,
                stepsPerQuarter,
                steps,
                instruments,
                latentSize,
                leaderUnits,
                followerUnits,
                onsets,
                lags,
                oneKey,
                threshold);
    }

    /**
     * The same with larger or smaller points.
     *
     * @param newLatentSize how many numbers
     * @return the configuration
     */
    public BandVaeConfiguration withLatentSize(int newLatentSize) {
        return new BandVaeConfiguration(
                name,
                stepsPerQuarter,
                steps,
                instruments,
                newLatentSize,
                leaderUnits,
                followerUnits,
                onsets,
                lags,
                oneKey,
                threshold);
    }

    /**
     * The same for other instruments.
     *
     * @param newInstruments who plays
     * @return the configuration
     */
    public BandVaeConfiguration withInstruments(List<BandInstrument> newInstruments) {
        return new BandVaeConfiguration(
                name,
                stepsPerQuarter,
                steps,
                newInstruments,
                latentSize,
                leaderUnits,
                followerUnits,
                onsets,
                lags,
                oneKey,
                threshold);
    }
}
