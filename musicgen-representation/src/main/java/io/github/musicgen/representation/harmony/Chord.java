package io.github.musicgen.representation.harmony;

import io.github.musicgen.representation.sequence.ChordSymbol;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text of a chord symbol means: a root, the tones above it, and a bass.
 *
 * <pre>{@code
 * Chord chord = Chord.parse("C7(b9)/E");
 * chord.contains(61); // C#, the flat ninth: true
 * chord.bass(); // 4
 * }</pre>
 *
 * <p>Two chords are equal if they are written alike. To find out whether they sound alike, compare their
 * {@link #pitchClasses} and their {@link #bass}.
 */
public final class Chord {
    /** No chord: nothing sounds that a melody must fit to. */
    public static final Chord NONE = new Chord(ChordSymbol.NO_CHORD, -1, -1, 0, TriadQuality.OTHER);

    private static final int MAX_LENGTH = 64;
    private static final Pattern NO_CHORD =
            Pattern.compile("N(?:\\.?\\s*C\\.?)?|no\\s*chord", Pattern.CASE_INSENSITIVE);
    private static final Pattern TEXT =
            Pattern.compile("(?!\\p{Lower})" + PitchClasses.NAME + "(.*?)(?:/\\s*" + PitchClasses.NAME + ")?");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final String text;
    private final int root;
    private final int bass;
    private final int pitchClasses;
    private final TriadQuality quality;

    private Chord(String text, int root, int bass, int pitchClasses, TriadQuality quality) {
        this.text = text;
        this.root = root;
        this.bass = bass;
        this.pitchClasses = pitchClasses;
        this.quality = quality;
    }

    /**
     * Reads the text of a chord symbol, as lead sheets have it:
     *
     * <ul>
     *   <li>a root, such as {@code Bb} or {@code F♯}; its accidentals are as many as can be, so that {@code Cb5} stands on Cb and
     *       {@code C(b5)} on C;
     *   <li>a kind, such as {@code m7}, {@code maj9}, {@code dim}, {@code ø}, {@code +7}, {@code 6/9} or {@code 7sus4}, in the
     *       spellings that are usual; none for major;
     *   <li>degrees that are added ({@code add9}), left out ({@code no3}), altered ({@code #11}, {@code b5}, {@code -5}) or
     *       suspended ({@code sus2}), in parentheses or not. An altered degree replaces the one of the kind. A seventh that is
     *       added is minor, unless it is called {@code maj7};
     *   <li>perhaps {@code /} and a bass.
     * </ul>
     *
     * <p>{@code N.C.}, {@code NC}, {@code N} and {@code no chord} are {@link #NONE}.
     *
     * @param text such as {@code Am7/G}
     * @return the chord
     * @throws IllegalArgumentException if the text is no chord symbol
     */
    public static Chord parse(String text) {
        String usual = text.length() > MAX_LENGTH ? "" : Texts.withUsualSigns(text);
        if (NO_CHORD.matcher(usual).matches()) {
            return NONE;
        }
        Matcher matcher = TEXT.matcher(usual);
        ChordTones tones = matcher.matches() ? ChordReader.read(withoutSpaces(matcher.group(3))) : null;
        if (tones == null) {
            throw new IllegalArgumentException("chord must be a root and a kind such as \"Bbm7\" or \"C7(b9)/E\", or \""
                    + ChordSymbol.NO_CHORD + "\", but was " + Texts.quote(text));
        }
        int root = PitchClasses.of(matcher.group(1), matcher.group(2));
        int bass = matcher.group(4) == null ? root : PitchClasses.of(matcher.group(4), matcher.group(5));
        return new Chord(text, root, bass, tones.pitchClasses(root), tones.quality());
    }

    private static String withoutSpaces(String text) {
        return SPACE.matcher(text).replaceAll("");
    }

    /**
     * Whether this is {@link #NONE}.
     *
     * @return whether it is
     */
    public boolean isNone() {
        return equals(NONE);
    }

    /**
     * The text it was read from.
     *
     * @return such as {@code Am7/G}; {@code N.C.} for no chord
     */
    public String text() {
        return text;
    }

    /**
     * The root.
     *
     * @return its pitch class, 0 for C to 11 for B
     * @throws IllegalStateException if there is no chord
     */
    public int root() {
        return requireChord(root);
    }

    /**
     * The lowest note: what follows the slash, or else the root.
     *
     * @return its pitch class, 0 for C to 11 for B
     * @throws IllegalStateException if there is no chord
     */
    public int bass() {
        return requireChord(bass);
    }

    private int requireChord(int pitchClass) {
        if (isNone()) {
            throw new IllegalStateException(ChordSymbol.NO_CHORD + " has neither root nor bass");
        }
        return pitchClass;
    }

    /**
     * What belongs to the chord. A bass that is foreign to it, as in {@code C7/F}, is not among them: it is the bass player's
     * alone, and a melody that dwells on it leaves the chord.
     *
     * @return a set: bit i says whether pitch class i does, bit 0 being C; empty if there is no chord
     */
    public int pitchClasses() {
        return pitchClasses;
    }

    /**
     * Whether a pitch belongs to the chord, in whichever octave; as for {@link #pitchClasses}, a foreign bass does not.
     *
     * @param pitch a pitch or a pitch class
     * @return whether it does
     */
    public boolean contains(int pitch) {
        return PitchClasses.contains(pitchClasses, pitch);
    }

    /**
     * What third and fifth make of it.
     *
     * @return the quality; {@link TriadQuality#OTHER} if there is no chord
     */
    public TriadQuality quality() {
        return quality;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Chord chord && text.equals(chord.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
