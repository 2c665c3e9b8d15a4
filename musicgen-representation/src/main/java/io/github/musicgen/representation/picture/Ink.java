package io.github.musicgen.representation.picture;

import java.util.List;
import java.util.Locale;

/**
 * The colors of both themes. Every color that a note can have stands out from every row behind it by a contrast of 3 to 1, and
 * those of parts stay apart for readers who see no red, green or blue.
 */
enum Ink {
    PAPER("#ffffff", "#14161d"),
    TEXT("#1d2330", "#e9ecf3"),
    MUTED("#626a7a", "#98a1b3"),
    WHITE_ROW("#fbfcfe", "#1d2029"),
    BLACK_ROW("#f1f3f8", "#181b23"),
    ROW_LINE("#e3e6ee", "#2a2e3a"),
    BEAT_LINE("#e3e6ee", "#2a2e3a"),
    BAR_LINE("#bcc3d1", "#4a5163"),
    FRAME("#9aa3b5", "#5b6377"),
    WHITE_KEY("#ffffff", "#d9dde6"),
    BLACK_KEY("#2b303c", "#14161d"),
    KEY_LINE("#b4bbc9", "#8a92a3"),
    KEY_TEXT("#626a7a", "#4a5163"),
    PRIMER("#5f6f8a", "#93a3c0"),
    CONTINUATION("#d9590a", "#f58a45"),
    HIGHLIGHT("#12a36a", "#86e3ae"),
    PART_1("#1a6fbf", "#74bdff"),
    PART_2("#d9590a", "#f58a45"),
    PART_3("#12a36a", "#86e3ae"),
    PART_4("#6a2c86", "#a45be0"),
    PART_5("#c55e90", "#ffbcd8"),
    PART_6("#7a2f1f", "#ebd95a"),
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

    /** The color as it stands in an attribute; a style sheet may overrule it. */
    String color(Theme theme) {
        return theme == Theme.DARK ? dark : light;
    }

    /** The class by which a style sheet finds what has this color. */
    String cssClass(String property) {
        return "roll-" + property + "-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
