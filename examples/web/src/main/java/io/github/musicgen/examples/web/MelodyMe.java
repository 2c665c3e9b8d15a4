package io.github.musicgen.examples.web;

import io.github.musicgen.examples.web.http.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Starts the server.
 *
 * <pre>
 * mvn -q -B -P run -pl examples/web -am compile
 * mvn -q -B -P run -pl examples/web -am compile -Dexec.args="--port 9000 --data /var/lib/melodyme"
 * </pre>
 */
@Command(
        name = "melodyme",
        description = "Serves pages on which one plays and is answered by a network.",
        sortOptions = false,
        showDefaultValues = true,
        mixinStandardHelpOptions = true)
public final class MelodyMe implements Callable<Integer> {
    private static final int FAILURE = 1;
    private static final int USAGE = 2;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "Where to listen; another than 127.0.0.1 or ::1 lets other machines in.")
    private String address = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", description = "Where to listen.")
    private int port = 8080;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "A folder of more models: .safetensors bundles and .mag files (default: none).")
    private @Nullable Path models;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder where duets and answers are kept; it is made if there is none.")
    private Path data = Path.of("melodyme-data");

    @Option(names = "--max-connections", paramLabel = "N", description = "Duets that are open at once.")
    private int connections = Limits.STANDARD.connections();

    @Option(names = "--max-duets", paramLabel = "N", description = "Duets that are kept in the data folder.")
    private int duets = Limits.STANDARD.duets();

    @Option(names = "--max-upload", paramLabel = "BYTES", description = "Bytes of an upload.")
    private int uploadBytes = Limits.STANDARD.uploadBytes();

    @Option(names = "--max-frame", paramLabel = "BYTES", description = "Bytes of a message of a duet.")
    private int frameBytes = Limits.STANDARD.frameBytes();

    @Option(names = "--max-messages", paramLabel = "N", description = "Messages of a duet in a second.")
    private int messages = Limits.STANDARD.messagesPerSecond();

    @Option(
            names = "--max-unread",
            paramLabel = "BYTES",
            description = "Bytes that wait for a client that does not read.")
    private int unreadBytes = Limits.STANDARD.unreadBytes();

    @Option(names = "--max-song-steps", paramLabel = "N", description = "Sixteenths of a song.")
    private int songSteps = Limits.STANDARD.songSteps();

    @Option(names = "--max-answer-steps", paramLabel = "N", description = "Sixteenths of an answer in a duet.")
    private int answerSteps = Limits.STANDARD.answerSteps();

    @Option(names = "--max-sounds", paramLabel = "N", description = "Songs that are fetched as sound at once.")
    private int sounds = Limits.STANDARD.sounds();

    @Option(names = "--idle-seconds", paramLabel = "N", description = "How long the page of a duet may say nothing.")
    private int idleSeconds = (int) Limits.STANDARD.idle().toSeconds();

    @Spec
    private CommandSpec spec;

    private MelodyMe() {
        this.spec = CommandSpec.create(); // until the command line puts its own here
    }

    /**
     * Starts the server, and returns while it runs.
     *
     * @param arguments as {@code --help} says
     */
    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new MelodyMe())
                .setParameterExceptionHandler((mistake, arguments) -> tell(mistake.getCommandLine(), mistake, USAGE))
                .setExecutionExceptionHandler((failure, command, result) -> tell(command, failure, FAILURE));
    }

    /** One line says what is wrong; whoever wants more asks for help. */
    private static int tell(CommandLine command, Exception problem, int code) {
        String words = problem.getMessage() == null ? problem.toString() : problem.getMessage();
        command.getErr()
                .println(command.getCommandName() + ": "
                        + words.lines().findFirst().orElse(""));
        return code;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Server server = Server.start(options());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close"));
        System.out.println("MelodyMe is at " + server.address());
        Thread.currentThread().join(); // whoever started it ends with this thread
        return 0;
    }

    private ServerOptions options() {
        try {
            Limits limits = new Limits(
                    connections,
                    duets,
                    uploadBytes,
                    frameBytes,
                    messages,
                    unreadBytes,
                    songSteps,
                    answerSteps,
                    sounds,
                    Duration.ofSeconds(idleSeconds));
            return new ServerOptions(address, port, Optional.ofNullable(models), data, limits);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
