package io.github.musicgen.examples.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The listen page: a pair, three questions, the truth, and the results. */
class ListenPageTest extends BrowserTest {
    @Test
    void whoListensAndAnswersLearnsTheTruth_andIsCounted() {
        browser.visit(page("listen.html"));
        browser.waitUntil("document.querySelectorAll('#tunes .card').length === 2");
        assertThat(browser.value("document.querySelectorAll('#tunes canvas').length"))
                .isEqualTo("0");
        browser.click("answer");
        browser.waitUntil("document.getElementById('missing').textContent.includes('Listen to tune A')");
        for (String side : new String[] {"a", "b"}) {
            browser.script("document.querySelector('[data-side=" + side + "] button').click()");
            browser.waitUntil("document.querySelector('[data-side=" + side
                    + "] button').getAttribute('aria-label').startsWith('Stop')");
        }
        assertThat(browser.value("document.querySelector('[data-side=a] button').getAttribute('aria-label')"))
                .isEqualTo("Play Tune A");
        browser.click("answer");
        browser.waitUntil("document.getElementById('missing').textContent.includes('3 more questions')");
        for (String question : new String[] {"pleasing", "real", "interesting"}) {
            browser.script("document.querySelector('[name=" + question + "][value=a]').click()");
        }
        browser.click("answer");
        browser.waitUntil("!document.getElementById('verdict').hidden");
        assertThat(browser.text("tunes")).contains("Written by a human being.").contains("written by the network");
        browser.click("next");
        browser.waitUntil("!document.getElementById('questions').hidden");

        browser.visit(page("results.html"));
        browser.waitUntil("document.querySelectorAll('.result').length === 3");
        assertThat(browser.text("summary")).startsWith("one answer so far");
    }
}
