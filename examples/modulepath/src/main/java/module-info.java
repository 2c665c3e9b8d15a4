/** A program on the module path, of which an image of a few megabytes can be made. */
module io.github.musicgen.examples.modulepath {
    requires io.github.musicgen.api;
    requires static org.jspecify;
}
