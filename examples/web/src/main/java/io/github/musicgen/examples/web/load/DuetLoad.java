package io.github.musicgen.examples.web.load;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.musicgen.examples.web.Server;
import io.github.musicgen.examples.web.ServerOptions;
import io.github.musicgen.examples.web.http.Limits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Puts load on a server in this process, whose processors it shares.
 *
 * <pre>
 * mvn -q -B -P run -pl examples/web -am compile -Dexec.mainClass=io.github.musicgen.examples.web.load.DuetLoad -Dexec.args="--duets 200"
 * </pre>
 */
@Command(
        name = "duet-load",
        description = "Plays many duets at once.",
        showDefaultValues = true,
        mixinStandardHelpOptions = true)
public final class DuetLoad implements Callable<Integer> {
    private static final int BYTES_PER_MEGABYTE = 1 << 20;
    private static final int COLLECTIONS = 5;
    private static final long PATIENCE_SECONDS = 30;
    private static final int WARM_UP_SECONDS = 6;

    @Mixin
    private LoadOptions options;

    private DuetLoad() {
        this.options = new LoadOptions();
    }

    /**
     * Measures, and prints what was measured as JSON. Fails if there was an error, or if answers took too long.
     *
     * @param arguments as {@code --help} says
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DuetLoad()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("duet-load");
        Map<String, Object> json;
        boolean failed;
        try (Server server = Server.start(serverOptions(data))) {
            URI address = URI.create(server.address().replaceFirst("^http", "ws") + "api/duet");
            play(server, address, WARM_UP_SECONDS, new LoadFigures()); // so that both ends are compiled
            double before = heapMegabytes();
            double loadBefore = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
            LoadFigures figures = new LoadFigures();
            double during = play(server, address, options.seconds, figures);
            json = describe(loadBefore);
            json.putAll(figures.toJson());
            failed = figures.failed();
            json.put("heapMegabytesBefore", before);
            json.put("heapMegabytesWithAllDuetsOpen", during);
            json.put("heapMegabytesAfter", heapMegabytes());
        }
        write(JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(json), json);
        return failed ? 1 : 0;
    }

    private ServerOptions serverOptions(Path data) {
        return new ServerOptions("127.0.0.1", 0, Optional.empty(), data, Limits.STANDARD);
    }

    /** Duets ask one after the other, evenly over the time between two phrases, as people would. */
    private double play(Server server, URI address, int seconds, LoadFigures figures) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        List<LoadPlayer> players = new ArrayList<>();
        for (int i = 0; i < options.duets; i++) {
            players.add(LoadPlayer.connect(client, address, figures, options.steps));
        }
        long gap = TimeUnit.MILLISECONDS.toNanos(options.everyMilliseconds) / options.duets;
        long asks = TimeUnit.SECONDS.toNanos(seconds) / gap;
        long start = System.nanoTime();
        for (long i = 0; i < asks; i++) {
            long due = start + i * gap;
            long left = due - System.nanoTime();
            if (left > 0) {
                TimeUnit.NANOSECONDS.sleep(left);
            }
            players.get((int) (i % options.duets)).ask(due); // a phrase that is asked late was due all the same
        }
        awaitAnswers(players, figures);
        double heap = heapMegabytes();
        players.forEach(LoadPlayer::close);
        for (long i = 0; i < PATIENCE_SECONDS * 10 && server.openDuets() > 0; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        if (server.openDuets() > 0) {
            figures.error(server.openDuets() + " duets were still open after all clients had left");
        }
        return heap;
    }

    private static void awaitAnswers(List<LoadPlayer> players, LoadFigures figures) throws InterruptedException {
        for (long i = 0; i < PATIENCE_SECONDS * 10; i++) {
            if (players.stream().allMatch(LoadPlayer::isAnswered)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        figures.error("an answer never came");
    }

    private Map<String, Object> describe(double loadBefore) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        json.put("duets", options.duets);
        json.put("seconds", options.seconds);
        json.put("millisecondsBetweenPhrases", options.everyMilliseconds);
        json.put("stepsOfAnAnswer", options.steps);
        json.put("processors", Runtime.getRuntime().availableProcessors());
        json.put("jvm", System.getProperty("java.vm.name") + " " + Runtime.version());
        json.put("loadAverageBefore", Math.round(loadBefore * 100) / 100.0);
        return json;
    }

    private static double heapMegabytes() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return Math.round((double) (runtime.totalMemory() - runtime.freeMemory()) / BYTES_PER_MEGABYTE * 10) / 10.0;
    }

    private void write(String text, Map<String, Object> json) throws IOException {
        System.out.println(text);
        if (options.json != null) {
            Files.writeString(options.json, text + "\n");
        }
        if (options.page != null) {
            Files.writeString(options.page, LoadPage.of(json));
        }
    }
}
