package io.github.musicgen.representation.encoding;

/** A sequence in a {@link LookbackEncoding}. */
final class LookbackEncoder implements StepEncoder {
    private final LookbackEncoding encoding;
    private final EventVocabulary vocabulary;
    private final EventHistory history;

    LookbackEncoder(LookbackEncoding encoding, EventHistory history) {
        this.encoding = encoding;
        this.vocabulary = encoding.vocabulary();
        this.history = history;
    }

    @Override
    public long length() {
        return history.length();
    }

    @Override
    public void append(int event) {
        vocabulary.code(event);
        history.append(event);
    }

    @Override
    public void writeInput(InputSink sink) {
        history.requireNotEmpty();
        sink.add(vocabulary.code(history.back(1)), 1);
        int offset = vocabulary.size();
        for (int lookback = 0; lookback < history.lookbacks(); lookback++) {
            sink.add(offset + vocabulary.code(history.repeated(lookback)), 1);
            offset += vocabulary.size();
        }
        StepCounter.write(length(), encoding.counterBits(), offset, sink);
        Lookbacks.writeRepeats(history, offset + encoding.counterBits(), sink);
    }

    @Override
    public int label(int nextEvent) {
        int code = vocabulary.code(nextEvent);
        int lookback = history.lookbackOf(nextEvent);
        return lookback < 0 ? code : vocabulary.size() + lookback;
    }

    @Override
    public int event(int classIndex) {
        Classes.require(classIndex, encoding.classCount());
        int lookback = classIndex - vocabulary.size();
        return lookback < 0 ? vocabulary.event(classIndex) : history.repeated(lookback);
    }

    @Override
    public StepEncoder copy() {
        return new LookbackEncoder(encoding, history.copy());
    }

    @Override
    public void restore(StepEncoder snapshot) {
        if (!(snapshot instanceof LookbackEncoder other) || !encoding.equals(other.encoding)) {
            throw new IllegalArgumentException("snapshot must be of " + encoding + ", but was of another encoding");
        }
        history.copyFrom(other.history);
    }
}
