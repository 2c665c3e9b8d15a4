package io.github.musicgen.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What the command line says of mistakes: one line that names the option, what it was and what it may be. */
class MelodyMeTest {
    private static final int FAILURE = 1;
    private static final int USAGE = 2;

    @TempDir
    Path folder;

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setErr(before);
    }

    private static int run(String... arguments) {
        return MelodyMe.commandLine().execute(arguments);
    }

    private void saysInOneLine(String... words) {
        assertThat(told.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("melodyme: ")
                        .contains(words)
                        .doesNotContain("Exception"));
    }

    @Test
    void port_thatSomebodyHas_isNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(run("--port", port, "--data", folder.toString())).isEqualTo(FAILURE);
            saysInOneLine("--port must be one that is free at 127.0.0.1, but was " + port);
        }
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1", "no.such.name.invalid"})
    void address_thatIsNotOfThisMachine_isNamed(String address) {
        assertThat(run("--address", address, "--port", "0", "--data", folder.toString()))
                .isEqualTo(FAILURE);
        saysInOneLine("--address must be one of this machine, but was " + address);
    }

    @Test
    void models_thatAreNotThere_areNamed() {
        Path none = folder.resolve("none");
        assertThat(run("--models", none.toString(), "--data", folder.toString()))
                .isEqualTo(FAILURE);
        saysInOneLine("--models must be a folder that is there, but was " + none);
    }

    @Test
    void data_thatIsAFile_isNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(run("--data", file.toString())).isEqualTo(FAILURE);
        saysInOneLine("--data must be a folder", "but was " + file);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --port             | 65536       | 0..65535
            --port             | -1          | 0..65535
            --max-connections  | 0           | 1..10000
            --max-connections  | 2147483647  | 1..10000
            --max-duets        | 2147483647  | 1..10000000
            --max-upload       | 2147483647  | 1..67108864
            --max-frame        | 2147483647  | 1..67108864
            --max-messages     | 2147483647  | 1..10000
            --max-unread       | -5          | 1..67108864
            --max-song-steps   | 2147483647  | 1..16384
            --max-answer-steps | 2147483647  | 1..1024
            --max-sounds       | 33          | 1..32
            --idle-seconds     | 2147483647  | 1..86400
            """)
    void numberOutOfBounds_isNamedWithThem(String option, String value, String bound) {
        assertThat(run(option, value, "--data", folder.toString())).isEqualTo(USAGE);
        saysInOneLine(option + " must be " + bound + ", but was " + value);
    }

    @Test
    void roomForFewerDuetsThanMayBeOpen_isRefused() {
        assertThat(run("--max-connections", "50", "--max-duets", "49", "--data", folder.toString()))
                .isEqualTo(USAGE);
        saysInOneLine("--max-duets must be at least --max-connections, 50, but was 49");
    }

    @ParameterizedTest
    @CsvSource({"--max-duets,99999999999999999999", "--port,many", "--idle-seconds,1.5"})
    void whatIsNoNumber_isNamed(String option, String value) {
        assertThat(run(option, value)).isEqualTo(USAGE);
        saysInOneLine(option, value);
    }

    @Test
    void option_thatThereIsNot_isNamed() {
        assertThat(run("--prot", "9000")).isEqualTo(USAGE);
        saysInOneLine("--prot");
    }

    /** What is kept must outlive a build: the folder is the user's own, wherever the build puts what it makes. */
    @Test
    void data_isKeptWhereNoBuildCleansUp() throws IOException {
        CommandLine command = MelodyMe.commandLine();
        assertThat(command.getCommandSpec().findOption("--data").defaultValueString())
                .isEqualTo("melodyme-data");
        assertThat(Files.readString(Path.of("pom.xml"))).doesNotContain("--data");
    }
}
