package io.github.musicgen.midi.abc.tune;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Place;
import io.github.musicgen.midi.abc.text.Problems;
import org.jspecify.annotations.Nullable;

/** Tuplets and broken rhythm: what changes the lengths of the sounds to come. */
public final class Rhythm {
    private static final int MAX_BROKEN = 8;

    private final Problems problems;
    private @Nullable Tuplet tuplet;
    private int tupletLeft;
    private Place tupletPlace = new Place(1, 1);
    private int nextNumerator = 1;
    private int nextDenominator = 1;

    Rhythm(Problems problems) {
        this.problems = problems;
    }

    public void startTuplet(Tuplet newTuplet, Place place) throws MalformedAbcException {
        endTuplet(place);
        tuplet = newTuplet;
        tupletLeft = newTuplet.sounds();
        tupletPlace = place;
    }

    /** Makes the sound before longer and the next one shorter, or the other way round. */
    public void breakAfter(Sound before, int signs, boolean longFirst, Place place) throws MalformedAbcException {
        if (signs > MAX_BROKEN) {
            throw place.malformed("broken rhythm must have 1.." + MAX_BROKEN + " signs, but had " + signs);
        }
        int whole = 1 << signs;
        int more = 2 * whole - 1;
        before.scale(longFirst ? more : 1, whole);
        nextNumerator = longFirst ? 1 : more;
        nextDenominator = whole;
    }

    void shape(Sound sound) throws MalformedAbcException {
        sound.scale(nextNumerator, nextDenominator);
        nextNumerator = 1;
        nextDenominator = 1;
        if (tuplet != null && tupletLeft > 0) {
            sound.scale(tuplet.time(), tuplet.notes());
            tupletLeft--;
        }
    }

    /** Broken rhythm does not reach over a bar line. */
    void endBar(Place place) throws MalformedAbcException {
        if (nextDenominator != 1) {
            problems.repaired(place, "broken rhythm without a second note", "the first note keeps its length");
        }
        nextNumerator = 1;
        nextDenominator = 1;
    }

    void endTuplet(Place place) throws MalformedAbcException {
        if (tupletLeft > 0) {
            problems.repaired(
                    tupletPlace,
                    "tuplet lacks " + tupletLeft + " notes where it is cut off at " + place,
                    "the others keep their lengths");
        }
        tupletLeft = 0;
    }
}
