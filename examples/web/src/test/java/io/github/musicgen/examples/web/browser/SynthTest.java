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

    /** A click is a leap from sample to sample: tones that are let go in full swing leap no further than tones that are held. */
    @Test
    void tonesThatAreLetGoMakeNoClick() {
        double held = Double.parseDouble(render("[[60, 0.05, 0.45], [67, 0.5, 0.95], [72, 1, 1.45]]", "leap"));
        double letGo = Double.parseDouble(render("[[60, 0.05, 0.1037], [67, 0.5, 0.5611], [72, 1, 1.0502]]", "leap"));
        assertThat(letGo).isPositive().isLessThanOrEqualTo(1.05 * held);
    }

    /** Renders tones of pitch, start and end in seconds, and tells the peak, the end's peak or the greatest leap between samples. */
    private static String render(String tones, String figure) {
        return browser.promised("(" + Browser.resource("render.js") + ")(" + tones + ", '" + figure + "')");
    }
}
