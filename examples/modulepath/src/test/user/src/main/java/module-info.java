module user {
    requires io.github.musicgen.api;
}
