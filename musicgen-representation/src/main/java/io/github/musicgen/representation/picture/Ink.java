package io.github.musicgen.representation.picture;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The colors of both themes. Every color that a note can have stands out from every row behind it by a contrast of 3 to 1, and
 * those of parts stay apart for readers who see no red, green or blue.
 */
public enum Ink {
    /** Behind everything. */
    PAPER("#ffffff", "#14161d"),
    /** What is read first. */
    TEXT("#1d2330", "#e9ecf3"),
    /** What is read if need be. */
    MUTED("#626a7a", "#98a1b3"),
    /** Behind white keys, and behind panels. */
    WHITE_ROW("#fbfcfe", "#1d2029"),
    /** Behind black keys. */
    BLACK_ROW("#f1f3f8", "#181b23"),
    /** Between rows. */
    ROW_LINE("#e3e6ee", "#2a2e3a"),
    /** At beats. */
    BEAT_LINE("#e3e6ee", "#2a2e3a"),
    /** At bars. */
    BAR_LINE("#bcc3d1", "#4a5163"),
    /** Around rolls and panels. */
    FRAME("#9aa3b5", "#5b6377"),
    /** White keys. */
    WHITE_KEY("#ffffff", "#d9dde6"),
    /** Black keys. */
    BLACK_KEY("#2b303c", "#14161d"),
    /** Between white keys. */
    KEY_LINE("#b4bbc9", "#8a92a3"),
    /** On white keys. */
    KEY_TEXT("#626a7a", "#4a5163"),
    /** Given music. */
    PRIMER("#5f6f8a", "#93a3c0"),
    /** Music that was made. */
    CONTINUATION("#d9590a", "#f58a45"),
    /** Anything else worth a look. */
    HIGHLIGHT("#0f9c65", "#86e3ae"),
    /** The first part. */
    PART_1("#1a6fbf", "#74bdff"),
    /** The second part. */
    PART_2("#d9590a", "#f58a45"),
    /** The third part. */
    PART_3("#0f9c65", "#86e3ae"),
    /** The fourth part. */
    PART_4("#6a2c86", "#a45be0"),
    /** The fifth part. */
    PART_5("#c55e90", "#ffbcd8"),
    /** The sixth part. */
    PART_6("#7a2f1f", "#ebd95a"),
    /** The seventh part. */
    PART_7("#2f3a4f", "#d0506a");

    private static final List<Ink> PARTS = List.of(PART_1, PART_2, PART_3, PART_4, PART_5, PART_6, PART_7);

    private final String light;
    private final String dark;

    Ink(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /** The color of a part; from the eighth on they come again. */
    static Ink ofPart(int index) {
        return PARTS.get(index % PARTS.size());
    }

    static Ink of(Region.Kind kind) {
        return switch (kind) {
            case PRIMER -> PRIMER;
            case CONTINUATION -> CONTINUATION;
            case HIGHLIGHT -> HIGHLIGHT;
        };
    }

    /**
     * The color as it stands in an attribute; a style sheet may overrule it.
     *
     * @param theme of the picture; light for {@link Theme#AUTO}
     * @return as in {@code #1d2330}
     */
    public String color(Theme theme) {
        return theme == Theme.DARK ? dark : light;
    }

    /** So much of this color, and the rest of another. */
    String mixedWith(Ink other, double share, Theme theme) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double channel = share * (rgb(theme) >> shift & 0xFF) + (1 - share) * (other.rgb(theme) >> shift & 0xFF);
            mixed |= (int) Math.round(channel) << shift;
        }
        return "#" + HexFormat.of().toHexDigits(mixed, 6);
    }

    private int rgb(Theme theme) {
        return HexFormat.fromHexDigits(color(theme), 1, 7);
    }

    /** The class by which a style sheet finds what has this color. */
    String cssClass(String property) {
        return "roll-" + property + "-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
