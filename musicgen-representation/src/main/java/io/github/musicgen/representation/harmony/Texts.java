package io.github.musicgen.representation.harmony;

/** What reading scales and chords has in common. */
final class Texts {
    private static final int LONGEST_QUOTE = 40;
    private static final String SIGNS = "♯♭º˚Ø△∆−–‐";
    private static final String USUAL_SIGNS = "#b°°øΔΔ---"; // [as SIGNS]

    private Texts() {}

    /** A text with the sign that we read in place of each that looks like it. */
    static String withUsualSigns(String text) {
        String usual = text.strip();
        for (int i = 0; i < SIGNS.length(); i++) {
            usual = usual.replace(SIGNS.charAt(i), USUAL_SIGNS.charAt(i));
        }
        return usual;
    }

    /** A text for a message: in quotes, and no more than its beginning, because it may come from a file. */
    static String quote(String text) {
        return text.length() <= LONGEST_QUOTE ? "\"" + text + "\"" : "\"" + text.substring(0, LONGEST_QUOTE) + "...\"";
    }
}
