package io.github.musicgen.midi.abc;

/** Tuplets and broken rhythm: what changes the lengths of the sounds to come. */
final class Rhythm {
    /** The most notes in a tuplet, and the most that it takes the time of. */
    static final int MAX_TUPLET = 64;

    private static final int MAX_BROKEN = 8;

    private final Problems problems;
    private int tupletNotes;
    private int tupletTime;
    private int tupletLeft;
    private Place tupletPlace = new Place(1, 1);
    private int nextNumerator = 1;
    private int nextDenominator = 1;

    Rhythm(Problems problems) {
        this.problems = problems;
    }

    /** From now on so many sounds play as {@code notes} in the time of {@code time}. */
    void startTuplet(int notes, int time, int sounds, Place place) throws MalformedAbcException {
        endTuplet(place);
        tupletNotes = notes;
        tupletTime = time;
        tupletLeft = sounds;
        tupletPlace = place;
    }

    /** Makes the sound before longer and the next one shorter, or the other way round. */
    void breakAfter(Sound before, int signs, boolean longFirst, Place place) throws MalformedAbcException {
        if (signs > MAX_BROKEN) {
            throw new MalformedAbcException(
                    place, "broken rhythm must have 1.." + MAX_BROKEN + " signs, but had " + signs);
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
        if (tupletLeft > 0) {
            sound.scale(tupletTime, tupletNotes);
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
                    tupletPlace, "tuplet lacks " + tupletLeft + " notes where it is cut off at " + place, "the others keep their lengths");
        }
        tupletLeft = 0;
    }
}
