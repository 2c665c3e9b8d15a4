package io.github.musicgen.api.json;

/** Pairs of 16-bit characters that stand for one of Unicode's later ones. */
final class Surrogates {
    private Surrogates() {}

    static void requirePairs(String text) {
        int lone = firstLone(text);
        if (lone >= 0) {
            throw new IllegalArgumentException("text must not hold half a surrogate pair, but does at " + lone);
        }
    }

    /** The index of the first half without its other half, or -1. */
    static int firstLone(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!isPair(text, i)) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }
}
