package io.github.musicgen.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started and stopped by an operating system: what somebody was told of before it stopped is there after. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be asked to stop there, only made to")
class StoppedProcessTest {
    private static final int PLAYERS = 20;
    private static final String ASK =
            "{\"type\":\"ask\",\"notes\":[{\"pitch\":60,\"start\":0,\"end\":8}],\"steps\":128,\"seed\":5}";

    @TempDir
    Path data;

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        MelodyMe.class.getName(),
                        "--port",
                        "0",
                        "--data",
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String address(Process process) throws IOException {
        BufferedReader told = process.inputReader(StandardCharsets.UTF_8);
        String line = String.valueOf(told.readLine());
        assertThat(line).startsWith("MelodyMe is at http://").endsWith("/");
        return line.substring("MelodyMe is at ".length(), line.length() - 1);
    }

    private static void askToStop(Process process) throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Test
    void processThatIsAskedToStopWhileAnswersAreMade_losesNoneOfThem() throws IOException, InterruptedException {
        List<DuetClient> players = new ArrayList<>();
        Process first = start();
        try {
            String address = address(first);
            for (int i = 0; i < PLAYERS; i++) {
                players.add(DuetClient.begin(address));
            }
            players.forEach(player -> player.send(ASK));
            players.get(0).next("answering");
        } finally {
            askToStop(first);
        }
        List<DuetClient> told = players.stream().filter(DuetClient::wasTold).toList();
        Process second = start();
        try {
            String address = address(second);
            assertThat(wholeAnswer(address, players.get(0))).isTrue();
            assertThat(told).allMatch(player -> wholeAnswer(address, player));
        } finally {
            askToStop(second);
        }
    }

    private static boolean wholeAnswer(String address, DuetClient player) {
        try (DuetClient back = DuetClient.resume(address, player.id())) {
            return back.turns().size() == 1
                    && Boolean.TRUE.equals(back.turns().get(0).get("complete"));
        }
    }
}
