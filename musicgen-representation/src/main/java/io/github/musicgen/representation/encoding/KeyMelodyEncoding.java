package io.github.musicgen.representation.encoding;

import io.github.musicgen.representation.melody.KeyHistogram;
import java.util.List;
import java.util.OptionalInt;

/**
 * Shows what sounds, whether the melody rises, repeats itself and where in the bar it is, and which keys it is in: the encoding of
 * Magenta's attention model.
 *
 * <p>The input, where n is the number of pitches:
 * <pre>
 *   n             the pitch that sounds
 * + 2             1 if a note sounds; 1 if none does
 * + 1             1 on the step that a note starts
 * + 1             1 if the last two notes rise, -1 if they fall; a repeated note changes nothing
 * + lookbacks     1 if the latest event equals the one at each lookback before it
 * + counterBits   the number of events so far, its lowest bit first: 1 or -1
 * + 1             1 if the next event starts a bar of sixteen steps
 * + 12            1 for each major key that most notes so far belong to
 * + 12            1 for each major key that most of the last three different notes belong to
 * </pre>
 *
 * <p>Classes are the pitches, no event, note-off, and one for each lookback. A longer lookback goes before a shorter one, and any
 * before the event itself.
 *
 * @param vocabulary the events
 * @param distances the lookbacks in steps, ascending
 * @param counterBits bits of the counter
 */
public record KeyMelodyEncoding(MelodyVocabulary vocabulary, List<Integer> distances, int counterBits)
        implements SequenceEncoding {

    /** Checks the lookbacks and the counter; copies the list. */
    public KeyMelodyEncoding {
        distances = Lookbacks.require(distances);
        StepCounter.requireBits(counterBits);
    }

    @Override
    public int inputSize() {
        return vocabulary.pitches()
                + 2
                + 1
                + 1
                + distances.size()
                + counterBits
                + 1
                + KeyHistogram.KEYS
                + KeyHistogram.KEYS;
    }

    @Override
    public int classCount() {
        return vocabulary.size() + distances.size();
    }

    @Override
    public int defaultEvent() {
        return vocabulary.defaultEvent();
    }

    @Override
    public OptionalInt repeatDistance(int classIndex) {
        return Lookbacks.distance(distances, Classes.require(classIndex, classCount()) - vocabulary.size());
    }

    @Override
    public StepEncoder start() {
        EventHistory history = new EventHistory(Lookbacks.toArray(distances), defaultEvent());
        return new KeyMelodyEncoder(this, history, new MelodyState());
    }
}
