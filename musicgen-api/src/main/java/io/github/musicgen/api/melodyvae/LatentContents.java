package io.github.musicgen.api.melodyvae;

import io.github.musicgen.representation.encoding.DrumVocabulary;
import io.github.musicgen.representation.encoding.EventVocabulary;
import io.github.musicgen.representation.encoding.InputSink;
import io.github.musicgen.representation.encoding.MelodyVocabulary;
import io.github.musicgen.representation.melody.DrumPattern;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;

/** What the stretches of a space are made of: their events, what the encoder is shown of each, and the class that each is. */
public sealed interface LatentContents {
    /**
     * The events, and their classes, which the decoder answers with and is shown.
     *
     * @return the vocabulary
     */
    EventVocabulary vocabulary();

    /**
     * Whether there is such an event.
     *
     * @param event some number
     * @return whether the vocabulary has it
     */
    boolean knows(int event);

    /**
     * How wide it is what the encoder is shown of an event.
     *
     * @return one more than the highest index
     */
    int inputSize();

    /**
     * Writes what the encoder is shown of an event.
     *
     * @param event an event of the vocabulary
     * @param sink takes the entries that are not zero
     * @throws IllegalArgumentException if there is no such event
     */
    void write(int event, InputSink sink);

    /**
     * One of its stretches in words, for messages.
     *
     * @return such as {@code a melody}
     */
    String word();

    /**
     * Its stretches in words, for messages.
     *
     * @return such as {@code melodies}
     */
    String plural();

    /**
     * Melodies. The encoder is shown the class of each event, as one number of many.
     *
     * @param minPitch the lowest pitch it knows
     * @param maxPitch the pitch above the highest, at least an octave higher
     */
    record Melodies(int minPitch, int maxPitch) implements LatentContents {
        /** Checks the range. */
        public Melodies {
            if (maxPitch - minPitch < Pitch.PER_OCTAVE || minPitch < Pitch.MIN || maxPitch > Pitch.MAX + 1) {
                throw new IllegalArgumentException(
                        "range of a melody model must lie within 0..128 and hold an octave, but was " + minPitch + ".."
                                + maxPitch);
            }
        }

        @Override
        public MelodyVocabulary vocabulary() {
            return new MelodyVocabulary(minPitch, maxPitch);
        }

        @Override
        public boolean knows(int event) {
            return event >= Melody.NO_EVENT && event < maxPitch && (event < Pitch.MIN || event >= minPitch);
        }

        @Override
        public int inputSize() {
            return vocabulary().size();
        }

        @Override
        public void write(int event, InputSink sink) {
            sink.add(vocabulary().code(event), 1);
        }

        @Override
        public String word() {
            return "a melody";
        }

        @Override
        public String plural() {
            return "melodies";
        }
    }

    /** Patterns of Magenta's nine classes of drums. The encoder is shown which are struck, or that none is; the decoder has 512 classes. */
    record Drums() implements LatentContents {
        @Override
        public DrumVocabulary vocabulary() {
            return new DrumVocabulary();
        }

        @Override
        public boolean knows(int event) {
            return event >= DrumPattern.SILENCE && event <= DrumPattern.MAX_EVENT;
        }

        @Override
        public int inputSize() {
            return vocabulary().rollSize();
        }

        @Override
        public void write(int event, InputSink sink) {
            vocabulary().writeRoll(event, sink);
        }

        @Override
        public String word() {
            return "a drum pattern";
        }

        @Override
        public String plural() {
            return "drums";
        }
    }
}
