package io.github.musicgen.representation.harmony;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a scale is apart from its tonic. */
public enum ScaleKind {
    /** Major, also called Ionian. */
    MAJOR("major, ionian, maj", 0, 2, 4, 5, 7, 9, 11),
    /** Natural minor, also called Aeolian. */
    MINOR("minor, aeolian, natural minor, min", 0, 2, 3, 5, 7, 8, 10),
    /** Dorian: minor with a major sixth. */
    DORIAN("dorian", 0, 2, 3, 5, 7, 9, 10),
    /** Phrygian: minor with a minor second. */
    PHRYGIAN("phrygian", 0, 1, 3, 5, 7, 8, 10),
    /** Lydian: major with an augmented fourth. */
    LYDIAN("lydian", 0, 2, 4, 6, 7, 9, 11),
    /** Mixolydian: major with a minor seventh. */
    MIXOLYDIAN("mixolydian", 0, 2, 4, 5, 7, 9, 10),
    /** Locrian: minor with a minor second and a diminished fifth. */
    LOCRIAN("locrian", 0, 1, 3, 5, 6, 8, 10),
    /** Harmonic minor: minor with a major seventh. */
    HARMONIC_MINOR("harmonic minor", 0, 2, 3, 5, 7, 8, 11),
    /** Melodic minor as it ascends: minor with a major sixth and a major seventh. */
    MELODIC_MINOR("melodic minor, jazz minor", 0, 2, 3, 5, 7, 9, 11),
    /** Harmonic major: major with a minor sixth. */
    HARMONIC_MAJOR("harmonic major", 0, 2, 4, 5, 7, 8, 11),
    /** Phrygian dominant: Phrygian with a major third, the fifth mode of harmonic minor. */
    PHRYGIAN_DOMINANT("phrygian dominant", 0, 1, 4, 5, 7, 8, 10),
    /** Lydian dominant: Lydian with a minor seventh, the fourth mode of melodic minor. */
    LYDIAN_DOMINANT("lydian dominant, acoustic", 0, 2, 4, 6, 7, 9, 10),
    /** Altered: all but the tonic lowered by a semitone, the seventh mode of melodic minor. */
    ALTERED("altered, super locrian", 0, 1, 3, 4, 6, 8, 10),
    /** Major without its fourth and seventh. */
    MAJOR_PENTATONIC("major pentatonic, pentatonic, pentatonic major", 0, 2, 4, 7, 9),
    /** Minor without its second and sixth. */
    MINOR_PENTATONIC("minor pentatonic, pentatonic minor", 0, 3, 5, 7, 10),
    /** Minor pentatonic with a diminished fifth. */
    BLUES("blues, minor blues", 0, 3, 5, 6, 7, 10),
    /** Major pentatonic with a minor third. */
    MAJOR_BLUES("major blues", 0, 2, 3, 4, 7, 9),
    /** Six whole tones. */
    WHOLE_TONE("whole tone", 0, 2, 4, 6, 8, 10),
    /** Whole tones and semitones by turns, a whole tone first: fits diminished chords. */
    DIMINISHED("diminished, whole half, octatonic", 0, 2, 3, 5, 6, 8, 9, 11),
    /** Semitones and whole tones by turns, a semitone first: fits dominant chords. */
    HALF_WHOLE("half whole, dominant diminished", 0, 1, 3, 4, 6, 7, 9, 10),
    /** All twelve pitch classes. */
    CHROMATIC("chromatic", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

    private static final String SEPARATOR = ", ";

    private final String labels; // the usual one, then others that are understood
    private final int intervals;

    ScaleKind(String labels, int... semitones) {
        this.labels = labels;
        this.intervals = Arrays.stream(semitones).map(interval -> 1 << interval).sum();
    }

    /**
     * How the kind is written.
     *
     * @return such as {@code harmonic minor}
     */
    public String label() {
        return labels.split(SEPARATOR, 2)[0];
    }

    /**
     * What belongs to a scale of this kind.
     *
     * @return a set: bit i says whether the pitch class i semitones above the tonic does
     */
    public int intervals() {
        return intervals;
    }

    /** The kind that is written so, in lower case and with single spaces. */
    static Optional<ScaleKind> labelled(String label) {
        return Arrays.stream(values())
                .filter(kind -> List.of(kind.labels.split(SEPARATOR)).contains(label))
                .findFirst();
    }
}
