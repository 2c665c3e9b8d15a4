/** Reads and writes music: Standard MIDI Files, MusicXML and ABC; plays it where there is a desktop. */
module io.github.musicgen.midi {
    exports io.github.musicgen.midi;
    exports io.github.musicgen.midi.abc;
    exports io.github.musicgen.midi.abc.report;
    exports io.github.musicgen.midi.files;
    exports io.github.musicgen.midi.format;
    exports io.github.musicgen.midi.musicxml;
    exports io.github.musicgen.midi.musicxml.report;
    exports io.github.musicgen.midi.playback;
    exports io.github.musicgen.midi.smf;

    requires transitive io.github.musicgen.representation;
    requires static java.desktop;
    requires static java.xml;
    requires static org.jspecify;
}
