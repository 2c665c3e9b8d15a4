package io.github.musicgen.api.json;

import io.github.musicgen.api.bytes.Bytes;

/** Words for what stands at a place where something else should. */
final class Found {
    private Found() {}

    static String at(Bytes bytes, int position) {
        if (position >= bytes.size()) {
            return "the end";
        }
        int found = bytes.at(position);
        return found > ' ' && found <= '~' ? "'" + (char) found + "'" : "byte " + found;
    }
}
