package io.github.musicgen.midi.abc.text;

/**
 * A line of the text.
 *
 * @param number counted from 1
 * @param text what it says, without its comment
 * @param blank whether it is empty, which ends a tune; a line with nothing but a comment isn't
 */
public record SourceLine(int number, String text, boolean blank) {

    private static final String DIRECTIVE = "%%";

    static SourceLine of(int number, String raw) {
        int from = raw.startsWith(DIRECTIVE) ? DIRECTIVE.length() : 0;
        return new SourceLine(number, raw.substring(0, endOfText(raw, from)).stripTrailing(), raw.isBlank());
    }

    private static int endOfText(String raw, int from) {
        int percent = raw.indexOf('%', from);
        while (percent > 0 && raw.charAt(percent - 1) == '\\') {
            percent = raw.indexOf('%', percent + 1);
        }
        return percent < 0 ? raw.length() : percent;
    }

    public boolean isDirective() {
        return text.startsWith(DIRECTIVE);
    }

    /** The directive that the line is, without its sign. */
    public Field directive() {
        return new Field(
                DIRECTIVE.charAt(0), text.substring(DIRECTIVE.length()), new Place(number, DIRECTIVE.length() + 1));
    }

    /** Whether the line is a field: a letter and a colon that doesn't belong to a bar line. */
    public boolean isField() {
        int letter = indent();
        if (letter + 1 >= text.length() || text.charAt(letter + 1) != ':') {
            return false;
        }
        char first = text.charAt(letter);
        char after = letter + 2 < text.length() ? text.charAt(letter + 2) : ' ';
        return (isLetter(first) || first == '+') && after != '|' && after != ':';
    }

    /** The field that the line is. */
    public Field field() {
        int letter = indent();
        int value = letter + 2;
        while (value < text.length() && Character.isWhitespace(text.charAt(value))) {
            value++;
        }
        return new Field(text.charAt(letter), text.substring(value), new Place(number, value + 1));
    }

    public Cursor music() {
        return new Cursor(text, new Place(number, 1));
    }

    private static boolean isLetter(char character) {
        return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
    }

    private int indent() {
        int indent = 0;
        while (indent < text.length() && Character.isWhitespace(text.charAt(indent))) {
            indent++;
        }
        return indent;
    }
}
