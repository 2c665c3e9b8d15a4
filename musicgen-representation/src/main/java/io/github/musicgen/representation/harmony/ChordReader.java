package io.github.musicgen.representation.harmony;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Reads what stands between the root and the bass of a chord: a kind, and modifications from left to right. */
final class ChordReader {
    private final String text;
    private final ChordTones tones;
    private int at;

    private ChordReader(String text, int at, ChordTones tones) {
        this.text = text;
        this.at = at;
        this.tones = tones;
    }

    /** Tries each way to end the kind, the longest first, that leaves nothing but modifications; null if there is none. */
    static @Nullable ChordTones read(String text) {
        for (int end = text.length(); end >= 0; end--) {
            ChordKind kind = ChordKind.written(text.substring(0, end));
            if (kind != null) {
                ChordReader reader = new ChordReader(text, end, new ChordTones(kind));
                if (reader.readModifications()) {
                    return reader.tones;
                }
            }
        }
        return null;
    }

    private boolean readModifications() {
        boolean read = true;
        while (read && at < text.length()) {
            read = skip('(') ? readGroup() : readOne(skip('/'));
        }
        return read;
    }

    private boolean readGroup() {
        do {
            if (!readOne(true)) {
                return false;
            }
        } while (skip(',') || skip('/') || !skip(')'));
        return true;
    }

    private boolean readOne(boolean mayBeBare) {
        for (Modification modification : Modification.values()) {
            Matcher matcher = modification.matcher(text).region(at, text.length());
            if ((mayBeBare || modification != Modification.BARE) && matcher.lookingAt()) {
                modification.apply(matcher, tones);
                at = matcher.end();
                return true;
            }
        }
        return false;
    }

    private boolean skip(char sign) {
        boolean there = at < text.length() && text.charAt(at) == sign;
        at += there ? 1 : 0;
        return there;
    }
}
