package io.github.musicgen.examples.cli.music;

import io.github.musicgen.midi.playback.Player;
import io.github.musicgen.midi.playback.PlayerListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Shows on a terminal where the music is, and knows when it has ended. */
final class Progress implements PlayerListener {
    private final Player player;
    private final @Nullable PrintWriter terminal;
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    /** Shows nothing if there is no terminal. */
    Progress(Player player, @Nullable PrintWriter terminal) {
        this.player = player;
        this.terminal = terminal;
    }

    @Override
    public void position(long tick, double seconds) {
        if (terminal != null) {
            terminal.print("\r" + clock(seconds) + " / " + clock(player.endSeconds()) + " ");
            terminal.flush();
        }
    }

    @Override
    public void finished() {
        endLine();
        ended.complete(true);
    }

    @Override
    public void failed(RuntimeException failure) {
        endLine();
        ended.completeExceptionally(failure);
    }

    void awaitEnd(String device) throws IOException, InterruptedException {
        try {
            ended.get();
        } catch (ExecutionException failed) {
            throw new IOException("\"" + device + "\" plays no longer: " + failed.getCause(), failed);
        }
    }

    private void endLine() {
        if (terminal != null) {
            terminal.println();
        }
    }

    static String clock(double seconds) {
        long whole = (long) seconds;
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
