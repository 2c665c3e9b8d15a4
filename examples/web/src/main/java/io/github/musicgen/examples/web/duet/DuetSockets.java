package io.github.musicgen.examples.web.duet;

import io.github.musicgen.examples.web.http.Limits;
import io.github.musicgen.examples.web.http.Requests;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.model.Models;
import io.github.musicgen.examples.web.work.Workshop;
import io.github.musicgen.midi.MidiWriter;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.websocket.api.Session;

/** Where duets are played: listens to all clients, and closes what is idle or stuck. */
public final class DuetSockets implements AutoCloseable {
    /** Where a duet is opened. */
    public static final String ADDRESS = "/api/duet";

    /**
     * The slowest tempo. An answer begins on a step and at most 300 ms after the pause's end, of which the way to the server takes
     * some; slower, the next step would often be too far away.
     */
    public static final double MIN_TEMPO = 70;

    private static final Duration HELLO = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final long SWEEP_MILLISECONDS = 500;
    private static final int SPARE = 100;
    private static final String FILE = ".mid";

    private final Limits limits;
    private final Workshop workshop;
    private final OpenDuets duets;
    private final AskReader reader;
    private final Answerer answerer;
    private final Map<Session, DuetConnection> connections = new ConcurrentHashMap<>();
    private final Thread sweeper = new Thread(this::sweepUntilClosed, "sweeper");

    /**
     * Opens the store.
     *
     * @param models who answer
     * @param limits how much is taken
     * @param folder where duets are kept
     * @throws IOException if it cannot be made
     */
    public DuetSockets(Models models, Limits limits, Path folder) throws IOException {
        this.limits = limits;
        // Each client has at most one thing waiting there.
        this.workshop =
                new Workshop("duet", Runtime.getRuntime().availableProcessors(), 2 * limits.connections() + SPARE);
        this.duets = new OpenDuets(new DuetStore(folder, limits.duets()));
        this.reader = new AskReader(models, limits);
        this.answerer = new Answerer(models);
        answerer.rehearse();
        sweeper.setDaemon(true);
        sweeper.start();
    }

    /**
     * Says which address leads where.
     *
     * @param javalin of what server
     */
    public void addTo(Javalin javalin) {
        javalin.ws(ADDRESS, this::configure);
        javalin.get("/api/duets/{name}", this::fetch);
    }

    private void configure(WsConfig socket) {
        socket.onConnect(context -> open(context.session));
        socket.onMessage(context -> connection(context.session).receive(context.message()));
        socket.onBinaryMessage(
                context -> connection(context.session).close(DuetConnection.WRONG_KIND, "messages must be text"));
        socket.onClose(context -> forget(context.session));
        socket.onError(context -> forget(context.session));
    }

    private void open(Session session) {
        session.setIdleTimeout(limits.idle().plus(GRACE).plus(GRACE));
        DuetConnection connection = new DuetConnection(session, limits, workshop.executor(), duets, reader, answerer);
        connections.put(session, connection);
        if (connections.size() > limits.connections()) {
            connection.refuse(
                    Refusal.field(
                            Refusal.FULL, "open duets", limits.connections() + 1, "at most " + limits.connections()),
                    null,
                    null);
            connection.close(DuetConnection.FULL, "the server is full");
        }
    }

    private DuetConnection connection(Session session) {
        DuetConnection connection = connections.get(session);
        if (connection == null) {
            throw new IllegalStateException("a message came after its connection was closed");
        }
        return connection;
    }

    private void forget(Session session) {
        DuetConnection connection = connections.remove(session);
        if (connection != null) {
            connection.closed();
        }
    }

    private void sweepUntilClosed() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(SWEEP_MILLISECONDS);
                sweep();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep() {
        long nanos = System.nanoTime();
        for (DuetConnection connection : connections.values()) {
            connection.closeIfIdle(nanos, limits.idle().toNanos(), HELLO.toNanos());
            connection.dropIfStuck(nanos, GRACE.toNanos());
        }
    }

    private void fetch(Context context) {
        String name = context.pathParam("name");
        if (!name.endsWith(FILE)) {
            throw Refusal.field(Refusal.NOT_FOUND, "extension", name, "mid");
        }
        Duet duet = duets.find(name.substring(0, name.length() - FILE.length()));
        context.header("Cache-Control", "no-store")
                .header("Content-Disposition", Requests.disposition(false, "duet.mid"))
                .contentType("audio/midi")
                .result(MidiWriter.toMidiFile(DuetMusic.of(duet)).toBytes());
    }

    /**
     * How many clients there are.
     *
     * @return open connections
     */
    public int connections() {
        return connections.size();
    }

    /**
     * How many duets take memory.
     *
     * @return those that are open
     */
    public int openDuets() {
        return duets.size();
    }

    /** Takes nothing more, and finishes what was asked for until now: nothing of it is lost, unless it takes very long. */
    @Override
    public void close() {
        sweeper.interrupt();
        connections.values().forEach(connection -> connection.close(DuetConnection.GOING_AWAY, "the server stops"));
        workshop.close();
    }
}
