package io.github.musicgen.examples.cli.train;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which music is read, and what in it is taken for a melody: no type of corpora among them, which other commands would load. */
final class CorpusChoice {
    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            required = true,
            description = "A folder with .mid, .musicxml, .mxl and .abc files, or an archive of them; may be repeated.")
    List<Path> folders;

    @Option(
            names = "--parts",
            paramLabel = "CHOICE",
            defaultValue = "all",
            description = "Which parts melodies are taken from: all, highest, vocal or name:NAME "
                    + "(default: ${DEFAULT-VALUE}).")
    String parts;

    @Option(names = "--split-long", description = "Split melodies that are too long, where they would be cut off.")
    boolean splitLong;

    @Option(names = "--drop-duplicates", description = "Leave out melodies that were there before, in whatever key.")
    boolean dropDuplicates;

    @Option(
            names = "--cache",
            paramLabel = "FILE",
            description = "Keep what was read in a file, which is made anew when the music changes.")
    @Nullable
    Path cache;
}
