package io.github.musicgen.midi;

import io.github.musicgen.midi.smf.MetaEvent;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.midi.smf.Payload;
import io.github.musicgen.midi.smf.TextKind;

/**
 * The convention of {@code .kar} files: a text that begins with {@code @KMIDI} says that the texts of tracks without notes are
 * syllables, except those that begin with {@code @}.
 */
final class Karaoke {

    private static final String SIGN = "@KMIDI";

    private Karaoke() {}

    static boolean isSigned(MidiFile file) {
        return file.tracks().stream()
                .flatMap(track -> track.events().stream())
                .anyMatch(event -> event instanceof MetaEvent meta
                        && isText(meta)
                        && meta.payload().text().startsWith(SIGN));
    }

    static boolean isSyllable(MetaEvent meta) {
        return isText(meta) && !isInstruction(meta.payload());
    }

    private static boolean isText(MetaEvent meta) {
        return meta.type() == TextKind.TEXT.type();
    }

    private static boolean isInstruction(Payload payload) {
        return payload.length() > 0 && payload.get(0) == '@';
    }
}
