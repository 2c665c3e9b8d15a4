package io.github.musicgen.examples.cli.band;

import io.github.musicgen.api.BandRequest;
import io.github.musicgen.examples.cli.music.MusicInput;
import io.github.musicgen.examples.cli.output.WrongUsage;
import io.github.musicgen.examples.cli.train.BandEvaluateCommand;
import io.github.musicgen.examples.cli.train.BandTrainCommand;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a band of several instruments can do. It has no work of its own. */
@Command(
        name = "band",
        description = {
            "Composes for a band: piano, guitar, bass, strings and drums.",
            "",
            "The band plays segment by segment, each of two bars, in 4/4. Its music has a part for each instrument.",
            "",
            "What it plays is drawn by lot. The seed, which is printed, is the number that the lot starts from: the same band, "
                    + "music, options and seed give the same file.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  musicgen band compose --seconds 60 --seed 7 -o song.mid",
            "  musicgen band continue song.mid --segments 8 -o longer.mid",
            "  musicgen band accompany tune.abc -o played.mid -o played.wav",
            "  musicgen band train --corpus songs -o band.safetensors"
        },
        subcommands = {
            BandCommand.Compose.class,
            BandCommand.Continue.class,
            BandCommand.Accompany.class,
            BandTrainCommand.class,
            BandEvaluateCommand.class
        },
        mixinStandardHelpOptions = true)
public final class BandCommand implements Runnable {
    /** What those say who count them. */
    private static final String A_SEGMENT = "one is two bars (four in a band of the configuration thesis).";

    /** What those say who take music. */
    private static final String GIVEN_KEY =
            "The key is that of the key signature, or else the one that the notes fit best, unless one is wished; it is printed, "
                    + "and what tells it. What is given stays as it is.";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw WrongUsage.commandMissing(spec);
    }

    /** Music that is given. */
    static final class GivenMusic {
        @Spec(Spec.Target.MIXEE)
        private CommandSpec spec;

        @Parameters(paramLabel = "IN", description = "A .mid, .musicxml, .mxl or .abc file, in 4/4.")
        private Path path;

        @Option(
                names = "--tune",
                paramLabel = "N",
                defaultValue = "1",
                description = "Which tune of a book of several, from 1 on (default: ${DEFAULT-VALUE}).")
        private int tune;

        NoteSequence read() throws IOException {
            return MusicInput.read(spec, path, tune, false).sequence();
        }
    }

    /** Composes from nothing. */
    @Command(
            name = "compose",
            description = {
                "Composes a song from nothing, and prints what is in it, as JSON.",
                "",
                "The key is drawn, unless one is wished, and written as a key signature, which \"continue\" reads.",
                ""
            },
            footer = {"", "Example:", "  musicgen band compose --seconds 60 --seed 7 -o song.mid -o song.wav"},
            mixinStandardHelpOptions = true,
            sortOptions = false)
    static final class Compose implements Callable<Integer> {
        @Mixin
        private BandChoice choice;

        @Option(
                names = "--seconds",
                paramLabel = "S",
                defaultValue = "60",
                description = "How long it is, more than 0, unless --segments says so (default: ${DEFAULT-VALUE}).")
        private double seconds;

        @Option(
                names = "--segments",
                paramLabel = "N",
                description = "How many segments it has, 1 to 10000, whatever --seconds says; " + A_SEGMENT)
        private @Nullable Integer segments;

        @Override
        public Integer call() throws IOException {
            choice.run(Optional.empty(), segments, new BandChoice.Making(this::song, BandRequest::keyToCompose));
            return 0;
        }

        private NoteSequence song(BandRequest request) {
            return segments == null ? request.compose(seconds) : request.compose();
        }
    }

    /** Continues a song. */
    @Command(
            name = "continue",
            description = {
                "Continues a song from its next bar line on, and prints what is in it, as JSON.",
                "",
                GIVEN_KEY,
                ""
            },
            footer = {"", "Example:", "  musicgen band continue song.mid --segments 8 -o longer.mid"},
            mixinStandardHelpOptions = true,
            sortOptions = false)
    static final class Continue implements Callable<Integer> {
        @Mixin
        private GivenMusic music;

        @Mixin
        private BandChoice choice;

        @Option(
                names = "--segments",
                paramLabel = "N",
                defaultValue = "" + BandRequest.USUAL_SEGMENTS,
                description = "How many segments follow the song, 1 to 10000 (default: ${DEFAULT-VALUE}); " + A_SEGMENT)
        private int segments;

        @Override
        public Integer call() throws IOException {
            NoteSequence song = music.read();
            choice.run(
                    Optional.of(music.path),
                    segments,
                    new BandChoice.Making(
                            request -> request.continueSong(song), request -> request.keyToContinue(song)));
            return 0;
        }
    }

    /** Accompanies a melody. */
    @Command(
            name = "accompany",
            description = {
                "Accompanies a melody, which the first instrument plays, and prints what is in it, as JSON.",
                "",
                GIVEN_KEY,
                ""
            },
            footer = {"", "Example:", "  musicgen band accompany tune.mid -o band.mid"},
            mixinStandardHelpOptions = true,
            sortOptions = false)
    static final class Accompany implements Callable<Integer> {
        @Mixin
        private GivenMusic music;

        @Mixin
        private BandChoice choice;

        @Option(
                names = "--segments",
                paramLabel = "N",
                description =
                        "How many segments the others play from its beginning on, 1 to 10000 (default: to its end); "
                                + A_SEGMENT)
        private @Nullable Integer segments;

        @Override
        public Integer call() throws IOException {
            NoteSequence melody = music.read();
            choice.run(
                    Optional.of(music.path),
                    segments,
                    new BandChoice.Making(
                            request -> request.accompany(melody), request -> request.keyToAccompany(melody)));
            return 0;
        }
    }
}
