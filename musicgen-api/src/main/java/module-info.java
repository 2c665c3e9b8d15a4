/**
 * Makes music with trained networks: continues melodies and composes them, reads models of this library and of Magenta, and needs
 * nothing but {@code java.base}.
 */
@SuppressWarnings("module") // The compiler sees this module before musicgen-models, to which it opens two rooms more.
module io.github.musicgen.api {
    requires transitive io.github.musicgen.midi;
    requires transitive io.github.musicgen.representation;
    requires static org.jspecify;

    exports io.github.musicgen.api;
    exports io.github.musicgen.api.bandvae;
    exports io.github.musicgen.api.bundle;
    exports io.github.musicgen.api.codec to
            io.github.musicgen.models;
    exports io.github.musicgen.api.constraint;
    exports io.github.musicgen.api.engine;
    exports io.github.musicgen.api.explain;
    exports io.github.musicgen.api.format;
    exports io.github.musicgen.api.importer;
    exports io.github.musicgen.api.json to
            io.github.musicgen.models;
    exports io.github.musicgen.api.melodyrnn;
    exports io.github.musicgen.api.melodyvae;
    exports io.github.musicgen.api.random;
    exports io.github.musicgen.api.sampling;
    exports io.github.musicgen.api.tensor;

    uses io.github.musicgen.api.engine.Engine;
}
