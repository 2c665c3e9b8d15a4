/** Generates music. */
module io.github.musicgen.api {
    requires transitive io.github.musicgen.midi;
    requires transitive io.github.musicgen.representation;
    requires static org.jspecify;
}
