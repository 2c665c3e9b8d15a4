package io.github.musicgen.api.melodyrnn;

import io.github.musicgen.representation.encoding.MelodyEncodings;
import io.github.musicgen.representation.encoding.SequenceEncoding;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.melody.SquashedMelody;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that tells one melody model from another, but for its weights.
 *
 * <pre>{@code
 * MelodyRnnConfiguration small = MelodyRnnConfiguration.lookbackRnn().withLayers(64, 64);
 * }</pre>
 *
 * @param name what it is called: {@code basic}, {@code mono}, {@code lookback}, {@code attention} or another word
 * @param input what the network is shown
 * @param minPitch the lowest pitch it knows
 * @param maxPitch the pitch above the highest, at least an octave higher
 * @param key the major key that melodies are moved to before it sees them, 0 for C; nothing if they are left in theirs
 * @param stepsPerQuarter its grid
 * @param cell the cells of its layers
 * @param layers units in each layer
 * @param attention whether it looks back at its outputs
 */
public record MelodyRnnConfiguration(
        String name,
        MelodyInput input,
        int minPitch,
        int maxPitch,
        OptionalInt key,
        int stepsPerQuarter,
        CellKind cell,
        List<Integer> layers,
        Optional<Attention> attention) {
    /** The most layers. */
    public static final int MAX_LAYERS = 64;

    /** The most units in a layer. */
    public static final int MAX_UNITS = 1 << 13;

    private static final List<Integer> DEFAULT_LAYERS = List.of(128, 128);

    /** Checks the bounds; copies the list. */
    public MelodyRnnConfiguration {
        layers = List.copyOf(layers);
        if (layers.isEmpty() || layers.size() > MAX_LAYERS) {
            throw new IllegalArgumentException("layers must be 1.." + MAX_LAYERS + ", but were " + layers.size());
        }
        for (int units : layers) {
            if (units < 1 || units > MAX_UNITS) {
                throw new IllegalArgumentException("units of a layer must be 1.." + MAX_UNITS + ", but were " + units);
            }
        }
        if (maxPitch - minPitch < 12 || minPitch < 0 || maxPitch > 128) {
            throw new IllegalArgumentException(
                    "range of a melody model must lie within 0..128 and hold an octave, but was " + minPitch + ".."
                            + maxPitch);
        }
        if (key.isPresent() && (key.getAsInt() < 0 || key.getAsInt() > 11)) {
            throw new IllegalArgumentException("key must be 0..11, but was " + key.getAsInt());
        }
        if (stepsPerQuarter < 1 || stepsPerQuarter > 96) {
            throw new IllegalArgumentException("steps per quarter must be 1..96, but were " + stepsPerQuarter);
        }
    }

    /**
     * Magenta's {@code basic_rnn}.
     *
     * @return one-hot, three octaves, two layers of 128
     */
    public static MelodyRnnConfiguration basicRnn() {
        return threeOctaves("basic", MelodyInput.ONE_HOT, Optional.empty());
    }

    /**
     * Magenta's {@code mono_rnn}, which knows all pitches and leaves melodies in their keys.
     *
     * @return one-hot, all pitches, two layers of 128
     */
    public static MelodyRnnConfiguration monoRnn() {
        return new MelodyRnnConfiguration(
                "mono",
                MelodyInput.ONE_HOT,
                0,
                128,
                OptionalInt.empty(),
                Melody.DEFAULT_STEPS_PER_QUARTER,
                CellKind.LSTM,
                DEFAULT_LAYERS,
                Optional.empty());
    }

    /**
     * Magenta's {@code lookback_rnn}.
     *
     * @return lookback, three octaves, two layers of 128
     */
    public static MelodyRnnConfiguration lookbackRnn() {
        return threeOctaves("lookback", MelodyInput.LOOKBACK, Optional.empty());
    }

    /**
     * Magenta's {@code attention_rnn}.
     *
     * @return key-melody, three octaves, two layers of 128, the first of which looks 40 steps back
     */
    public static MelodyRnnConfiguration attentionRnn() {
        return threeOctaves(
                "attention",
                MelodyInput.KEY_MELODY,
                Optional.of(new Attention(Attention.DEFAULT_LENGTH, Attention.Scope.FIRST_LAYER)));
    }

    private static MelodyRnnConfiguration threeOctaves(String name, MelodyInput input, Optional<Attention> attention) {
        return new MelodyRnnConfiguration(
                name,
                input,
                MelodyEncodings.MIN_PITCH,
                MelodyEncodings.MAX_PITCH,
                OptionalInt.of(0),
                Melody.DEFAULT_STEPS_PER_QUARTER,
                CellKind.LSTM,
                DEFAULT_LAYERS,
                attention);
    }

    /**
     * The four configurations of Magenta.
     *
     * @return basic, mono, lookback, attention
     */
    public static List<MelodyRnnConfiguration> all() {
        return List.of(basicRnn(), monoRnn(), lookbackRnn(), attentionRnn());
    }

    /**
     * How many of the layers lie inside attention.
     *
     * @return the first so many, 0 if there is no attention
     */
    public int layersInsideAttention() {
        return attention.map(found -> found.layersInside(layers).size()).orElse(0);
    }

    /**
     * The same with other layers.
     *
     * @param units units in each layer
     * @return the configuration
     */
    public MelodyRnnConfiguration withLayers(Integer... units) {
        return withLayers(List.of(units));
    }

    /**
     * The same with other layers.
     *
     * @param newLayers units in each layer
     * @return the configuration
     */
    public MelodyRnnConfiguration withLayers(List<Integer> newLayers) {
        return new MelodyRnnConfiguration(
                name, input, minPitch, maxPitch, key, stepsPerQuarter, cell, newLayers, attention);
    }

    /**
     * The same with other cells.
     *
     * @param newCell the cells
     * @return the configuration
     */
    public MelodyRnnConfiguration withCell(CellKind newCell) {
        return new MelodyRnnConfiguration(
                name, input, minPitch, maxPitch, key, stepsPerQuarter, newCell, layers, attention);
    }

    /**
     * The same with or without attention.
     *
     * @param newAttention the attention, if any
     * @return the configuration
     */
    public MelodyRnnConfiguration withAttention(Optional<Attention> newAttention) {
        return new MelodyRnnConfiguration(
                name, input, minPitch, maxPitch, key, stepsPerQuarter, cell, layers, newAttention);
    }

    /**
     * What the network is shown, and how its answers are read.
     *
     * @return the encoding
     */
    public SequenceEncoding encoding() {
        return input.encoding(minPitch, maxPitch);
    }

    /**
     * A melody as the network is shown it.
     *
     * @param melody the melody
     * @return the melody in the model's key, if it has one, and range
     */
    public SquashedMelody squash(Melody melody) {
        return key.isPresent() ? melody.squash(minPitch, maxPitch, key.getAsInt()) : melody.squash(minPitch, maxPitch);
    }
}
