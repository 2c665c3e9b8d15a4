package io.github.musicgen.midi.format;

/** What a message shows of the text of a file: no more than its beginning, for the text may be the whole file. */
public final class Excerpt {
    private static final int MAX_LENGTH = 60;
    private static final int MAX_MESSAGE_LENGTH = 400;

    private Excerpt() {}

    /**
     * A text, cut if it is long.
     *
     * @param text the text
     * @return it, or its beginning
     */
    public static String of(String text) {
        return cut(text, MAX_LENGTH);
    }

    /**
     * A text in quotation marks, cut if it is long.
     *
     * @param text the text
     * @return it, or its beginning, in quotation marks
     */
    public static String quoted(String text) {
        return '"' + of(text) + '"';
    }

    /**
     * A message of someone else that may quote the file, cut if it is long.
     *
     * @param message the message
     * @return it, or its beginning
     */
    public static String ofMessage(String message) {
        return cut(message, MAX_MESSAGE_LENGTH);
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + "...";
    }
}
