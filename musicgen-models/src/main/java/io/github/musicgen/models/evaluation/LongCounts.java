package io.github.musicgen.models.evaluation;

import java.util.Arrays;

/** Counts by a number of 0 or more, without objects: 12 bytes for each place, of which at most two thirds are taken. */
final class LongCounts {
    private static final int FIRST_PLACES = 64; // a power of two, as ever after
    private static final long FREE = -1;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] keys; // [places]
    private int[] counts; // [places]
    private int size;

    LongCounts() {
        keys = new long[FIRST_PLACES];
        counts = new int[FIRST_PLACES];
        Arrays.fill(keys, FREE);
    }

    int size() {
        return size;
    }

    /** The count of a key, 0 if there is none. */
    int get(long key) {
        int place = placeOf(key);
        return keys[place] == FREE ? 0 : counts[place];
    }

    /** Counts one more. Returns the count. */
    int increment(long key) {
        return set(key, get(key) + 1);
    }

    int set(long key, int count) {
        int place = placeOf(key);
        if (keys[place] == FREE) {
            if (3L * (size + 1) > 2L * keys.length) {
                grow();
                place = placeOf(key);
            }
            keys[place] = key;
            size++;
        }
        counts[place] = count;
        return count;
    }

    void clear() {
        if (size > 0) {
            Arrays.fill(keys, FREE);
            size = 0;
        }
    }

    private int placeOf(long key) {
        int mask = keys.length - 1;
        int place = (int) ((key * GOLDEN) >>> Integer.SIZE) & mask;
        while (keys[place] != FREE && keys[place] != key) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[Math.multiplyExact(oldKeys.length, 2)];
        counts = new int[keys.length];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int place = placeOf(oldKeys[i]);
                keys[place] = oldKeys[i];
                counts[place] = oldCounts[i];
            }
        }
    }
}
