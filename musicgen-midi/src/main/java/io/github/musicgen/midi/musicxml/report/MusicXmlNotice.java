package io.github.musicgen.midi.musicxml.report;

/**
 * Something in a score that a note sequence cannot express or that had to be interpreted, and what was made of it.
 *
 * @param place where it was met first
 * @param text what it is and what was done about it
 * @param times how often it was met in the score as written
 */
public record MusicXmlNotice(ScorePlace place, String text, int times) {

    /** Reads as a sentence, such as {@code part P1, measure 3, line 90, column 12: hairpin; not played (2 times)}. */
    @Override
    public String toString() {
        return place + ": " + text + (times == 1 ? "" : " (" + times + " times)");
    }
}
