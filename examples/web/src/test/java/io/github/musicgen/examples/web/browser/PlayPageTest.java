package io.github.musicgen.examples.web.browser;

import static io.github.musicgen.examples.web.browser.SavedDuet.pitches;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The play page: one plays by whatever there is, and sees and hears both. */
class PlayPageTest extends BrowserTest {
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
}
