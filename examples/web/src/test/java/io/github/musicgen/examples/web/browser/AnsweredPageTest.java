package io.github.musicgen.examples.web.browser;

import static io.github.musicgen.examples.web.browser.SavedDuet.pitches;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What a player has of an answer: wishes that are kept, reasons, another one, and the music to take home. */
class AnsweredPageTest extends BrowserTest {
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
        browser.play("adgf");
        browser.waitUntil(() -> browser.pixels("roll", "--roll-network") > 100); // the first notes of many
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
        NoteSequence music = SavedDuet.of(browser, folder);
        assertThat(pitches(music, "you")).containsExactly(60, 64, 67);
        assertThat(pitches(music, "network")).isNotEmpty();
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
}
