package io.github.musicgen.api.melodyvae;

import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.representation.encoding.MelodyVocabulary;
import io.github.musicgen.representation.melody.Melody;
import java.util.List;

/**
 * All that tells one space of melodies from another, but for its weights. Melodies are in 4/4.
 *
 * <pre>{@code
 * MelodyVaeConfiguration tiny = MelodyVaeConfiguration.small().withEncoder(96).withDecoder(128).withLatentSize(32);
 * }</pre>
 *
 * @param name what it is called
 * @param minPitch the lowest pitch it knows
 * @param maxPitch the pitch above the highest, at least an octave higher
 * @param bars how long its melodies are
 * @param stepsPerQuarter its grid
 * @param encoderUnits units of each of the two encoders, of which one reads melodies backwards
 * @param decoderLayers units in each layer of the decoder
 * @param latentSize how many numbers a melody is encoded into
 */
public record MelodyVaeConfiguration(
        String name,
        int minPitch,
        int maxPitch,
        int bars,
        int stepsPerQuarter,
        int encoderUnits,
        List<Integer> decoderLayers,
        int latentSize) {
    /** The lowest pitch of MusicVAE's melodies, that of a piano. */
    public static final int MIN_PITCH = 21;

    /** The pitch above the range of MusicVAE's melodies. */
    public static final int MAX_PITCH = 109;

    /** The most bars: a flat decoder forgets longer melodies. */
    public static final int MAX_BARS = 64;

    /** The largest vector. */
    public static final int MAX_LATENT_SIZE = 1 << 13;

    /** The finest grid. */
    public static final int MAX_STEPS_PER_QUARTER = 96;

    private static final int QUARTERS_PER_BAR = 4;
    private static final int OCTAVE = 12;
    private static final int TWO_BARS = 2;

    /** Checks the bounds; copies the list. */
    public MelodyVaeConfiguration {
        decoderLayers = List.copyOf(decoderLayers);
        require("bars", bars, MAX_BARS);
        require("steps per quarter", stepsPerQuarter, MAX_STEPS_PER_QUARTER);
        require("units of the encoder", encoderUnits, MelodyRnnConfiguration.MAX_UNITS);
        require("layers of the decoder", decoderLayers.size(), MelodyRnnConfiguration.MAX_LAYERS);
        decoderLayers.forEach(units -> require("units of a layer", units, MelodyRnnConfiguration.MAX_UNITS));
        require("latent size", latentSize, MAX_LATENT_SIZE);
        if (maxPitch - minPitch < OCTAVE || minPitch < 0 || maxPitch > 128) {
            throw new IllegalArgumentException(
                    "range of a melody model must lie within 0..128 and hold an octave, but was " + minPitch + ".."
                            + maxPitch);
        }
    }

    private static void require(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(what + " must be 1.." + most + ", but was " + value);
        }
    }

    /**
     * MusicVAE's {@code cat-mel_2bar_small}.
     *
     * @return two bars, an encoder of 512 units each way, a decoder of two layers of 256, 256 numbers
     */
    public static MelodyVaeConfiguration small() {
        return twoBars("2bar-small", 512, List.of(256, 256), 256);
    }

    /**
     * MusicVAE's {@code cat-mel_2bar_big}.
     *
     * @return two bars, an encoder of 2048 units each way, a decoder of three layers of 2048, 512 numbers
     */
    public static MelodyVaeConfiguration big() {
        return twoBars("2bar-big", 2048, List.of(2048, 2048, 2048), 512);
    }

    private static MelodyVaeConfiguration twoBars(String name, int encoder, List<Integer> decoder, int latentSize) {
        return new MelodyVaeConfiguration(
                name, MIN_PITCH, MAX_PITCH, TWO_BARS, Melody.DEFAULT_STEPS_PER_QUARTER, encoder, decoder, latentSize);
    }

    /**
     * How long its melodies are.
     *
     * @return steps
     */
    public int steps() {
        return bars * stepsPerBar();
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
     * The events that it knows, and their classes: of the usual range the 90 of MusicVAE.
     *
     * @return no-event, note-off, and the pitches of the range
     */
    public MelodyVocabulary vocabulary() {
        return new MelodyVocabulary(minPitch, maxPitch);
    }

    /**
     * The same under another name.
     *
     * @param newName what it is called
     * @return the configuration
     */
    public MelodyVaeConfiguration withName(String newName) {
        return new MelodyVaeConfiguration(
                newName, minPitch, maxPitch, bars, stepsPerQuarter, encoderUnits, decoderLayers, latentSize);
    }

    /**
     * The same for other pitches.
     *
     * @param newMinPitch the lowest pitch
     * @param newMaxPitch the pitch above the highest
     * @return the configuration
     */
    public MelodyVaeConfiguration withRange(int newMinPitch, int newMaxPitch) {
        return new MelodyVaeConfiguration(
                name, newMinPitch, newMaxPitch, bars, stepsPerQuarter, encoderUnits, decoderLayers, latentSize);
    }

    /**
     * The same for melodies of another length.
     *
     * @param newBars how many bars
     * @return the configuration
     */
    public MelodyVaeConfiguration withBars(int newBars) {
        return new MelodyVaeConfiguration(
                name, minPitch, maxPitch, newBars, stepsPerQuarter, encoderUnits, decoderLayers, latentSize);
    }

    /**
     * The same with another encoder.
     *
     * @param units of each of the two encoders
     * @return the configuration
     */
    public MelodyVaeConfiguration withEncoder(int units) {
        return new MelodyVaeConfiguration(
                name, minPitch, maxPitch, bars, stepsPerQuarter, units, decoderLayers, latentSize);
    }

    /**
     * The same with another decoder.
     *
     * @param units in each layer
     * @return the configuration
     */
    public MelodyVaeConfiguration withDecoder(Integer... units) {
        return new MelodyVaeConfiguration(
                name, minPitch, maxPitch, bars, stepsPerQuarter, encoderUnits, List.of(units), latentSize);
    }

    /**
     * The same with larger or smaller vectors.
     *
     * @param newLatentSize how many numbers a melody is encoded into
     * @return the configuration
     */
    public MelodyVaeConfiguration withLatentSize(int newLatentSize) {
        return new MelodyVaeConfiguration(
                name, minPitch, maxPitch, bars, stepsPerQuarter, encoderUnits, decoderLayers, newLatentSize);
    }
}
