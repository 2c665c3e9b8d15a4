package io.github.musicgen.midi.musicxml.vocabulary;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where drums stand on a staff with five lines, as drum kits are usually written. */
public final class DrumStaff {
    /** What an unpitched note means that nothing else is known of: a snare. */
    public static final int FALLBACK_DRUM = 38;

    private static final Place MIDDLE = new Place("C", 5, "normal");
    private static final Map<Integer, Place> PLACES = new LinkedHashMap<>();
    private static final Map<String, Integer> DRUMS = new LinkedHashMap<>();

    // Of the drums that share a place, the first is the one that an unknown note there is taken for.
    static {
        put(36, "F", 4, "normal");
        put(35, "E", 4, "normal");
        put(38, "C", 5, "normal");
        put(40, "C", 5, "normal");
        put(37, "C", 5, "x");
        put(39, "C", 5, "cross");
        put(41, "G", 4, "normal");
        put(43, "A", 4, "normal");
        put(45, "B", 4, "normal");
        put(47, "D", 5, "normal");
        put(48, "D", 5, "normal");
        put(50, "E", 5, "normal");
        put(42, "G", 5, "x");
        put(46, "G", 5, "circle-x");
        put(44, "D", 4, "x");
        put(49, "A", 5, "x");
        put(57, "B", 5, "x");
        put(55, "B", 5, "circle-x");
        put(52, "A", 5, "circle-x");
        put(51, "F", 5, "x");
        put(59, "F", 5, "x");
        put(53, "F", 5, "diamond");
        put(56, "E", 5, "triangle");
        put(54, "B", 4, "triangle");
    }

    private DrumStaff() {}

    /**
     * A place on the staff.
     *
     * @param step the letter of the note that would stand there
     * @param octave its octave
     * @param notehead the name that MusicXML has for the shape of the head
     */
    public record Place(String step, int octave, String notehead) {}

    private static void put(int drum, String step, int octave, String notehead) {
        PLACES.put(drum, new Place(step, octave, notehead));
        DRUMS.putIfAbsent(step + octave, drum);
    }

    public static Place place(int drum) {
        return PLACES.getOrDefault(drum, MIDDLE);
    }

    /** What a drum is called in the part list. */
    public static String name(int drum) {
        return "Drum " + drum;
    }

    /** The drum that usually stands at a place; null if none does. */
    public static @Nullable Integer drumAt(String step, int octave) {
        return DRUMS.get(step + octave);
    }
}
