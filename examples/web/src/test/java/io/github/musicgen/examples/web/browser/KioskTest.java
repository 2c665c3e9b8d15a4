package io.github.musicgen.examples.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Kiosk mode: plays by itself until somebody comes, and forgets who went away. */
class KioskTest extends BrowserTest {
    @Test
    void kioskPlaysAloneUntilSomebodyComes_andForgetsWhoWentAway() {
        visitPiano("?kiosk=1&idle=2");
        browser.waitUntil("document.body.dataset.kiosk === 'attract'");
        assertThat(browser.element("settings").isDisplayed()).isFalse();
        waitForState("answering");

        browser.press("a");
        browser.waitUntil("document.body.dataset.kiosk === 'play'");
        assertThat(browser.element("attract").isDisplayed()).isFalse();
        assertThat(browser.value("document.body.dataset.turns")).isEqualTo("0");
        browser.set("temperature", "1.7");
        browser.play("adg");
        browser.waitUntil("document.body.dataset.turns === '1'");

        browser.waitUntil("document.body.dataset.kiosk === 'attract'");
        assertThat(browser.value("document.getElementById('temperature').value"))
                .isEqualTo("1");
        assertThat(browser.element("attract").isDisplayed()).isTrue();
    }

    @Test
    void kioskForgetsWhoWentAway_evenIfHisQuestionIsNeverAnswered() {
        browser.withScript(Browser.resource("slow-line.js"), () -> {
            visitPiano("?kiosk=1&idle=3");
            browser.press("a");
            browser.waitUntil("document.body.dataset.kiosk === 'play'");
            browser.script("slowLine.holding = true");
            browser.play("adg");
            waitForState("asking");
            browser.waitUntil("document.body.dataset.kiosk === 'attract'");
            browser.script("slowLine.release()");
            waitForState("answering"); // it plays to itself again
        });
    }

    @Test
    void keyboardThatIsPluggedInIsPlayed_andWakesTheKiosk() {
        browser.withScript(Browser.resource("fake-midi.js"), () -> {
            visitPiano("?kiosk=1&idle=600");
            browser.waitUntil("document.body.dataset.kiosk === 'attract' && fakeKeyboard.listened()");
            browser.waitUntil("document.body.dataset.turns === '1'"); // of the kiosk itself
            browser.script("fakeKeyboard.send(0x90, 61, 100)");
            assertThat(browser.value("document.body.dataset.kiosk")).isEqualTo("play");
            browser.waitUntil("document.querySelector('[data-pitch=\"61\"]').classList.contains('lit-you')");
            browser.script("fakeKeyboard.send(0x80, 61, 0)");
            waitForState("answering");
            assertThat(browser.value("document.body.dataset.turns")).isEqualTo("1");
        });
    }

    @Test
    void pageThatIsNoKioskHasItsSettingsAndPages() {
        visitPiano("");
        assertThat(browser.element("settings").isDisplayed()).isTrue();
        assertThat(browser.element("attract").isDisplayed()).isFalse();
    }
}
