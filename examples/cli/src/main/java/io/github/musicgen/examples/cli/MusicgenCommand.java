package io.github.musicgen.examples.cli;

import io.github.musicgen.examples.cli.band.BandCommand;
import io.github.musicgen.examples.cli.generate.ContinueCommand;
import io.github.musicgen.examples.cli.generate.GenerateCommand;
import io.github.musicgen.examples.cli.generate.ReplayCommand;
import io.github.musicgen.examples.cli.generate.ScoreCommand;
import io.github.musicgen.examples.cli.jam.JamCommand;
import io.github.musicgen.examples.cli.model.ExportCommand;
import io.github.musicgen.examples.cli.model.ImportCommand;
import io.github.musicgen.examples.cli.model.InfoCommand;
import io.github.musicgen.examples.cli.model.ModelChoice;
import io.github.musicgen.examples.cli.model.ModelsCommand;
import io.github.musicgen.examples.cli.model.ProbeCommand;
import io.github.musicgen.examples.cli.music.ConvertCommand;
import io.github.musicgen.examples.cli.music.InspectCommand;
import io.github.musicgen.examples.cli.music.MelodyCommand;
import io.github.musicgen.examples.cli.music.PlayCommand;
import io.github.musicgen.examples.cli.output.CheckedOutput;
import io.github.musicgen.examples.cli.output.Failures;
import io.github.musicgen.examples.cli.output.WrongUsage;
import io.github.musicgen.examples.cli.space.SpaceCommand;
import io.github.musicgen.examples.cli.train.EvaluateCommand;
import io.github.musicgen.examples.cli.train.TrainCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        description = {
            "Makes melodies with trained neural networks; reads, shows, converts and plays music; and trains networks of "
                    + "your own.",
            "",
            "Trained models come along, so that nothing has to be trained or downloaded first. Results go to "
                    + "standard output, as JSON where scripts read them, and everything else to standard error.",
            ""
        },
        footer = {
            "",
            "New here? Make a tune, listen to it, look at it:",
            "  musicgen generate -o tune.mid -o tune.wav -o tune.svg",
            "and let a model go on with a tune of yours (.mid, .musicxml, .mxl or .abc):",
            "  musicgen continue --primer yours.mid -o more.mid",
            "Every command explains itself: musicgen generate --help"
        },
        mixinStandardHelpOptions = true,
        versionProvider = MusicgenCommand.Version.class)
public final class MusicgenCommand implements Runnable {
    private static final List<Class<?>> COMMANDS = List.of(
            GenerateCommand.class,
            ContinueCommand.class,
            JamCommand.class,
            SpaceCommand.class,
            BandCommand.class,
            ReplayCommand.class,
            InspectCommand.class,
            ConvertCommand.class,
            MelodyCommand.class,
            PlayCommand.class,
            ModelsCommand.class,
            InfoCommand.class,
            ScoreCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            ProbeCommand.class,
            HelpCommand.class,
            CompletionCommand.class);

    /** Those that have to know all the others. */
    private static final List<Class<?>> ABOUT_OTHERS = List.of(HelpCommand.class, CompletionCommand.class);

    @Spec
    private CommandSpec spec;

    private MusicgenCommand() {}

    /** Runs the command line and exits with 0 when done, 1 when the input is bad, 2 on wrong usage. */
    public static void main(String[] arguments) {
        // What scripts read is UTF-8 wherever it runs.
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(commandLineFor(arguments).setOut(out).execute(arguments));
    }

    /** The whole command line, ready to run. */
    public static CommandLine commandLine() {
        return commandLine(COMMANDS);
    }

    /** What these arguments need of it, which is the command that they begin with: to read the options of all takes a third of a second. */
    static CommandLine commandLineFor(String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        List<Class<?>> called = COMMANDS.stream()
                .filter(command -> command.getAnnotation(Command.class).name().equals(first))
                .filter(command -> !ABOUT_OTHERS.contains(command))
                .toList();
        return commandLine(called.isEmpty() ? COMMANDS : called);
    }

    private static CommandLine commandLine(List<Class<?>> commands) {
        CommandLine root = new CommandLine(new MusicgenCommand());
        commands.forEach(root::addSubcommand);
        root.registerConverter(ModelChoice.class, ModelChoice::of)
                .setExecutionStrategy(new CheckedOutput())
                .setParameterExceptionHandler(new WrongUsage())
                .setExecutionExceptionHandler(new Failures())
                .setCaseInsensitiveEnumValuesAllowed(true);
        HelpStyle.apply(root);
        return root;
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
