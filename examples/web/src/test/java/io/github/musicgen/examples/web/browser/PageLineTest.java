package io.github.musicgen.examples.web.browser;

import static io.github.musicgen.examples.web.browser.SavedDuet.pitches;
import static io.github.musicgen.examples.web.browser.SavedDuet.ticks;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.examples.web.Server;
import io.github.musicgen.examples.web.http.Limits;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The line between page and server: late, dead, full, or cut, and the music goes on. */
class PageLineTest extends BrowserTest {
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
        NoteSequence music = SavedDuet.of(browser, folder);
        assertThat(pitches(music, "you")).containsExactly(60, 64, 67, 69);
        long lastOfPlayer = ticks(music, "you").max().orElseThrow();
        assertThat(ticks(music, "network").min().orElseThrow()).isGreaterThan(lastOfPlayer);
        assertThat(browser.value("document.body.dataset.turns")).isEqualTo("2");
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
            browser.waitUntil("performance.now() > 4500"); // more than twice its patience
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
