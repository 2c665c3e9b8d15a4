package io.github.musicgen.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Plays a duet as a page does. */
final class DuetClient implements WebSocket.Listener, AutoCloseable {
    /** So long is waited for what must come; nothing is measured by it. */
    static final int PATIENCE_SECONDS = 120;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final BlockingQueue<Map<String, Object>> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;
    private Map<String, Object> session = Map.of(); // what the server said to hello

    private DuetClient(String address) {
        URI uri = URI.create(address.replaceFirst("^http", "ws") + "/api/duet");
        this.socket = CLIENT.newWebSocketBuilder().buildAsync(uri, this).join();
    }

    static DuetClient connect(Server server) {
        return new DuetClient(new Visitor(server).address());
    }

    /** Connects and says hello. */
    static DuetClient begin(Server server) {
        return begin(new Visitor(server).address());
    }

    static DuetClient begin(String address) {
        DuetClient client = new DuetClient(address);
        client.send("{\"type\":\"hello\"}");
        client.session = client.await("session");
        return client;
    }

    /** Connects and goes on with a duet, which must be there. */
    static DuetClient resume(Server server, String id) {
        return resume(new Visitor(server).address(), id);
    }

    static DuetClient resume(String address, String id) {
        DuetClient client = new DuetClient(address);
        client.send("{\"type\":\"hello\",\"session\":\"" + id + "\"}");
        client.session = client.next("session");
        assertThat(client.session).containsEntry("session", id).containsEntry("resumed", true);
        return client;
    }

    /** What the duet is called. */
    String id() {
        return Visitor.text(session, "session");
    }

    /** The turns that there were when it connected. */
    List<Map<String, Object>> turns() {
        return Visitor.list(session, "turns");
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            messages.add(Visitor.json(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(-1);
    }

    void send(String json) {
        socket.sendText(json, true).join();
    }

    /** The next message, which must be of a type. */
    Map<String, Object> next(String type) {
        Map<String, Object> message = next();
        assertThat(message).containsEntry("type", type);
        return message;
    }

    Map<String, Object> next() {
        try {
            Map<String, Object> message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("no message came");
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The next message of a type, whatever comes before it. */
    Map<String, Object> await(String type) {
        while (true) {
            Map<String, Object> message = next();
            if (type.equals(message.get("type"))) {
                return message;
            }
        }
    }

    /** All messages up to the next of a type, itself included. */
    List<Map<String, Object>> until(String type) {
        List<Map<String, Object>> all = new ArrayList<>();
        do {
            all.add(next());
        } while (!type.equals(all.get(all.size() - 1).get("type")));
        return all;
    }

    /** Whether anything came of an answer until the line was closed; what was not begun by then is asked again by a page. */
    boolean wasTold() {
        closeCode();
        return messages.stream().anyMatch(message -> !"error".equals(message.get("type")));
    }

    int closeCode() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    void abort() {
        socket.abort();
        closed.complete(-1);
    }

    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }
        closeCode();
    }
}
