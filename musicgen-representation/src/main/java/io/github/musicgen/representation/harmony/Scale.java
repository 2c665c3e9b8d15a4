package io.github.musicgen.representation.harmony;

import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A tonic and a kind, such as D Dorian: pitch classes that belong together.
 *
 * <pre>{@code
 * Scale scale = Scale.parse("D dorian");
 * scale.contains(65); // F: true
 * }</pre>
 *
 * @param tonic the pitch class of the tonic, 0 for C to 11 for B
 * @param kind what lies above it
 */
public record Scale(int tonic, ScaleKind kind) {
    private static final int MINOR_THIRD = 3;
    private static final int MAJOR_THIRD = 4;

    private static final String MINOR_SIGN = "m";
    private static final Pattern TEXT = Pattern.compile(PitchClasses.NAME + "(m|[\\s_-].*)?", Pattern.DOTALL);
    private static final Pattern GAP = Pattern.compile("[\\s_-]+");

    /** Checks the tonic. */
    public Scale {
        PitchClasses.require("tonic", tonic);
    }

    /**
     * The scale of a kind above a tonic.
     *
     * @param tonic the pitch class of the tonic, 0 for C to 11 for B
     * @param kind what lies above it
     * @return the scale
     * @throws IllegalArgumentException if the tonic is no pitch class
     */
    public static Scale of(int tonic, ScaleKind kind) {
        return new Scale(tonic, kind);
    }

    /**
     * The major or minor scale that a key signature tells.
     *
     * @param signature the signature
     * @return its scale
     */
    public static Scale of(KeySignature signature) {
        boolean minor = signature.mode() == KeySignature.Mode.MINOR;
        return new Scale(signature.tonic(), minor ? ScaleKind.MINOR : ScaleKind.MAJOR);
    }

    /**
     * Reads the name of a scale: a letter of either case, perhaps with accidentals ({@code #}, {@code b}, {@code ♯} or
     * {@code ♭}), and a kind of either case. A letter alone is a major scale, and one with {@code m} a minor one.
     *
     * @param text such as {@code D dorian}, {@code Bb major pentatonic}, {@code F♯ harmonic minor}, {@code C} or {@code Am}
     * @return the scale
     * @throws IllegalArgumentException if the text is no such name
     */
    public static Scale parse(String text) {
        Matcher matcher = TEXT.matcher(Texts.withUsualSigns(text));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "scale must be a tonic and a kind such as \"D dorian\", but was " + Texts.quote(text));
        }
        int tonic = PitchClasses.of(matcher.group(1), matcher.group(2));
        return new Scale(tonic, matcher.group(3) == null ? ScaleKind.MAJOR : kind(matcher.group(3)));
    }

    private static ScaleKind kind(String text) {
        String label = GAP.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return text.equals(MINOR_SIGN)
                ? ScaleKind.MINOR
                : ScaleKind.labelled(label).orElseThrow(() -> noKind(label));
    }

    private static IllegalArgumentException noKind(String label) {
        String kinds = Arrays.stream(ScaleKind.values()).map(ScaleKind::label).collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                "kind of a scale must be one of " + kinds + ", but was " + Texts.quote(label));
    }

    /**
     * What belongs to the scale.
     *
     * @return a set: bit i says whether pitch class i does, bit 0 being C
     */
    public int pitchClasses() {
        return PitchClasses.above(kind.intervals(), tonic);
    }

    /**
     * Whether a pitch belongs to the scale, in whichever octave.
     *
     * @param pitch a pitch or a pitch class
     * @return whether it does
     */
    public boolean contains(int pitch) {
        return PitchClasses.contains(pitchClasses(), pitch);
    }

    /**
     * The major key that holds most of the scale, for models that know no other keys. For the seven modes it is the one with the
     * same tones. Of several that hold equally much it is the fewest fifths away from the key that musicians call relative: that of
     * the tonic itself or, where the scale has a minor third, three semitones above; and then the lowest above the tonic.
     *
     * @return the pitch class of its tonic
     */
    public int relativeMajor() {
        int best = tonic;
        for (int semitones = 1; semitones < Pitch.PER_OCTAVE; semitones++) {
            int key = PitchClasses.of(tonic + semitones);
            int more = tonesWithin(key) - tonesWithin(best);
            if (more > 0 || (more == 0 && fifthsTo(key) < fifthsTo(best))) {
                best = key;
            }
        }
        return best;
    }

    private int tonesWithin(int key) {
        return Integer.bitCount(pitchClasses() & PitchClasses.above(ScaleKind.MAJOR.intervals(), key));
    }

    private int fifthsTo(int key) {
        return Math.abs(PitchClasses.fifths(PitchClasses.of(tonic + (isMinor() ? MINOR_THIRD : 0)), key));
    }

    private boolean isMinor() {
        return contains(tonic + MINOR_THIRD) && !contains(tonic + MAJOR_THIRD);
    }

    /**
     * The key signature, from the beginning on, with whose accidentals all tones of the scale are written, as few as can be. Of D Dorian it is that of A
     * minor: a signature knows no other modes, and this one has its third.
     *
     * @return the signature, which of a major or minor scale is that of {@link #name}; empty if the scale has other tones than major
     *     keys have
     */
    public Optional<KeySignature> keySignature() {
        if ((pitchClasses() & ~of(relativeMajor(), ScaleKind.MAJOR).pitchClasses()) != 0) {
            return Optional.empty();
        }
        int fifths = PitchClasses.placeOfTonic(tonic, fifthsToMajor()) + fifthsToMajor();
        return Optional.of(new KeySignature(0, fifths, isMinor() ? KeySignature.Mode.MINOR : KeySignature.Mode.MAJOR));
    }

    private int fifthsToMajor() {
        return PitchClasses.fifths(tonic, relativeMajor());
    }

    /**
     * The name of the scale, which {@link #parse} reads back. The tonic is spelled so that the scale needs few accidentals.
     *
     * @return such as {@code D dorian}
     */
    public String name() {
        return PitchClasses.nameAt(PitchClasses.placeOfTonic(tonic, fifthsToMajor())) + " " + kind.label();
    }

    @Override
    public String toString() {
        return name();
    }
}
