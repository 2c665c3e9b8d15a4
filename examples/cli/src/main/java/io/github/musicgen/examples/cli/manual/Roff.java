package io.github.musicgen.examples.cli.manual;

import java.util.List;
import java.util.Locale;

/** The few words of roff's macros for manual pages (groff_man(7)) that ours need. */
final class Roff {
    private final StringBuilder text = new StringBuilder();

    /** The head of the page; no date, so that two builds write the same. */
    Roff title(String name, String source) {
        line(".TH \"" + escaped(name) + "\" 1 \"\" \"" + escaped(source) + "\" \"musicgen Manual\"");
        line(".nh"); // words of code must not be hyphenated
        line(".ad l");
        return this;
    }

    Roff section(String title) {
        line(".SH \"" + escaped(title.toUpperCase(Locale.ROOT)) + "\"");
        return this;
    }

    /** A paragraph; an empty one is the distance between two others, which is there anyway. */
    Roff text(String words) {
        if (!words.isEmpty()) {
            line(".PP");
            line(escaped(words));
        }
        return this;
    }

    /** Lines that stay as they are. */
    Roff verbatim(List<String> lines) {
        line(".PP");
        line(".nf");
        lines.forEach(each -> line(escaped(each)));
        line(".fi");
        return this;
    }

    /** Something that is explained. */
    Roff item(String term) {
        line(".TP");
        line("\\fB" + escaped(term) + "\\fR");
        return this;
    }

    /** Explains it; lines that are set off stay so. */
    Roff inItem(String words) {
        if (words.startsWith("  ")) {
            line(".br");
        }
        line(escaped(words));
        return this;
    }

    /** A point or an apostrophe at the start of a line, a backslash and a hyphen anywhere mean something else to roff. */
    private static String escaped(String words) {
        String safe = words.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }

    private void line(String words) {
        text.append(words).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
