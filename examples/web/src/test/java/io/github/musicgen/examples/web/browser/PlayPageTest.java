package io.github.musicgen.examples.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.examples.web.Server;
import io.github.musicgen.examples.web.http.Limits;
import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The play page: one plays, is answered in time, sees both, learns why, and takes the music home. */
class PlayPageTest extends BrowserTest {
    private static final int PHRASES = 6;
    private static final double PROMPT_MS = 300;
    private static final int MOST_LATE = 1;

    /**
     * Measured between marks of the page, which say when the pause was over and when the first note of the answer sounds. One of
     * some phrases may be late: on a machine that others use too, a timer can be for reasons that are not ours.
     */
    @ParameterizedTest
    @CsvSource({"slowest", "110", "fastest"})
    void answerBeginsWithin300MillisecondsOfThePausesEnd(String tempo) {
        visitPiano("");
        browser.set(
                "tempo",
                browser.value("{ slowest: document.getElementById('tempo').min,"
                        + " fastest: document.getElementById('tempo').max }['" + tempo + "'] ?? '" + tempo + "'"));
        browser.set("pause", "0.3");
        for (int phrase = 1; phrase <= PHRASES; phrase++) {
            browser.play("adg".substring(0, 1 + phrase % 3)); // so that the pause ends at different places of the bar
            browser.waitUntil("performance.getEntriesByName('melodyme:answer-note').length >= " + phrase);
        }
        List<Double> delays = new ArrayList<>();
        for (int phrase = 0; phrase < PHRASES; phrase++) {
            delays.add(browser.number("performance.getEntriesByName('melodyme:answer-note')[" + phrase + "].startTime"
                    + " - performance.getEntriesByName('melodyme:pause-end')[" + phrase + "].startTime"));
        }
        System.err.println("ms from the pause's end to the first note, tempo " + tempo + ": " + delays);
        assertThat(delays).allMatch(delay -> delay >= 0);
        assertThat(delays.stream().filter(delay -> delay > PROMPT_MS))
                .as("late ones of %s ms at a tempo of %s", delays, tempo)
                .hasSizeLessThanOrEqualTo(MOST_LATE);
    }

