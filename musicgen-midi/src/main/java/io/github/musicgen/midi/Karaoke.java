package io.github.musicgen.midi;

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
        return isText(meta) && !meta.payload().startsWith('@');
    }

    private static boolean isText(MetaEvent meta) {
        return meta.type() == TextKind.TEXT.type();
    }
}
