package io.github.musicgen.midi.abc.text;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways to write a letter with an accent, or a sign, in plain ASCII: as in TeX, as in HTML, or by the number of the character. */
public final class TextEscapes {
    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("`", "\u0300"),
            Map.entry("'", "\u0301"),
            Map.entry("^", "\u0302"),
            Map.entry("~", "\u0303"),
            Map.entry("u", "\u0306"),
            Map.entry("\"", "\u0308"),
            Map.entry("r", "\u030A"),
            Map.entry("H", "\u030B"),
            Map.entry("v", "\u030C"),
            Map.entry("c", "\u0327"),
            Map.entry(",", "\u0327"),
            Map.entry("=", "\u0304"),
            Map.entry(";", "\u0328"),
            Map.entry(".", "\u0307"));
    private static final Map<String, String> NAMED_ACCENTS = Map.of(
            "grave", "\u0300", "acute", "\u0301", "circ", "\u0302", "tilde", "\u0303", "breve", "\u0306", "uml",
            "\u0308", "ring", "\u030A", "caron", "\u030C", "cedil", "\u0327");
    private static final Map<String, String> LETTERS = Map.of(
            "AE", "\u00C6", "ae", "\u00E6", "OE", "\u0152", "oe", "\u0153", "ss", "\u00DF", "/O", "\u00D8", "/o",
            "\u00F8", "AA", "\u00C5", "aa", "\u00E5");
    private static final Map<String, String> NAMED_SIGNS = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "szlig", "\u00DF", "oslash", "\u00F8", "Oslash", "\u00D8",
            "aelig", "\u00E6", "copy", "\u00A9", "nbsp", " ");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u(?<code>[0-9a-fA-F]{4})"
            + "|\\\\(?<letters>AE|ae|OE|oe|ss|/O|/o|AA|aa)"
            + "|\\\\(?<accent>[`'^~u\"rHvc,=;.])(?<accented>[a-zA-Z])"
            + "|\\\\(?<plain>[\\\\%&])"
            + "|&(?<base>[a-zA-Z])(?<named>grave|acute|circ|tilde|breve|uml|ring|caron|cedil);"
            + "|&(?<sign>[a-zA-Z]{2,6});");

    private TextEscapes() {}

    public static String decoded(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('&') < 0) {
            return text;
        }
        String replaced = ESCAPE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(meaning((Matcher) match)));
        return Normalizer.normalize(replaced, Normalizer.Form.NFC);
    }

    private static String meaning(Matcher match) {
        if (match.group("code") != null) {
            return Character.toString(Integer.parseInt(match.group("code"), 16));
        }
        if (match.group("letters") != null) {
            return LETTERS.getOrDefault(match.group("letters"), match.group());
        }
        if (match.group("accent") != null) {
            return match.group("accented") + ACCENTS.getOrDefault(match.group("accent"), "");
        }
        if (match.group("plain") != null) {
            return match.group("plain");
        }
        if (match.group("base") != null) {
            return match.group("base") + NAMED_ACCENTS.getOrDefault(match.group("named"), "");
        }
        return NAMED_SIGNS.getOrDefault(match.group("sign"), match.group());
    }
}
