package io.github.musicgen.representation.encoding;

import java.util.List;

/**
 * The encodings of Magenta's melody models.
 *
 * <p>A generation shows its network the input after each event of the primer, and from then on after each event of its own.
 *
 * <pre>{@code
 * StepEncoder encoder = MelodyEncodings.lookback().start();
 * for (int event : primer.events()) {
 *     encoder.append(event);
 *     encoder.writeInput(network);
 * }
 * while (encoder.length() < wanted) {
 *     encoder.append(encoder.event(network.chooseClass()));
 *     encoder.writeInput(network);
 * }
 * }</pre>
 */
public final class MelodyEncodings {
    /** The lowest pitch of all models but mono. */
    public static final int MIN_PITCH = 48;

    /** The pitch above the range of all models but mono. */
    public static final int MAX_PITCH = 84;

    private static final int MONO_MIN_PITCH = 0;
    private static final int MONO_MAX_PITCH = 128;
    private static final List<Integer> LOOKBACKS = List.of(16, 32); // a bar and two bars of 4/4
    private static final int LOOKBACK_COUNTER_BITS = 5;
    private static final int KEY_MELODY_COUNTER_BITS = 7;

    private MelodyEncodings() {}

    /**
     * The encoding of {@code basic_rnn}: one-hot, three octaves.
     *
     * @return 38 inputs, 38 classes
     */
    public static SequenceEncoding basic() {
        return oneHot(MIN_PITCH, MAX_PITCH);
    }

    /**
     * The encoding of {@code mono_rnn}: one-hot, all pitches.
     *
     * @return 130 inputs, 130 classes
     */
    public static SequenceEncoding mono() {
        return oneHot(MONO_MIN_PITCH, MONO_MAX_PITCH);
    }

    /**
     * The encoding of {@code lookback_rnn}.
     *
     * @return 121 inputs, 40 classes
     */
    public static SequenceEncoding lookback() {
        return lookback(MIN_PITCH, MAX_PITCH);
    }

    /**
     * The encoding of {@code attention_rnn}.
     *
     * @return 74 inputs, 40 classes
     */
    public static SequenceEncoding keyMelody() {
        return keyMelody(MIN_PITCH, MAX_PITCH);
    }

    /**
     * One-hot in a range.
     *
     * @param minPitch the lowest pitch
     * @param maxPitch the pitch above the highest
     * @return the encoding
     */
    public static SequenceEncoding oneHot(int minPitch, int maxPitch) {
        return LookbackEncoding.oneHot(new MelodyVocabulary(minPitch, maxPitch));
    }

    /**
     * Lookback in a range, with Magenta's lookbacks and counter.
     *
     * @param minPitch the lowest pitch
     * @param maxPitch the pitch above the highest
     * @return the encoding
     */
    public static SequenceEncoding lookback(int minPitch, int maxPitch) {
        return new LookbackEncoding(new MelodyVocabulary(minPitch, maxPitch), LOOKBACKS, LOOKBACK_COUNTER_BITS);
    }

    /**
     * Key-melody in a range, with Magenta's lookbacks and counter.
     *
     * @param minPitch the lowest pitch
     * @param maxPitch the pitch above the highest
     * @return the encoding
     */
    public static SequenceEncoding keyMelody(int minPitch, int maxPitch) {
        return new KeyMelodyEncoding(new MelodyVocabulary(minPitch, maxPitch), LOOKBACKS, KEY_MELODY_COUNTER_BITS);
    }
}
