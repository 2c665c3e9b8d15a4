package io.github.musicgen.examples.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How soon the network answers. It is run alone: what is measured is not what else the machine does. */
@Tag("timed")
class AnswerTimeTest extends BrowserTest {
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
}
