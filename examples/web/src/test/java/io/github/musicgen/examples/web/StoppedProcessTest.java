package io.github.musicgen.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

    @Test
    void processThatIsAskedToStopWhileAnswersAreMade_losesNoneOfThem() throws IOException {
        List<DuetClient> players = new ArrayList<>();
        try (BareServer first = BareServer.start(data)) {
            for (int i = 0; i < PLAYERS; i++) {
                players.add(DuetClient.begin(address(first)));
            }
            players.forEach(player -> player.send(ASK));
            players.get(0).next("answering");
        }
        List<DuetClient> told = players.stream().filter(DuetClient::wasTold).toList();
        try (BareServer second = BareServer.start(data)) {
            String address = address(second);
            assertThat(wholeAnswer(address, players.get(0))).isTrue();
            assertThat(told).allMatch(player -> wholeAnswer(address, player));
        }
    }

    private static String address(BareServer server) {
        return server.address().substring(0, server.address().length() - 1);
    }

    private static boolean wholeAnswer(String address, DuetClient player) {
        try (DuetClient back = DuetClient.resume(address, player.id())) {
            return back.turns().size() == 1
                    && Boolean.TRUE.equals(back.turns().get(0).get("complete"));
        }
    }
}
