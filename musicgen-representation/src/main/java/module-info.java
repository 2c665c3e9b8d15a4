/** What music is: notes, grids, events and the encodings that networks read. Depends on nothing. */
module io.github.musicgen.representation {
    requires static org.jspecify;

    exports io.github.musicgen.representation.encoding;
    exports io.github.musicgen.representation.harmony;
    exports io.github.musicgen.representation.melody;
    exports io.github.musicgen.representation.pianoroll;
    exports io.github.musicgen.representation.picture;
    exports io.github.musicgen.representation.sequence;
    exports io.github.musicgen.representation.time;
}
