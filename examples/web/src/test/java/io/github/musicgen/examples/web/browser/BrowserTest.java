package io.github.musicgen.examples.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A server and a browser. After each test nothing may have complained, and nobody else may have been asked for anything. */
@ExtendWith({ChromiumCondition.class, StageExtension.class})
abstract class BrowserTest {
    @TempDir
    Path folder;

    static Stage stage;
    static Browser browser;

    @BeforeAll
    static void enter() {
        stage = StageExtension.stage();
        browser = stage.browser();
    }

    @BeforeEach
    void forgetWhatWasBefore() {
        browser.resize(1440, 900);
        browser.complaints();
        browser.requests();
    }

    @AfterEach
    void nobodyComplainsAndNobodyElseIsAsked() {
        String authority = URI.create(stage.server().address()).getAuthority();
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(address -> address.startsWith("about:")
                        || address.startsWith("data:")
                        || authority.equals(URI.create(address).getAuthority()));
    }

    static String page(String path) {
        return stage.server().address() + path;
    }

    /** Opens the play page as somebody who was never here, and waits until the server knows. */
    static void visitPiano(String query) {
        browser.visit(page(query));
        browser.waitUntil("document.body.dataset.line === 'open'");
    }

    /** The same, for a player who has no time: little is waited for, and answers are short. */
    static void visitQuickPiano() {
        visitPiano("");
        hurry();
    }

    static void hurry() {
        browser.set("tempo", "240");
        browser.set("pause", "0.3");
        browser.set("length", "16");
    }

    static void waitForState(String state) {
        browser.waitUntil("document.body.dataset.state === '" + state + "'");
    }

    /** Plays a phrase and waits until it is answered to the end. */
    static void playAndBeAnswered(String keys) {
        String before = browser.value("performance.getEntriesByName('melodyme:answer-note').length");
        browser.play(keys);
        browser.waitUntil("performance.getEntriesByName('melodyme:answer-note').length > " + before);
        waitForState("ready");
    }
}
