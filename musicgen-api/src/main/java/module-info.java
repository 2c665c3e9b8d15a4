/** Generates music: for now the seeded random source that every generator will draw from. */
module io.github.musicgen.api {
    requires transitive io.github.musicgen.midi;
    requires transitive io.github.musicgen.representation;
    requires static org.jspecify;

    exports io.github.musicgen.api.random;
}
