package io.github.musicgen.examples.cli;

import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.CorpusOptions;
import io.github.musicgen.models.corpus.CorpusReader;
import io.github.musicgen.models.corpus.PartChoice;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that say which music is read, and what in it is taken for a melody. */
final class CorpusChoice {
    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            required = true,
            description = "A folder with .mid, .musicxml, .mxl and .abc files, or an archive of them; may be repeated.")
    private List<Path> folders;

    @Option(
            names = "--parts",
            paramLabel = "CHOICE",
            defaultValue = "all",
            description = "Which parts melodies are taken from: all, highest, vocal or name:NAME "
                    + "(default: ${DEFAULT-VALUE}).")
    private String parts;

    @Option(names = "--split-long", description = "Split melodies that are too long, where they would be cut off.")
    private boolean splitLong;

    @Option(names = "--drop-duplicates", description = "Leave out melodies that were there before, in whatever key.")
    private boolean dropDuplicates;

    @Option(
            names = "--cache",
            paramLabel = "FILE",
            description = "Keep what was read in a file, which is made anew when the music changes.")
    private Path cache;

    CorpusOptions options(CommandSpec spec) {
        return Usage.checked(
                spec,
                () -> CorpusOptions.training().toBuilder()
                        .parts(PartChoice.parse(parts))
                        .splitLongMelodies(splitLong)
                        .dropDuplicates(dropDuplicates)
                        .build());
    }

    /** Reads it, with a line of progress on a terminal, and tells on standard error what became of the files. */
    Corpus read(CommandSpec spec) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        CorpusReader reader = new CorpusReader(options(spec));
        if (cache != null) {
            reader.cache(cache);
        }
        boolean terminal = CommandLine.Help.Ansi.AUTO.enabled();
        if (terminal) {
            reader.progress((done, total, name) -> {
                err.print("\rreading " + done + " of " + total + " files");
                err.flush();
            });
        }
        try {
            Corpus corpus = reader.read(folders);
            endLine(terminal, err);
            err.println(corpus.report().summary().strip());
            corpus.notices().forEach(notice -> err.println(Failures.oneLine(notice)));
            return corpus;
        } catch (IOException failed) {
            endLine(terminal, err);
            throw failed;
        }
    }

    private static void endLine(boolean terminal, PrintWriter err) {
        if (terminal) {
            err.println();
        }
    }
}