    @Test
    void slowestTempoOfThePageIsThatOfTheServer() {
        visitPiano("");
        assertThat(browser.number("document.getElementById('tempo').min"))
                .isEqualTo(
                        Double.parseDouble(
                                browser.promised(
                                        "fetch('/api/models').then((answer) => answer.json()).then((all) => all.limits.minDuetTempo)")));
        assertThat(browser.number("document.getElementById('tempo').value")).isEqualTo(110);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void playersNotesAreGreenAndTheNetworksRed(String scheme) {
        browser.prefer("prefers-color-scheme", scheme);
        visitQuickPiano();
        assertThat(browser.pixels("roll", "--roll-you")).isZero();
        assertThat(browser.pixels("roll", "--roll-network")).isZero();
        browser.play("adgf");
        browser.waitUntil("document.querySelectorAll('.key.lit-network').length === 1");
        isRed("getComputedStyle(document.querySelector('.key.lit-network') ?? document.body).backgroundColor");
        waitForState("ready");
        assertThat(browser.pixels("roll", "--roll-you")).isGreaterThan(100);
        assertThat(browser.pixels("roll", "--roll-network")).isGreaterThan(100);
        isGreen(ofRoll("--roll-you"));
        isRed(ofRoll("--roll-network"));
        browser.holdKeyOfPiano(64);
        browser.waitUntil("document.querySelectorAll('.key.lit-you').length === 1");
        isGreen("getComputedStyle(document.querySelector('.key.lit-you')).backgroundColor");
        browser.letGo();
        browser.prefer("prefers-color-scheme", "light");
    }

    private static String ofRoll(String property) {
        return "getComputedStyle(document.getElementById('roll')).getPropertyValue('" + property + "')";
    }

    /** A hue between yellow and cyan, and not pale. */
    private static void isGreen(String color) {
        assertThat(browser.hue(color)[0]).as("hue of %s", color).isBetween(90.0, 170.0);
        assertThat(browser.hue(color)[1]).as("chroma of %s", color).isGreaterThan(0.3);
    }

    /** A hue nearer to red than to orange or magenta, and not pale. */
    private static void isRed(String color) {
        assertThat((browser.hue(color)[0] + 180) % 360)
                .as("hue of %s, turned by half", color)
                .isBetween(160.0, 200.0);
        assertThat(browser.hue(color)[1]).as("chroma of %s", color).isGreaterThan(0.3);
    }

    @Test
    void keyOfThePianoIsGreenWhileAMouseHoldsItDown() {
        visitPiano("");
        browser.holdKeyOfPiano(64);
        browser.waitUntil("document.querySelector('[data-pitch=\"64\"]').classList.contains('lit-you')");
        browser.letGo();
        browser.waitUntil("document.querySelectorAll('.lit-you').length === 0");
        waitForState("answering");
    }

    @Test
    void fingersPlayTheKeysThatTheyTouch_andSlideToOthers() {
        visitQuickPiano();
        browser.script("window.kinds = new Set();"
                + "document.addEventListener('pointerdown', (event) => kinds.add(event.pointerType))");
        browser.touch(browser.finger(1, 60, 62), browser.finger(2, 67));
        browser.waitUntil(litKeys("62,67"));
        browser.liftFingers();
        browser.waitUntil(litKeys(""));
        assertThat(browser.value("[...kinds].join()")).isEqualTo("touch");
        waitForState("answering");
    }

    private static String litKeys(String pitches) {
        return "[...document.querySelectorAll('.lit-you')].map((key) => key.dataset.pitch).sort().join() === '"
                + pitches + "'";
    }

    @Test
    void keyboardThatIsPluggedInPlays() {
        browser.withScript(Browser.resource("fake-midi.js"), () -> {
            visitQuickPiano();
            browser.click("midi");
            browser.waitUntil("document.getElementById('midi').textContent === 'Fake keys'");
            browser.script("fakeKeyboard.send(0x93, 61, 100)");
            browser.script("fakeKeyboard.send(0x93, 65, 1)");
            browser.waitUntil(litKeys("61,65"));
            browser.script("fakeKeyboard.send(0x93, 61, 0)");
            browser.waitUntil(litKeys("65"));
            browser.script("fakeKeyboard.send(0xb3, 64, 127)"); // a pedal is no key
            browser.script("fakeKeyboard.send(0x83, 65, 64)");
            browser.waitUntil(litKeys(""));
            waitForState("answering");
            browser.script("fakeKeyboard.unplug()");
            browser.waitUntil("document.getElementById('midi').textContent === 'Plug one in'");
        });
    }

    /** Without end the network would wait for the end of the pause. */
    @Test
    void answerNow_waitsForNoPause_andPlaysAloneIfNothingWasPlayed() {
        visitQuickPiano();
        browser.script("document.getElementById('pause').max = '100000'");
        browser.set("pause", "100000");
        browser.play("ad");
        browser.click("answer-now");
        waitForState("answering");
        waitForState("ready");
        browser.focus("roll");
        browser.script("document.activeElement.blur()");
        browser.press(Keys.ENTER);
        waitForState("answering");
        assertThat(browser.value("document.body.dataset.turns")).isEqualTo("2");
    }

    @Test
    void rollStandsStillBetweenBeatsForWhoWantsLessMotion() {
        int frames = 40;
        double gliding = distinctFrames("no-preference", frames);
        double stepping = distinctFrames("reduce", frames);
        browser.prefer("prefers-reduced-motion", "no-preference");
        assertThat(stepping)
                .as("pictures of %s frames, gliding %s", frames, gliding)
                .isBetween(1.0, gliding / 2);
    }

    private static double distinctFrames(String motion, int frames) {
        browser.prefer("prefers-reduced-motion", motion);
        visitPiano("");
        browser.set("length", "128");
        browser.click("answer-now");
        waitForState("answering");
        return Double.parseDouble(
                browser.promised("(" + Browser.resource("distinct-frames.js") + ")('roll', " + frames + ")"));
    }

    @Test
    void keysAreThoseOfTheModelThatIsChosen() {
        browser.withScript(Browser.resource("narrow-model.js"), () -> {
            visitPiano("");
            assertThat(keys()).isEqualTo("48-84");
            browser.set("model", "attention");
            assertThat(keys()).isEqualTo("60-84");
            browser.set("model", "folk");
            assertThat(keys()).isEqualTo("48-84");
        });
    }

    private static String keys() {
        return browser.value("[...document.querySelectorAll('.key')].map((key) => key.dataset.pitch)"
                + ".filter((pitch, at, all) => at === 0 || at === all.length - 1).join('-')");
    }

    /** What a fake server says too late, heard by the page's own code. */
    @Test
    void whatIsSaidToAQuestionThatWasGivenUpIsNeverTakenForTheNextAnswer() {
        visitPiano("");
        assertThat(browser.promised("(" + Browser.resource("late-answer.js") + ")()")
                        .lines())
                .containsExactly(
                        "first asked: asking, new 60 >  0",
                        "given up by cut of 1 after 0: listening, new 60 >  0; new 62 >  0",
                        "second asked: asking, new 60 >  0; new 62 >  0",
                        "first answered late: asking, 1 60 >  0; new 62 >  0",
                        "second answered: answering, 1 60 >  0; 2 62 > 74 1",
                        "a late error is nobody’s: answering, 1 60 >  0; 2 62 > 74 1",
                        "cleared: ready, ",
                        "answered after all was forgotten: ready, ");
    }

    @Test
    void answerThatComesAfterThePlayerCameInIsNoAnswerToWhatHePlayedThen() throws IOException {
        browser.withScript(Browser.resource("slow-line.js"), () -> {
            visitQuickPiano();
            browser.script("slowLine.holding = true");
            browser.play("adg");
            waitForState("asking");
            browser.play("h");
            browser.waitUntil("document.body.dataset.turns === '2'");
            waitForState("asking");
            browser.script("slowLine.release()");
            waitForState("answering");
            waitForState("ready");
        });
        NoteSequence music = saved();
        assertThat(pitches(music, "you")).containsExactly(60, 64, 67, 69);
        long lastOfPlayer = ticks(music, "you").max().orElseThrow();
        assertThat(ticks(music, "network").min().orElseThrow()).isGreaterThan(lastOfPlayer);
        assertThat(browser.value("document.body.dataset.turns")).isEqualTo("2");
    }

    private static LongStream ticks(NoteSequence music, String part) {
        return notes(music, part).mapToLong(Note::startTick);
    }

    /** What the server is told of a page that says nothing else. */
    @Test
    void pageThatIsOnlyLookedAtStaysOpen_howeverShortTheServersPatience() throws IOException {
        Limits impatient = Limits.STANDARD.withIdle(Duration.ofSeconds(2));
        try (Server server = stage.startServer(0, "impatient", impatient)) {
            browser.visit(server.address());
            browser.waitUntil("document.body.dataset.line === 'open'");
            browser.script("new MutationObserver(() => { document.body.dataset.lost = 'yes'; })"
                    + ".observe(document.body, { attributeFilter: ['data-line'] })");
            browser.waitUntil("performance.now() > 6000"); // thrice its patience
            assertThat(browser.value("document.body.dataset.lost")).isEqualTo("null");
            assertThat(server.connections()).isEqualTo(1);
            browser.visit(page("results.html"));
        }
        browser.requests(); // of another server, as this test wants it
        browser.reload();
    }

    /** The question came to the server, and was answered; the page hears of that when it asks once more. */
    @Test
    void lineThatDiesWithoutAWordIsNoticed_andTheQuestionIsAnsweredOnce() throws IOException {
        try (Server server = stage.startServer(0, "dying", Limits.STANDARD.withIdle(Duration.ofSeconds(9)))) {
            browser.withScript(Browser.resource("dead-line.js"), () -> {
                browser.visit(server.address());
                browser.waitUntil("document.body.dataset.line === 'open'");
                hurry();
                browser.script("deadLine.cut()");
                browser.play("adg");
                waitForState("asking");
                browser.waitUntil("document.body.dataset.line === 'lost'");
                browser.waitUntil("document.body.dataset.line === 'open'");
                waitForState("answering");
                waitForState("ready");
                assertThat(browser.value("document.body.dataset.turns")).isEqualTo("1");
                browser.reload(); // so that it is known from the server
                browser.waitUntil("document.body.dataset.turns === '1'");
            });
            browser.visit(page("results.html"));
        }
        browser.requests(); // of another server, as this test wants it
        browser.reload();
    }

    @Test
    void serverWithoutRoomIsSaidToBeFull_andTheDuetBeginsOnceThereIsRoom() throws IOException {
        Limits usual = Limits.STANDARD;
        Limits forOne = new Limits(
                1,
                usual.duets(),
                usual.uploadBytes(),
                usual.frameBytes(),
                usual.messagesPerSecond(),
                usual.unreadBytes(),
                usual.songSteps(),
                usual.answerSteps(),
                usual.sounds(),
                usual.idle());
        try (Server server = stage.startServer(0, "full", forOne)) {
            URI socket = URI.create(server.address().replaceFirst("^http", "ws") + "api/duet");
            WebSocket other = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(socket, new WebSocket.Listener() {})
                    .join();
            browser.visit(server.address());
            browser.waitUntil("document.body.dataset.line === 'full'");
            assertThat(browser.text("trouble")).startsWith("The server is full").doesNotContain("lost");
            other.abort();
            browser.waitUntil("document.body.dataset.line === 'open'");
            assertThat(browser.element("trouble").isDisplayed()).isFalse();
            browser.visit(page("results.html"));
        }
        browser.requests(); // of another server, as this test wants it
        browser.reload();
    }

    @Test
    void lettersThatAreSwitchedOffPlayNothing_nextTimeEither() {
        visitQuickPiano();
        browser.click("computer-keys");
        lettersPlayNothing();
        browser.reload();
        browser.waitUntil("document.body.dataset.line === 'open'");
        assertThat(browser.element("computer-keys").isSelected()).isFalse();
        lettersPlayNothing();
        browser.click("computer-keys");
        hurry();
        playAndBeAnswered("adg");
    }

    private static void lettersPlayNothing() {
        String lowest = keys();
        browser.play("adgzx");
        assertThat(browser.value("document.body.dataset.turns")).isEqualTo("0");
        assertThat(keys()).isEqualTo(lowest);
        assertThat(browser.value("document.querySelectorAll('.key .letter').length"))
                .isEqualTo("0");
    }

    @Test
    void anyNoteIsExplainedByKeyboardAndByMouse() {
        visitQuickPiano();
        playAndBeAnswered("adgf");

        browser.focus("roll");
        browser.press(Keys.END, Keys.ENTER);
        browser.waitUntil("document.querySelectorAll('#explain .considered .chosen').length === 1");
        assertThat(browser.element("explain").getDomAttribute("aria-live")).isEqualTo("polite");
        assertThat(browser.text("explain"))
                .contains("The network’s")
                .contains("weighing up")
                .contains("seed");
        browser.escape();
        browser.waitUntil("document.getElementById('explain').dataset.open === 'false'");

        browser.focus("roll");
        browser.press(Keys.HOME, Keys.ENTER);
        browser.waitUntil("document.getElementById('explain').innerText.includes('began')");
        browser.press(Keys.ARROW_DOWN);
        browser.waitUntil("document.querySelectorAll('#explain .considered .yours').length === 1");
        assertThat(browser.text("explain")).contains("Your E4").contains("What it expected");
        browser.escape();

        browser.clickOnColor("roll", "--roll-network");
        browser.waitUntil("document.querySelectorAll('#explain .considered .chosen').length === 1");
    }

    /** The longest answer of a model that tells the most of each step. */
    @Test
    void modelWithAttentionShowsWhereItLooked() {
        visitPiano("");
        browser.set("model", "attention");
        browser.set("length", "128");
        browser.set("tempo", "240");
        playAndBeAnswered("adgf");
        browser.focus("roll");
        browser.press(Keys.END, Keys.ENTER);
        browser.waitUntil("document.getElementById('explain').innerText.includes('of its attention')");
        assertThat(browser.text("explain")).contains("Where it looked");
    }

    @Test
    void savedMidiHoldsWhatWasPlayedAndWhatWasAnswered() throws IOException {
        visitQuickPiano();
        assertThat(browser.element("save").getDomAttribute("aria-disabled")).isEqualTo("true");
        playAndBeAnswered("adg");
        NoteSequence music = saved();
        assertThat(pitches(music, "you")).containsExactly(60, 64, 67);
        assertThat(pitches(music, "network")).isNotEmpty();
    }

    /** The duet as it is saved. */
    private NoteSequence saved() throws IOException {
        Path downloads = Files.createDirectories(folder.resolve("downloads"));
        browser.downloadTo(downloads);
        browser.click("save");
        browser.waitUntil(() -> !midiFiles(downloads).isEmpty());
        return MusicFiles.read(midiFiles(downloads).get(0));
    }

    private static List<Integer> pitches(NoteSequence music, String part) {
        return notes(music, part).map(Note::pitch).toList();
    }

    private static Stream<Note> notes(NoteSequence music, String part) {
        return music.parts().stream()
                .filter(each -> each.name().equals(part))
                .map(Part::notes)
                .flatMap(List::stream);
    }

    private static List<Path> midiFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".mid")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void wishesOfThePlayerReachTheNetwork() {
        visitPiano("");
        browser.set("tempo", "200");
        browser.set("pause", "0.3");
        browser.set("tonic", "D");
        browser.set("mode", "minor");
        browser.set("seed", "77");
        browser.set("length", "16");
        playAndBeAnswered("sfh");
        browser.focus("roll");
        browser.press(Keys.END, Keys.ENTER);
        browser.waitUntil("document.getElementById('explain').innerText.includes('locked to D minor, seed 77')");
    }

