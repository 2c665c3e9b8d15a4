package io.github.musicgen.examples.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the looks of every page: it fits every screen, and everybody can use it. */
class LooksTest extends BrowserTest {
    @ParameterizedTest
    @CsvSource({
        "'', 320", "'', 360", "'', 768", "'', 1600",
        "compose.html, 320", "compose.html, 360", "compose.html, 768", "compose.html, 1600",
        "blend.html, 320", "blend.html, 360", "blend.html, 768", "blend.html, 1600",
        "listen.html, 320", "listen.html, 360", "listen.html, 768", "listen.html, 1600",
        "results.html, 320", "results.html, 360", "results.html, 768", "results.html, 1600"
    })
    void nothingHasToBeScrolledSideways(String path, int width) {
        browser.resize(width, 800);
        open(path);
        assertThat(browser.number("innerWidth")).isEqualTo(width);
        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 430})
    void longNamesOfMelodiesWrap_andTheSliderStaysOnAPhone(int width) {
        browser.resize(width, 800);
        open("blend.html");
        choose("end-from", "When the Saints");
        choose("end-to", "Harbour Lights, second");
        browser.waitUntil("document.getElementById('from-name').textContent.startsWith('When')"
                + " && document.getElementById('to-name').textContent.startsWith('Harbour')");
        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        assertThat(edge("part", "right")).isLessThan(width);
        assertThat(edge("to-name", "right")).isLessThan(width);
        assertThat(edge("to-name", "left") - edge("from-name", "right")).isGreaterThan(5);
        for (String name : new String[] {"from-name", "to-name"}) {
            String element = "document.getElementById('" + name + "')";
            assertThat(browser.number(element + ".scrollWidth"))
                    .as("room that %s needs", name)
                    .isLessThanOrEqualTo(browser.number(element + ".clientWidth"));
        }
    }

    private static void choose(String end, String title) {
        String choices = "[...document.getElementById('" + end + "').options]";
        browser.set(end, browser.value(choices + ".find((each) => each.text.startsWith('" + title + "')).value"));
    }

    private static double edge(String id, String side) {
        return browser.number("document.getElementById('" + id + "').getBoundingClientRect()." + side);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "compose.html", "blend.html", "listen.html", "results.html", "?kiosk=1"})
    void everybodyCanUseIt(String path) {
        for (String scheme : new String[] {"light", "dark"}) {
            browser.prefer("prefers-color-scheme", scheme);
            open(path);
            assertThat(String.valueOf(
                            browser.script("return (" + Browser.resource("accessibility.js") + ")().join('\\n')")))
                    .as("what is wrong with %s in %s", path, scheme)
                    .isEmpty();
        }
        browser.prefer("prefers-color-scheme", "light");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.html", "blend.html"})
    void everybodyCanUseATune(String path) {
        open(path);
        browser.click("generate");
        browser.waitUntil("document.getElementById('song').dataset.notes");
        browser.resize(360, 800);
        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
        assertThat(String.valueOf(
                        browser.script("return (" + Browser.resource("accessibility.js") + ")().join('\\n')")))
                .isEmpty();
    }

    private static void open(String path) {
        browser.visit(page(path));
        browser.waitUntil(
                "document.querySelectorAll('.key, #styles label, #tasks label, #tunes .card').length > 1"
                        + " || (document.getElementById('summary') && !document.getElementById('summary').textContent.includes('Counting'))");
    }
}
