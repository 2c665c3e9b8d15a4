package io.github.musicgen.examples.web;

import io.github.musicgen.examples.web.duet.DuetSockets;
import io.github.musicgen.examples.web.http.Methods;
import io.github.musicgen.examples.web.http.Misunderstandings;
import io.github.musicgen.examples.web.http.Page;
import io.github.musicgen.examples.web.http.Pages;
import io.github.musicgen.examples.web.http.Requests;
import io.github.musicgen.examples.web.http.SafetyHeaders;
import io.github.musicgen.examples.web.http.Visitors;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.model.Models;
import io.github.musicgen.examples.web.model.MoreModels;
import io.github.musicgen.examples.web.song.SongAddresses;
import io.github.musicgen.examples.web.study.StudyAddresses;
import io.github.musicgen.examples.web.work.Workshop;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.InternalRouter;
import io.javalin.router.ParsedEndpoint;
import io.javalin.util.JavalinException;
import io.javalin.util.JavalinLogger;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.JettyWebSocketServletFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server: which address leads to what. */
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int SLOWEST_BYTES_PER_SECOND = 1000;
    private static final int WAITING = 64;
    private static final int MAX_HTTP_THREADS = 64;

    private final ServerOptions options;
    private final Visitors visitors;
    private final Pages pages = new Pages();
    private final Models models;
    private final MoreModels more = new MoreModels();
    private final Workshop workshop =
            new Workshop("composer", Runtime.getRuntime().availableProcessors(), WAITING);
    private final QueuedThreadPool threads = new QueuedThreadPool(MAX_HTTP_THREADS, 2);
    private final Semaphore uploads = new Semaphore(MAX_HTTP_THREADS / 2); // the others listen
    private final SongAddresses songs;
    private final DuetSockets duets;
    private final Javalin javalin;

    private Server(ServerOptions options) throws IOException {
        this.options = options;
        this.visitors = Visitors.of(addressOf(options));
        Path data = folder(options.data());
        this.models = Models.load(options.models());
        this.songs = new SongAddresses(models, more, workshop, threads, options.limits());
        this.duets = new DuetSockets(models, options.limits(), data.resolve("duets"));
        this.javalin = Javalin.create(this::configure);
        javalin.before(this::admit);
        javalin.get("/api/models", this::catalogue);
        javalin.get("/api/openapi.json", Server::openApi);
        songs.addTo(javalin);
        duets.addTo(javalin);
        new StudyAddresses(models, workshop, threads, data.resolve("study")).addTo(javalin);
        javalin.wsBeforeUpgrade(this::admit);
        javalin.get("/*", this::page);
        javalin.exception(Refusal.class, Server::refuse);
        javalin.exception(Exception.class, Server::fail);
        javalin.exception(IllegalArgumentException.class, (e, context) -> refuse(ofLibrary(e), context));
        javalin.exception(HttpResponseException.class, (e, context) -> refuse(ofJavalin(e, context), context));
    }

    /**
     * Starts a server.
     *
     * @param options where, with what and how much of it
     * @return the server, which answers
     * @throws IOException if it cannot listen there, or a model or the data folder cannot be read; the message names the option
     */
    public static Server start(ServerOptions options) throws IOException {
        Server server = new Server(options);
        JavalinLogger.enabled = false; // what is wrong is told once, by the exception
        try {
            server.javalin.start(options.address(), options.port());
            return server;
        } catch (JavalinException e) {
            server.close();
            throw cannotListen(options, e);
        } finally {
            JavalinLogger.enabled = true;
        }
    }

    private static InetAddress addressOf(ServerOptions options) throws IOException {
        try {
            return InetAddress.getByName(options.address());
        } catch (UnknownHostException e) {
            throw new IOException(noAddress(options), e);
        }
    }

    private static String noAddress(ServerOptions options) {
        return "--address must be one of this machine, but was " + options.address();
    }

    private static Path folder(Path data) throws IOException {
        try {
            return Files.createDirectories(data);
        } catch (FileSystemException e) {
            throw new IOException("--data must be a folder, or nothing yet where one can be made, but was " + data, e);
        }
    }

    /** What is behind it tells an address that is not ours from a port that somebody else has. */
    private static IOException cannotListen(ServerOptions options, JavalinException failure) throws IOException {
        InetAddress address = addressOf(options);
        boolean ours = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || NetworkInterface.getByInetAddress(address) != null;
        String message = ours
                ? "--port must be one that is free at " + options.address() + ", but was " + options.port()
                : noAddress(options);
        return new IOException(message, failure);
    }

    private void configure(JavalinConfig config) {
        config.showJavalinBanner = false;
        config.startupWatcherEnabled = false;
        config.jetty.modifyHttpConfiguration(http -> http.setMinResponseDataRate(SLOWEST_BYTES_PER_SECOND));
        config.jetty.modifyServer(server -> server.setErrorHandler(new Misunderstandings()));
        config.jetty.modifyWebSocketServletFactory(this::limitMessages);
        config.jetty.threadPool = threads;
    }

    private void limitMessages(JettyWebSocketServletFactory sockets) {
        int most = options.limits().frameBytes();
        sockets.setMaxTextMessageSize(most);
        sockets.setMaxBinaryMessageSize(most);
        sockets.setMaxFrameSize(most);
        sockets.setAutoFragment(true); // what we send may be longer than what we take: explanations are
    }

    private void admit(Context context) {
        String host = visitors.requireHost(context.header("Host"));
        Requests.limit(context, options.limits().uploadBytes(), uploads);
        SafetyHeaders.of(host).forEach(context::header);
        visitors.requireOwnPage(context.header("Origin"), host);
    }

    private void catalogue(Context context) {
        context.contentType(Requests.JSON).result(Json.write(Catalogue.of(models, options.limits())));
    }

    private static void openApi(Context context) {
        context.contentType(Requests.JSON)
                .result(Objects.requireNonNull(Server.class.getResourceAsStream("openapi.json"), "openapi.json"));
    }

    private void page(Context context) {
        Optional<Page> page = pages.find(context.path());
        if (page.isEmpty()) {
            throw Methods.nothing(context, router());
        }
        context.header("Cache-Control", "no-cache").header("ETag", page.get().tag());
        if (page.get().tag().equals(context.header("If-None-Match"))) {
            context.status(304);
        } else {
            context.contentType(page.get().type()).result(page.get().stream());
        }
    }

    /** The library names value and bound in its messages. */
    private static Refusal ofLibrary(IllegalArgumentException e) {
        return Refusal.of(Refusal.BAD, String.valueOf(e.getMessage()));
    }

    private Refusal ofJavalin(HttpResponseException e, Context context) {
        return e.getStatus() == Refusal.NOT_FOUND
                ? Methods.nothing(context, router())
                : Refusal.of(e.getStatus(), String.valueOf(e.getMessage()));
    }

    private static void fail(Exception failure, Context context) {
        LOG.error("{} {} failed", context.method(), context.path(), failure);
        refuse(Refusal.failed(), context);
    }

    private static void refuse(Refusal refusal, Context context) {
        context.status(refusal.status()).contentType(Requests.JSON).result(Json.write(refusal.toJson()));
    }

    /**
     * Where it is.
     *
     * @return the address of its first page
     */
    public String address() {
        String host = options.address().contains(":") ? "[" + options.address() + "]" : options.address();
        return "http://" + host + ":" + javalin.port() + "/";
    }

    private InternalRouter router() {
        return javalin.unsafeConfig().pvt.internalRouter;
    }

    /** All that can be asked for but pages: methods and paths. */
    List<String> addresses() {
        List<String> addresses = new ArrayList<>();
        for (ParsedEndpoint endpoint : router().allHttpHandlers()) {
            String path = endpoint.getEndpoint().getPath();
            if (path.startsWith("/api/")) {
                addresses.add(endpoint.getEndpoint().getMethod() + " " + path);
            }
        }
        addresses.add("GET " + DuetSockets.ADDRESS);
        return addresses;
    }

    /**
     * How many clients play at the moment.
     *
     * @return open connections
     */
    public int connections() {
        return duets.connections();
    }

    /**
     * How many duets take memory at the moment.
     *
     * @return those that somebody plays
     */
    public int openDuets() {
        return duets.openDuets();
    }

    @Override
    public void close() {
        duets.close();
        javalin.stop();
        songs.close();
        workshop.close();
    }
}
