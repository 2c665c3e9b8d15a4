package io.github.musicgen.api;

/** The version of this library, which the build writes here. */
final class LibraryVersion {
    private LibraryVersion() {}

    static String current() {
        return "${project.version}";
    }
}
