package io.github.musicgen.representation.picture;

/**
 * How wide text is, without a font at hand: the widths of common sans-serif faces, rounded up, so that what was found to fit
 * does.
 */
public final class Lettering {
    private static final double NARROW = 0.32;
    private static final double LOWERCASE = 0.56;
    private static final double UPPERCASE = 0.7;
    private static final double WIDE = 0.92;
    private static final double IDEOGRAPH = 1.05;
    private static final String ELLIPSIS = "…";

    private Lettering() {}

    /**
     * How wide a text is at most.
     *
     * @param text the text
     * @param fontSize of its letters
     * @return pixels
     */
    public static double width(String text, double fontSize) {
        return text.codePoints().mapToDouble(Lettering::ems).sum() * fontSize;
    }

    /**
     * As much of a text as there is room for.
     *
     * @param text the text
     * @param fontSize of its letters
     * @param room pixels
     * @return the text, or its beginning and an ellipsis, or nothing if there is no room for even that
     */
    public static String fitted(String text, double fontSize, double room) {
        double fitting = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            fitting += ems(text.codePointAt(i)) * fontSize;
            if (fitting > room) {
                return shortened(text.substring(0, i), fontSize, room);
            }
        }
        return text;
    }

    private static String shortened(String beginning, double fontSize, double room) {
        String rest = beginning;
        while (!rest.isEmpty() && width(rest + ELLIPSIS, fontSize) > room) {
            rest = rest.substring(0, rest.offsetByCodePoints(rest.length(), -1));
        }
        return rest.isBlank() ? "" : rest.stripTrailing() + ELLIPSIS;
    }

    private static double ems(int codePoint) {
        if ("iljtfrI.,:;'|!()[]/- ".indexOf(codePoint) >= 0) {
            return NARROW;
        }
        if ("mwMW@%".indexOf(codePoint) >= 0) {
            return WIDE;
        }
        if (codePoint > 0x2E80) {
            return IDEOGRAPH;
        }
        return Character.isUpperCase(codePoint) ? UPPERCASE : LOWERCASE;
    }
}
