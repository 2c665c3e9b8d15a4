package io.github.musicgen.midi.abc.tune;

import io.github.musicgen.representation.sequence.KeySignature.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key.
 *
 * @param alterations semitones for each letter, from C to B
 * @param fifths sharps if positive, flats if negative, of the nearest usual signature; null if there is no key
 * @param mode minor if its third is a minor one, whatever else its mode
 */
public record Key(List<Integer> alterations, @Nullable Integer fifths, Mode mode) {
    /** No key: every letter means its natural note. */
    public static final Key NONE = new Key(List.of(0, 0, 0, 0, 0, 0, 0), null, Mode.MAJOR);

    /** C major. */
    static final Key C_MAJOR = of(0, Mode.MAJOR);

    /** What the Highland pipes play: F and C are sharp. */
    public static final Key HIGHLAND_PIPES = of(2, Mode.MAJOR);

    private static final String BY_FIFTHS = "FCGDAEB";
    private static final String BY_STEPS = "CDEFGAB";
    private static final int MAX_FIFTHS = 7;
    private static final int MOST_FLATS = 5; // beyond them sharps are fewer
    private static final int FIFTHS_PER_SHARP = 7;
    private static final int PITCH_CLASSES = 12;
    private static final Map<String, Integer> MODE_FIFTHS =
            Map.of("lyd", 1, "ion", 0, "maj", 0, "mix", -1, "dor", -2, "aeo", -3, "min", -3, "phr", -4, "loc", -5);

    /** Copies the list. */
    public Key {
        alterations = List.copyOf(alterations);
    }

    /** The key with a number of sharps or flats, of which there may be more than a signature can hold. */
    public static Key of(int fifths, Mode mode) {
        List<Integer> alterations = new ArrayList<>();
        for (int step = 0; step < BY_STEPS.length(); step++) {
            int order = BY_FIFTHS.indexOf(BY_STEPS.charAt(step));
            alterations.add(Math.floorDiv(fifths + BY_FIFTHS.length() - 1 - order, BY_FIFTHS.length()));
        }
        return new Key(alterations, withinSignatures(fifths), mode);
    }

    /** The key of a tonic and a mode; null if there is no such mode. */
    public static @Nullable Key parse(char letter, int accidental, String modeName) {
        Integer offset = modeFifths(modeName);
        if (offset == null) {
            return null;
        }
        return of(fifthsOf(letter, accidental) + offset, offset <= -2 ? Mode.MINOR : Mode.MAJOR);
    }

    /** The sharps of the major key on a tonic; flats if negative. */
    public static int fifthsOf(char letter, int accidental) {
        return BY_FIFTHS.indexOf(letter) - 1 + FIFTHS_PER_SHARP * accidental;
    }

    private static @Nullable Integer modeFifths(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.isEmpty()) {
            return 0;
        }
        if (lower.equals("m")) {
            return MODE_FIFTHS.get("min");
        }
        return MODE_FIFTHS.get(lower.substring(0, Math.min(3, lower.length())));
    }

    private static int withinSignatures(int fifths) {
        int within = fifths;
        while (within > MAX_FIFTHS) {
            within -= PITCH_CLASSES;
        }
        while (within < -MAX_FIFTHS) {
            within += PITCH_CLASSES;
        }
        return within;
    }

    /** The same key but for one letter. If that makes another usual signature, the key gets it. */
    public Key with(int step, int alteration) {
        List<Integer> changed = new ArrayList<>(alterations);
        changed.set(step, alteration);
        for (int usual = -MAX_FIFTHS; usual <= MAX_FIFTHS; usual++) {
            if (of(usual, mode).alterations().equals(changed)) {
                return new Key(changed, usual, mode);
            }
        }
        return new Key(changed, fifths, mode);
    }

    /** The key that sounds if this one is written for an instrument that transposes; of two the one with fewer accidentals. */
    public Key sounding(int semitones) {
        if (fifths == null || semitones % PITCH_CLASSES == 0) {
            return this;
        }
        int moved = fifths + FIFTHS_PER_SHARP * Math.floorMod(semitones, PITCH_CLASSES);
        return of(Math.floorMod(moved + MOST_FLATS, PITCH_CLASSES) - MOST_FLATS, mode);
    }
}
