package io.github.musicgen.api.melodyvae;

import io.github.musicgen.representation.encoding.EventVocabulary;
import io.github.musicgen.representation.melody.Melody;

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
 * @param encoder what reads a stretch
 * @param decoder what writes it again
 * @param latentSize how many numbers a stretch is encoded into
 */
public record MelodyVaeConfiguration(
        String name,
        LatentContents contents,
        int bars,
        int stepsPerQuarter,
        EncoderLayers encoder,
        DecoderLayers decoder,
        int latentSize) {
    /** The lowest pitch of MusicVAE's melodies, that of a piano. */
    public static final int MIN_PITCH = 21;

    /** The pitch above the range of MusicVAE's melodies. */
    public static final int MAX_PITCH = 109;

    /** The most bars. */
    public static final int MAX_BARS = 64;

    /** The largest vector. */
    public static final int MAX_LATENT_SIZE = 1 << 13;

    /** The finest grid. */
    public static final int MAX_STEPS_PER_QUARTER = 96;

    private static final LatentContents MELODIES = new LatentContents.Melodies(MIN_PITCH, MAX_PITCH);
    private static final int QUARTERS_PER_BAR = 4;
    private static final int TWO_BARS = 2;
    private static final int SIXTEEN_BARS = 16;

    /** Checks the bounds. */
    public MelodyVaeConfiguration {
        Bounds.require("bars", bars, MAX_BARS);
        Bounds.require("steps per quarter", stepsPerQuarter, MAX_STEPS_PER_QUARTER);
        Bounds.require("latent size", latentSize, MAX_LATENT_SIZE);
    }

    /**
     * MusicVAE's {@code cat-mel_2bar_small}.
     *
     * @return two bars, an encoder of 512 units each way, a decoder of two layers of 256, 256 numbers
     */
    public static MelodyVaeConfiguration small() {
        return of("2bar-small", MELODIES, TWO_BARS, EncoderLayers.whole(512), DecoderLayers.flat(256, 256), 256);
    }

    /**
     * MusicVAE's {@code cat-mel_2bar_big}.
     *
     * @return two bars, an encoder of 2048 units each way, a decoder of three layers of 2048, 512 numbers
     */
    public static MelodyVaeConfiguration big() {
        return of("2bar-big", MELODIES, TWO_BARS, EncoderLayers.whole(2048), DecoderLayers.flat(2048, 2048, 2048), 512);
    }

    /**
     * MusicVAE's {@code cat-drums_2bar_small}.
     *
     * @return two bars of drums, and the sizes of {@link #small}
     */
    public static MelodyVaeConfiguration smallDrums() {
        LatentContents drums = new LatentContents.Drums();
        return of("2bar-drums-small", drums, TWO_BARS, EncoderLayers.whole(512), DecoderLayers.flat(256, 256), 256);
    }

    /**
     * A space of sixteen bars that a laptop trains.
     *
     * @return an encoder of 96 units each way that reads bars and one that reads melodies of them, a conductor of 128, a decoder of 160,
     *     64 numbers
     */
    public static MelodyVaeConfiguration smallHierarchical() {
        DecoderLayers decoder = DecoderLayers.flat(160).under(128);
        return of("16bar-small", MELODIES, SIXTEEN_BARS, EncoderLayers.byBars(96, 96), decoder, 64);
    }

    /**
     * MusicVAE's {@code hierdec-mel_16bar}.
     *
     * @return sixteen bars, an encoder of two layers of 2048 units each way, a conductor of two layers of 1024, a decoder of as many,
     *     512 numbers
     */
    public static MelodyVaeConfiguration hierarchical() {
        DecoderLayers decoder = DecoderLayers.flat(1024, 1024).under(1024, 1024);
        return of("16bar-hierarchical", MELODIES, SIXTEEN_BARS, EncoderLayers.whole(2048, 2048), decoder, 512);
    }

    private static MelodyVaeConfiguration of(
            String name,
            LatentContents contents,
            int bars,
            EncoderLayers encoder,
            DecoderLayers decoder,
            int latentSize) {
        return new MelodyVaeConfiguration(
                name, contents, bars, Melody.DEFAULT_STEPS_PER_QUARTER, encoder, decoder, latentSize);
    }

    /**
     * How long its stretches are, in words.
     *
     * @return such as {@code 2 bars}
     */
    public String barsInWords() {
        return bars == 1 ? "1 bar" : bars + " bars";
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
     * How much the layers that write events are shown beside the latest event: the melody's vector, or the conductor's of the bar.
     *
     * @return numbers
     */
    public int shownSize() {
        return decoder.isConducted()
                ? decoder.conductor().get(decoder.conductor().size() - 1)
                : latentSize;
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
        throw mustBe("melodies");
    }

    /**
     * What it is made of, for whoever needs drums.
     *
     * @return the contents
     * @throws IllegalArgumentException if it is a space of something else
     */
    public LatentContents.Drums drums() {
        if (contents instanceof LatentContents.Drums drums) {
            return drums;
        }
        throw mustBe("drums");
    }

    private IllegalArgumentException mustBe(String wanted) {
        return new IllegalArgumentException(
                "\"" + name + "\" must be a space of " + wanted + ", but is one of " + contents.plural());
    }

    /**
     * The same under another name.
     *
     * @param newName what it is called
     * @return the configuration
     */
    public MelodyVaeConfiguration withName(String newName) {
        return new MelodyVaeConfiguration(newName, contents, bars, stepsPerQuarter, encoder, decoder, latentSize);
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
        return new MelodyVaeConfiguration(name, melodies, bars, stepsPerQuarter, encoder, decoder, latentSize);
    }

    /**
     * The same for stretches of another length.
     *
     * @param newBars how many bars
     * @return the configuration
     */
    public MelodyVaeConfiguration withBars(int newBars) {
        return new MelodyVaeConfiguration(name, contents, newBars, stepsPerQuarter, encoder, decoder, latentSize);
    }

    /**
     * The same with an encoder of one layer that reads a stretch as a whole.
     *
     * @param units of each of its directions
     * @return the configuration
     */
    public MelodyVaeConfiguration withEncoder(int units) {
        return withEncoder(EncoderLayers.whole(units));
    }

    /**
     * The same with another encoder.
     *
     * @param newEncoder what reads a stretch
     * @return the configuration
     */
    public MelodyVaeConfiguration withEncoder(EncoderLayers newEncoder) {
        return new MelodyVaeConfiguration(name, contents, bars, stepsPerQuarter, newEncoder, decoder, latentSize);
    }

    /**
     * The same with a decoder without a conductor.
     *
     * @param units in each layer
     * @return the configuration
     */
    public MelodyVaeConfiguration withDecoder(Integer... units) {
        return withDecoder(DecoderLayers.flat(units));
    }

    /**
     * The same with another decoder.
     *
     * @param newDecoder what writes a stretch
     * @return the configuration
     */
    public MelodyVaeConfiguration withDecoder(DecoderLayers newDecoder) {
        return new MelodyVaeConfiguration(name, contents, bars, stepsPerQuarter, encoder, newDecoder, latentSize);
    }

    /**
     * The same with larger or smaller vectors.
     *
     * @param newLatentSize how many numbers a stretch is encoded into
     * @return the configuration
     */
    public MelodyVaeConfiguration withLatentSize(int newLatentSize) {
        return new MelodyVaeConfiguration(name, contents, bars, stepsPerQuarter, encoder, decoder, newLatentSize);
    }
}
