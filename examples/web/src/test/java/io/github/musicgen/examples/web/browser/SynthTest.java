package io.github.musicgen.examples.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sound of the pages, rendered without loudspeakers. */
class SynthTest extends BrowserTest {
    @BeforeEach
    void open() {
        browser.visit(page(""));
    }

    @Test
    void manyTonesAtOnceAreHeard_andNeverClip() {
        double peak =
                Double.parseDouble(render("Array.from({ length: 14 }, (_, i) => [48 + 2 * i, 0.05, 0.8])", "peak"));
        assertThat(peak).isGreaterThan(0.1).isLessThan(0.95);
    }

    @Test
    void everythingIsStillAfterTheLastToneHasDied() {
        assertThat(Double.parseDouble(render("[[60, 0.05, 0.5]]", "tail"))).isLessThan(0.001);
    }

    /** A click is a leap; the steepest slope of such a tone at this loudness stays far below one. */
    @Test
    void toneThatIsLetGoAtOnceMakesNoClick() {
        assertThat(Double.parseDouble(render("[[60, 0.05, 0.051], [72, 0.3, 0.302]]", "leap")))
                .isLessThan(0.05);
    }

    /** Renders tones of pitch, start and end in seconds, and tells the peak, the end's peak or the greatest leap between samples. */
    private static String render(String tones, String figure) {
        return browser.promised("(" + Browser.resource("render.js") + ")(" + tones + ", '" + figure + "')");
    }
}
