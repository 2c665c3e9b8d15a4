package io.github.musicgen.midi.abc.text;

import io.github.musicgen.midi.abc.report.MalformedAbcException;

/**
 * How much music a text may become: repeats within parts within part orders multiply, and a multi-bar rest is a dozen bytes for
 * any number of bars. All tunes of a book share one budget, which grows with its length.
 */
public final class Budget {
    private static final long BASE = 200_000;
    private static final long PER_CHARACTER = 32;

    private final long limit;
    private long left;

    public Budget(int characters) {
        limit = BASE + PER_CHARACTER * characters;
        left = limit;
    }

    public void spend(long amount, String what, Place place) throws MalformedAbcException {
        left -= amount;
        if (left < 0) {
            throw place.malformed(
                    what + " must not make more than " + limit + " notes, bars and signs of this text, but did");
        }
    }
}
