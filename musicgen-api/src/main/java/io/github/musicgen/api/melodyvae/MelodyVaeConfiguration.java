package io.github.musicgen.api.melodyvae;

import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.representation.encoding.EventVocabulary;
import io.github.musicgen.representation.melody.Melody;
import java.util.List;

/**
 * All that tells one space of melodies or of drums from another, but for its weights. Its stretches are in 4/4.
 *
 * <pre>{@code
 * MelodyVaeConfiguration tiny = MelodyVaeConfiguration.small().withEncoder(96).withDecoder(128).withLatentSize(32);
 * }</pre>
 *
 * @param name what it is called
 * @param contents what its stretches are made of
 * @param bars how long they are
 * @param stepsPerQuarter its grid
 * @param encoderUnits units of each of the two encoders, of which one reads backwards
 * @param decoderLayers units in each layer of the decoder
 * @param latentSize how many numbers a stretch is encoded into
 */
public record MelodyVaeConfiguration(
        String name,
        LatentContents contents,
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

    private static final LatentContents MELODIES = new LatentContents.Melodies(MIN_PITCH, MAX_PITCH);
    private static final int QUARTERS_PER_BAR = 4;
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
        return twoBars("2bar-small", MELODIES, 512, List.of(256, 256), 256);
    }

    /**
     * MusicVAE's {@code cat-mel_2bar_big}.
     *
     * @return two bars, an encoder of 2048 units each way, a decoder of three layers of 2048, 512 numbers
     */
    public static MelodyVaeConfiguration big() {
        return twoBars("2bar-big", MELODIES, 2048, List.of(2048, 2048, 2048), 512);
    }

    /**
     * MusicVAE's {@code cat-drums_2bar_small}.
     *
     * @return two bars of drums, and the sizes of {@link #small}
     */
    public static MelodyVaeConfiguration smallDrums() {
        return twoBars("2bar-drums-small", new LatentContents.Drums(), 512, List.of(256, 256), 256);
    }

    private static MelodyVaeConfiguration twoBars(
            String name, LatentContents contents, int encoder, List<Integer> decoder, int latentSize) {
        return new MelodyVaeConfiguration(
                name, contents, TWO_BARS, Melody.DEFAULT_STEPS_PER_QUARTER, encoder, decoder, latentSize);
    }

    /**
     * How long its stretches are.
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
     * The events that it knows, and their classes: of melodies of the usual range the 90 of MusicVAE.
     *
     * @return those of the contents
     */
    public EventVocabulary vocabulary() {
        return contents.vocabulary();
    }

    /**
     * What it is made of, for whoever needs melodies.
     *
     * @return the contents
     * @throws IllegalArgumentException if it is a space of something else
     */
    public LatentContents.Melodies melodies() {
        if (contents instanceof LatentContents.Melodies melodies) {
            return melodies;
        }
        throw new IllegalArgumentException(
                "\"" + name + "\" must be a space of melodies, but is one of " + contents.plural());
    }

    /**
     * The same under another name.
     *
     * @param newName what it is called
     * @return the configuration
     */
    public MelodyVaeConfiguration withName(String newName) {
        return new MelodyVaeConfiguration(
                newName, contents, bars, stepsPerQuarter, encoderUnits, decoderLayers, latentSize);
    }

    /**
     * The same for melodies of other pitches.
     *
     * @param newMinPitch the lowest pitch
     * @param newMaxPitch the pitch above the highest
     * @return the configuration
     */
    public MelodyVaeConfiguration withRange(int newMinPitch, int newMaxPitch) {
        LatentContents melodies = new LatentContents.Melodies(newMinPitch, newMaxPitch);
        return new MelodyVaeConfiguration(
                name, melodies, bars, stepsPerQuarter, encoderUnits, decoderLayers, latentSize);
    }

    /**
     * The same for stretches of another length.
     *
     * @param newBars how many bars
     * @return the configuration
     */
    public MelodyVaeConfiguration withBars(int newBars) {
        return new MelodyVaeConfiguration(
                name, contents, newBars, stepsPerQuarter, encoderUnits, decoderLayers, latentSize);
    }

    /**
     * The same with another encoder.
     *
     * @param units of each of the two encoders
     * @return the configuration
     */
    public MelodyVaeConfiguration withEncoder(int units) {
        return new MelodyVaeConfiguration(name, contents, bars, stepsPerQuarter, units, decoderLayers, latentSize);
    }

    /**
     * The same with another decoder.
     *
     * @param units in each layer
     * @return the configuration
     */
    public MelodyVaeConfiguration withDecoder(Integer... units) {
        return new MelodyVaeConfiguration(
                name, contents, bars, stepsPerQuarter, encoderUnits, List.of(units), latentSize);
    }

    /**
     * The same with larger or smaller vectors.
     *
     * @param newLatentSize how many numbers a stretch is encoded into
     * @return the configuration
     */
    public MelodyVaeConfiguration withLatentSize(int newLatentSize) {
        return new MelodyVaeConfiguration(
                name, contents, bars, stepsPerQuarter, encoderUnits, decoderLayers, newLatentSize);
    }
}
