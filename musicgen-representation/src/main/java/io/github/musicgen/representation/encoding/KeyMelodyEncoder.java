package io.github.musicgen.representation.encoding;

import io.github.musicgen.representation.melody.KeyHistogram;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;

/** A sequence in a {@link KeyMelodyEncoding}. */
final class KeyMelodyEncoder implements StepEncoder {
    private static final int BAR = Melody.DEFAULT_STEPS_PER_BAR;

    private final KeyMelodyEncoding encoding;
    private final MelodyVocabulary vocabulary;
    private final EventHistory history;
    private final MelodyState melody;
    private final int noEvent; // the class of no event; that of note-off comes next, then those of the lookbacks

    KeyMelodyEncoder(KeyMelodyEncoding encoding, EventHistory history, MelodyState melody) {
        this.encoding = encoding;
        this.vocabulary = encoding.vocabulary();
        this.history = history;
        this.melody = melody;
        this.noEvent = vocabulary.pitches();
    }

    @Override
    public long length() {
        return history.length();
    }

    @Override
    public void append(int event) {
        vocabulary.requireEvent(event);
        history.append(event);
        melody.append(event);
    }

    @Override
    public void writeInput(InputSink sink) {
        history.requireNotEmpty();
        int offset = writeSound(sink);
        Lookbacks.writeRepeats(history, offset, sink);
        offset += history.lookbacks();
        StepCounter.write(length(), encoding.counterBits(), offset, sink);
        offset += encoding.counterBits();
        if (length() % BAR == 0) {
            sink.add(offset, 1);
        }
        writeKeys(melody.bestKeys(), offset + 1, sink);
        writeKeys(melody.bestRecentKeys(), offset + 1 + KeyHistogram.KEYS, sink);
    }

    /** Writes what does not depend on the position; returns the offset after it. */
    private int writeSound(InputSink sink) {
        int offset = vocabulary.pitches();
        // Magenta takes a sounding pitch of 0 for silence. Its models were trained that way.
        if (melody.sounding() > Pitch.MIN) {
            sink.add(melody.sounding() - vocabulary.minPitch(), 1);
            sink.add(offset, 1);
        } else {
            sink.add(offset + 1, 1);
        }
        if (melody.attack()) {
            sink.add(offset + 2, 1);
        }
        if (melody.contour() != 0) {
            sink.add(offset + 3, melody.contour());
        }
        return offset + 4;
    }

    private static void writeKeys(int keys, int offset, InputSink sink) {
        for (int key = 0; key < KeyHistogram.KEYS; key++) {
            if (((keys >> key) & 1) == 1) {
                sink.add(offset + key, 1);
            }
        }
    }

    @Override
    public int label(int nextEvent) {
        vocabulary.requireEvent(nextEvent);
        int lookback = history.lookbackOf(nextEvent);
        if (lookback >= 0) {
            return vocabulary.size() + lookback;
        }
        return nextEvent < Pitch.MIN ? noEvent + nextEvent - Melody.NO_EVENT : nextEvent - vocabulary.minPitch();
    }

    @Override
    public int event(int classIndex) {
        Classes.require(classIndex, encoding.classCount());
        if (classIndex >= vocabulary.size()) {
            return history.repeated(classIndex - vocabulary.size());
        }
        return classIndex >= noEvent ? classIndex - noEvent + Melody.NO_EVENT : classIndex + vocabulary.minPitch();
    }

    @Override
    public StepEncoder copy() {
        MelodyState copied = new MelodyState();
        copied.copyFrom(melody);
        return new KeyMelodyEncoder(encoding, history.copy(), copied);
    }

    @Override
    public void restore(StepEncoder snapshot) {
        if (!(snapshot instanceof KeyMelodyEncoder other) || !encoding.equals(other.encoding)) {
            throw new IllegalArgumentException("snapshot must be of " + encoding + ", but was of another encoding");
        }
        history.copyFrom(other.history);
        melody.copyFrom(other.melody);
    }
}
