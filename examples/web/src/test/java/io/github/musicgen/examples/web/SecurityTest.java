package io.github.musicgen.examples.web;

import static io.github.musicgen.examples.web.Visitor.json;
import static io.github.musicgen.examples.web.Visitor.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.examples.web.http.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not be possible. */
class SecurityTest extends VisitedTest {
    private static final Path PAGES = Path.of("src/main/resources/public");

    /** What a client writes that does not keep to the rules of HTTP libraries. */
    private static String raw(String request) throws IOException {
        URI address = URI.create(server.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String get(String path, String host) throws IOException {
        return raw("GET " + path + " HTTP/1.1\nHost: " + host + "\nConnection: close\n\n");
    }

    private static String host() {
        return URI.create(server.address()).getAuthority();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/style.css",
                "/nothing",
                "/api/models",
                "/api/nothing",
                "/api/songs/x",
                "/api/study/results"
            })
    void everyAnswer_bearsTheHeaders(String path) {
        HttpResponse<byte[]> response = visitor.get(path);
        assertThat(response.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "script-src 'self'", "style-src 'self'", "object-src 'none'")
                .contains("base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .contains("connect-src 'self' ws://" + host() + " wss://" + host())
                .doesNotContain("unsafe", "*", "http:", "https:", "data:", "blob:");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(response.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }

    /** What never comes to our own code, because it is no good HTTP: the server beneath says so, as we would. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /%00 HTTP/1.1          | 400
            GET /..%2f HTTP/1.1        | 400
            GET /..;/etc HTTP/1.1      | 400
            GET /%zz HTTP/1.1          | 400
            GET / HTTP/9.9             | 505
            nothing                    | 400
            """)
    void whatIsNoGoodHttp_isRefusedAsJson_withTheHeaders(String line, int status) throws IOException {
        String answer = raw(line + "\nHost: " + host() + "\nConnection: close\n\n");
        bearsSafetyHeaders(answer, status);
        assertThat(text(Visitor.json(answer.substring(answer.indexOf("\r\n\r\n") + 4)), "error"))
                .startsWith("the server cannot take this request: ");
    }

    @Test
    void headTooLong_isRefusedAsJson_withTheHeaders() throws IOException {
        bearsSafetyHeaders(get("/" + "a".repeat(9000), host()), 414);
        bearsSafetyHeaders(
                raw("GET / HTTP/1.1\nHost: " + host() + "\nConnection: close\nX: " + "a".repeat(9000) + "\n\n"), 431);
    }

    private static void bearsSafetyHeaders(String answer, int status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer.substring(0, answer.indexOf("\r\n\r\n") + 2))
                .contains("X-Content-Type-Options: nosniff\r\n", "X-Frame-Options: DENY\r\n")
                .contains("Referrer-Policy: no-referrer\r\n", "default-src 'self'; ", "object-src 'none'")
                .containsIgnoringCase("Content-Type: application/json")
                .doesNotContain("Server: ", "text/html");
        assertThat(answer).doesNotContain("<html", "Jetty", "Exception");
    }

    static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.map(file -> PAGES.relativize(file).toString())
                    .filter(name -> name.endsWith(".html"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_hasNoInlineScriptOrStyle_andNamesNoOtherServer(String page) {
        String html = new String(visitor.get("/" + page).body(), StandardCharsets.UTF_8);
        assertThat(html)
                .contains("<link rel=\"stylesheet\" href=\"/style.css\">")
                .doesNotContain("<!-- ");
        assertThat(html.split("aria-current=\"page\"", -1)).hasSize(2);
        assertThat(Pattern.compile("<script(?![^>]*\\ssrc=)", Pattern.CASE_INSENSITIVE)
                        .matcher(html)
                        .find())
                .isFalse();
        assertThat(Pattern.compile("<style|\\sstyle\\s*=|\\son[a-z]+\\s*=|javascript:", Pattern.CASE_INSENSITIVE)
                        .matcher(html)
                        .find())
                .isFalse();
        assertThat(Pattern.compile("(src|href|action)\\s*=\\s*[\"']?(https?:)?//", Pattern.CASE_INSENSITIVE)
                        .matcher(html)
                        .find())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../pom.xml",
                "/..%2f..%2fpom.xml",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/js/../../../etc/passwd",
                "/js/..;/..;/etc/passwd",
                "//etc/passwd",
                "/js//etc/passwd",
                "/..\\..\\pom.xml",
                "/simplelogger.properties",
                "/META-INF/LICENSE",
                "/io/github/musicgen/examples/web/Server.class",
                "/js/",
                "/js",
                "/index.html%00.css",
                "/api/songs/..%2f..%2fetc%2fpasswd",
                "/api/songs/../../etc/passwd.mid",
                "/api/duets/..%2f..%2fstudy%2fanswers.csv.mid",
                "/api/duets/AAAAAAAAAAAAAAAAAAAAAAAA.jsonl"
            })
    void path_thatLeadsOut_findsNothing(String path) throws IOException {
        String answer = get(path, host());
        assertThat(answer).matches(Pattern.compile("HTTP/1.1 4\\d\\d .*", Pattern.DOTALL));
        assertThat(answer).doesNotContain("<project", "root:", "simpleLogger", "Apache License");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "127.0.0.1.evil.example:80",
                "localhost.evil.example",
                "[::2]",
                "",
                "a b",
                "127.0.0.1@evil"
            })
    void strangersHost_isRefused(String host) throws IOException {
        String answer = get("/api/models", host);
        assertThat(answer).matches(Pattern.compile("HTTP/1.1 40[03] .*", Pattern.DOTALL));
        assertThat(answer).doesNotContain("\"models\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1", "[::1]:8080", "LOCALHOST"})
    void ownHost_isServed(String host) throws IOException {
        assertThat(get("/api/models", host)).startsWith("HTTP/1.1 200 ").contains("\"models\"");
    }

    @Test
    void host_cannotWriteIntoThePolicy() throws IOException {
        assertThat(get("/api/models", "localhost; script-src *"))
                .startsWith("HTTP/1.1 400 ")
                .doesNotContain("script-src *");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "https://127.0.0.1", "null", "http://localhost:1", "file://"})
    void pageOfAnotherServer_maySendNothing(String origin) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + "api/compose"))
                .header("Content-Type", "application/json")
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(json(Visitor.send(request), 403)).containsEntry("name", "Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://localhost:1"})
    void pageOfAnotherServer_mayOpenNoSocket(String origin) {
        assertThatThrownBy(() -> socket(origin)).hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThat(server.connections()).isZero();
    }

    @Test
    void ownPage_mayOpenASocket() {
        WebSocket socket = socket("http://" + host());
        assertThat(socket.isInputClosed()).isFalse();
        socket.abort();
    }

    private static WebSocket socket(String origin) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(URI.create("ws://" + host() + "/api/duet"), new WebSocket.Listener() {})
                .join();
    }

    @Test
    void form_whichAnySiteCanSend_isRefused() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
            assertThat(json(visitor.post("/api/compose", type, body), 415)).containsEntry("name", "Content-Type");
            assertThat(json(visitor.post("/api/continue", type, body), 415)).containsEntry("name", "Content-Type");
            assertThat(json(visitor.post("/api/study/answers", type, body), 415))
                    .containsEntry("name", "Content-Type");
        }
    }

    @Test
    void upload_overTheLimit_isRefused() {
        byte[] big = new byte[(1 << 20) + 1];
        for (String type : List.of("audio/midi", "application/json")) {
            assertThat(json(visitor.post("/api/continue", type, big), 413))
                    .containsEntry("bound", "at most 1048576 bytes");
        }
    }

    @Test
    void upload_overTheLimitWithoutALength_isRefused() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + "api/continue"))
                .header("Content-Type", "audio/midi")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[5 << 20])));
        assertThat(json(Visitor.send(request), 413)).containsEntry("name", "body");
    }

    @Test
    void fileName_holdsNothingThatSomebodyWrote() {
        String title = "{\"model\":\"folk\",\"seed\":1,\"bars\":1}";
        String token = text(visitor.song("/api/compose", title), "token");
        for (String path : List.of(
                "/api/songs/" + token + ".mid?name=x%0d%0aSet-Cookie:%20a=b",
                "/api/songs/" + token + ".svg?download=%0d%0aX:y")) {
            HttpResponse<byte[]> response = visitor.get(path);
            assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
                    .matches("attachment; filename=\"folk-1\\.(mid|svg)\"");
            assertThat(response.headers().map()).doesNotContainKeys("set-cookie", "x");
        }
        assertThat(visitor.get("/api/songs/" + token + "%0d%0aSet-Cookie:%20a=b.mid")
                        .headers()
                        .map())
                .doesNotContainKey("set-cookie");
    }

    /** Every address of this machine but the one that the server is bound to. */
    static List<InetAddress> otherAddresses() throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .collect(Collectors.toCollection(ArrayList::new));
        others.add(InetAddress.getByName("127.0.0.2"));
        return others;
    }

    @ParameterizedTest
    @MethodSource("otherAddresses")
    void server_isReachedAtNoOtherAddress_unlessToldOtherwise(InetAddress other, @TempDir Path folder)
            throws IOException {
        String usual =
                MelodyMe.commandLine().getCommandSpec().findOption("--address").defaultValueString();
        try (Server loopback = Servers.start(at(usual, folder))) {
            int port = URI.create(loopback.address()).getPort();
            assertThat(reaches(InetAddress.getLoopbackAddress(), port)).isTrue();
            assertThat(reaches(other, port)).isFalse();
        }
        try (Server everywhere = Servers.start(at("0.0.0.0", folder))) {
            assertThat(reaches(other, URI.create(everywhere.address()).getPort()))
                    .isTrue();
        }
    }

    private static ServerOptions at(String address, Path folder) {
        return new ServerOptions(address, 0, Optional.empty(), folder, Limits.STANDARD);
    }

    private static boolean reaches(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (ConnectException refused) {
            return false;
        }
    }

    @Test
    void server_atAnotherAddressOfThisMachine_isCalledByThat(@TempDir Path folder) {
        try (Server second = Servers.start(at("127.0.0.2", folder))) {
            assertThat(second.address()).startsWith("http://127.0.0.2:");
            json(new Visitor(second).get("/api/models"), 200);
            HttpRequest.Builder page = HttpRequest.newBuilder(URI.create(second.address() + "api/compose"))
                    .header("Content-Type", "application/json")
                    .header(
                            "Origin",
                            second.address().substring(0, second.address().length() - 1))
                    .POST(HttpRequest.BodyPublishers.ofString("{\"bars\":1}"));
            json(Visitor.send(page), 200);
        }
    }

    @Test
    void addressOfThisMachine_thatIsNotTheServers_isNoNameOfIt() throws IOException {
        assertThat(get("/api/models", "127.0.0.2")).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void server_onAllAddresses_stillRefusesPagesOfOthers(@TempDir Path folder) {
        try (Server everywhere = Servers.start(at("0.0.0.0", folder))) {
            URI address = URI.create(everywhere.address().replace("0.0.0.0", "127.0.0.1") + "api/models");
            HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Origin", "http://evil.example");
            assertThat(Visitor.send(request).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void failure_tellsNothingOfTheServer() {
        HttpResponse<byte[]> response = visitor.post("/", "{}");
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).doesNotContain("Javalin", "Jetty", "Exception");
    }
}