    @Test
    void answerAgain_makesAnotherAnswerInTheSameTurn() {
        visitQuickPiano();
        playAndBeAnswered("adg");
        browser.click("again");
        browser.waitUntil("performance.getEntriesByName('melodyme:answer-note').length === 2");
        assertThat(browser.value("document.body.dataset.turns")).isEqualTo("1");
    }

    @Test
    void playerWhoComesInStopsTheNetworkAndIsAnsweredAnew() {
        visitQuickPiano();
        browser.set("length", "64");
        browser.play("adg");
        waitForState("answering");
        browser.set("length", "16");
        browser.play("h");
        browser.waitUntil("document.body.dataset.turns === '2'");
        waitForState("answering");
        waitForState("ready");
    }

    @Test
    void startOver_forgetsTheMusic() {
        visitQuickPiano();
        playAndBeAnswered("adg");
        browser.click("start-over");
        browser.waitUntil("document.body.dataset.turns === '0'");
        browser.waitUntil("document.getElementById('save').getAttribute('aria-disabled') === 'true'");
    }

    @Test
    void pageThatIsLoadedAgainGoesOnWithItsMusic() {
        visitQuickPiano();
        playAndBeAnswered("adg");
        browser.reload();
        browser.waitUntil("document.body.dataset.turns === '1'");
        browser.waitUntil(
                () -> browser.pixels("roll", "--roll-network") > 100); // the roll is painted with the next frame
        hurry();
        playAndBeAnswered("hg");
        assertThat(browser.value("document.body.dataset.turns")).isEqualTo("2");
    }

    @Test
    void serverThatIsStartedAgainFindsThePageWithItsMusic() throws IOException {
        visitQuickPiano();
        playAndBeAnswered("adg");
        stage.restartServer(() -> browser.waitUntil("document.body.dataset.line === 'lost'"));
        browser.waitUntil("document.body.dataset.line === 'open'");
        assertThat(browser.value("document.body.dataset.turns")).isEqualTo("1");
        browser.click("again");
        waitForState("answering");
        browser.complaints(); // that the line was lost is true
    }
}
