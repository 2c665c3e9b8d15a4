package io.github.musicgen.examples.web.load;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Plays one duet: asks when told to, and notes when the first step of the answer came, and when all of it had. */
final class LoadPlayer implements WebSocket.Listener {
    private final LoadFigures figures;
    private final int steps;
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final CompletableFuture<Boolean> closed = new CompletableFuture<>();
    private final WebSocket socket;
    private volatile long askedNanos; // 0 if nothing is asked
    private boolean begun;
    private int told;

    private LoadPlayer(HttpClient client, URI address, LoadFigures figures, int steps) {
        this.figures = figures;
        this.steps = steps;
        this.socket = client.newWebSocketBuilder().buildAsync(address, this).join();
        socket.sendText("{\"type\":\"hello\",\"client\":\"load\"}", true).join();
        ready.join();
    }

    static LoadPlayer connect(HttpClient client, URI address, LoadFigures figures, int steps) {
        return new LoadPlayer(client, address, figures, steps);
    }

    /** Plays a bar and waits for the answer elsewhere. An answer that is still to come by then is an error. */
    void ask(long nanos) {
        if (askedNanos != 0) {
            figures.error("an answer took longer than the time between two phrases");
        }
        askedNanos = nanos;
        String ask = "{\"type\":\"ask\",\"tempo\":120,\"steps\":" + steps + ",\"notes\":["
                + "{\"pitch\":60,\"start\":0,\"end\":4},{\"pitch\":64,\"start\":4,\"end\":8},"
                + "{\"pitch\":67,\"start\":8,\"end\":12},{\"pitch\":65,\"start\":12,\"end\":16}]}";
        socket.sendText(ask, true).exceptionally(this::failed);
    }

    private @Nullable WebSocket failed(Throwable failure) {
        figures.error("a message could not be sent: " + failure);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            hear(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void hear(String json) {
        try {
            Map<String, Object> message = JSON.std.mapFrom(json);
            String type = String.valueOf(message.get("type"));
            switch (type) {
                case "session" -> ready.complete(true);
                case "answering" -> {
                    begun = false;
                    told = 0;
                }
                case "step" -> step();
                case "done" -> done(Boolean.TRUE.equals(message.get("complete")));
                default -> figures.error(json);
            }
        } catch (IOException e) {
            figures.error(String.valueOf(e.getMessage()));
        }
    }

    private void step() {
        told++;
        if (!begun) {
            begun = true;
            figures.began(System.nanoTime() - askedNanos);
        }
    }

    private void done(boolean complete) {
        if (!complete || told != steps) {
            figures.error("an answer had " + told + " steps of " + steps);
        }
        figures.ended(System.nanoTime() - askedNanos);
        askedNanos = 0;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        if (!closed.isDone()) {
            figures.error("the server closed a duet: " + code + " " + reason);
        }
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        figures.error(String.valueOf(error));
    }

    boolean isAnswered() {
        return askedNanos == 0;
    }

    void close() {
        closed.complete(true);
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
}
