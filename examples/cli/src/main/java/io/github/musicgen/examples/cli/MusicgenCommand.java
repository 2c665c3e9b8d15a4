package io.github.musicgen.examples.cli;

import io.github.musicgen.examples.cli.generate.ContinueCommand;
import io.github.musicgen.examples.cli.generate.ReplayCommand;
import io.github.musicgen.examples.cli.generate.ScoreCommand;
import io.github.musicgen.examples.cli.model.ExportCommand;
import io.github.musicgen.examples.cli.model.ImportCommand;
import io.github.musicgen.examples.cli.model.InfoCommand;
import io.github.musicgen.examples.cli.model.ProbeCommand;
import io.github.musicgen.examples.cli.music.ConvertCommand;
import io.github.musicgen.examples.cli.music.InspectCommand;
import io.github.musicgen.examples.cli.music.MelodyCommand;
import io.github.musicgen.examples.cli.music.PlayCommand;
import io.github.musicgen.examples.cli.output.CheckedOutput;
import io.github.musicgen.examples.cli.output.Failures;
import io.github.musicgen.examples.cli.output.WrongUsage;
import io.github.musicgen.examples.cli.train.EvaluateCommand;
import io.github.musicgen.examples.cli.train.TrainCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command: it has no work of its own, so that calling it without a command is wrong usage. */
@Command(
        name = "musicgen",
        description = "Reads, shows, converts and plays music, and makes it with trained neural networks.",
        mixinStandardHelpOptions = true,
        subcommands = {
            InspectCommand.class,
            ConvertCommand.class,
            MelodyCommand.class,
            PlayCommand.class,
            ContinueCommand.class,
            ReplayCommand.class,
            ScoreCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            InfoCommand.class,
            ProbeCommand.class
        },
        versionProvider = MusicgenCommand.Version.class)
public final class MusicgenCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private MusicgenCommand() {}

    /** Runs the command line and exits with 0 when done, 1 when the input is bad, 2 on wrong usage. */
    public static void main(String[] arguments) {
        // What scripts read is UTF-8 wherever it runs.
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(commandLine().setOut(out).execute(arguments));
    }

    public static CommandLine commandLine() {
        return new CommandLine(new MusicgenCommand())
                .setExecutionStrategy(new CheckedOutput())
                .setParameterExceptionHandler(new WrongUsage())
                .setExecutionExceptionHandler(new Failures())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** Says the version that stands in the jar's manifest; classes that were not packaged have none. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = MusicgenCommand.class.getPackage().getImplementationVersion();
            return new String[] {"musicgen " + Objects.requireNonNullElse(version, "(not packaged)")};
        }
    }
}
