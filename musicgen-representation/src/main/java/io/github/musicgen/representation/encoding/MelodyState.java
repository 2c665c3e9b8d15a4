package io.github.musicgen.representation.encoding;

import io.github.musicgen.representation.melody.KeyHistogram;
import io.github.musicgen.representation.melody.Melody;

/** What a {@link KeyMelodyEncoding} remembers of a melody besides its latest events. */
final class MelodyState {
    private static final int RECENT_NOTES = 3;
    private static final int NONE = -1;

    private final KeyHistogram keys = new KeyHistogram();
    private final KeyHistogram recentKeys = new KeyHistogram(); // scratch, derived from the recent notes
    private final int[] recent = new int[RECENT_NOTES]; // [RECENT_NOTES]: different pitches, the latest first
    private int recentCount;
    private int sounding = NONE;
    private boolean attack;
    private int contour;
    private int bestKeys = keys.bestKeys();
    private int bestRecentKeys = bestKeys;

    void append(int event) {
        if (event == Melody.NO_EVENT) {
            attack = false;
        } else if (event == Melody.NOTE_OFF) {
            sounding = NONE; // and the attack stays as it was, as Magenta has it
        } else {
            strike(event);
        }
    }

    private void strike(int pitch) {
        attack = true;
        sounding = pitch;
        if (recentCount > 0 && pitch != recent[0]) {
            contour = pitch > recent[0] ? 1 : -1;
        }
        remember(pitch);
        keys.add(pitch);
        bestKeys = keys.bestKeys();
        recentKeys.clear();
        for (int i = 0; i < recentCount; i++) {
            recentKeys.add(recent[i]);
        }
        bestRecentKeys = recentKeys.bestKeys();
    }

    /** Moves a pitch to the front. The place it leaves is its own if it is there already, else that of the oldest. */
    private void remember(int pitch) {
        int place = 0;
        while (place < recentCount && recent[place] != pitch) {
            place++;
        }
        recentCount = Math.max(recentCount, Math.min(place + 1, RECENT_NOTES));
        for (int i = Math.min(place, RECENT_NOTES - 1); i > 0; i--) {
            recent[i] = recent[i - 1];
        }
        recent[0] = pitch;
    }

    /** The pitch that sounds, or a negative number. */
    int sounding() {
        return sounding;
    }

    boolean attack() {
        return attack;
    }

    /** 1 if the last two notes rise, -1 if they fall, 0 if that is not known yet. */
    int contour() {
        return contour;
    }

    /** The keys that most notes belong to, as a set of bits. */
    int bestKeys() {
        return bestKeys;
    }

    /** The keys that most of the recent notes belong to, as a set of bits. */
    int bestRecentKeys() {
        return bestRecentKeys;
    }

    void copyFrom(MelodyState other) {
        keys.copyFrom(other.keys);
        System.arraycopy(other.recent, 0, recent, 0, RECENT_NOTES);
        recentCount = other.recentCount;
        sounding = other.sounding;
        attack = other.attack;
        contour = other.contour;
        bestKeys = other.bestKeys;
        bestRecentKeys = other.bestRecentKeys;
    }
}
