package io.github.musicgen.examples.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.midi.format.MalformedMusicException;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The compose page: a tune by wishes, and what can be done with it. */
class ComposePageTest extends BrowserTest {
    private static final String NOTES = "document.getElementById('song').dataset.notes";

    @Test
    void tuneIsSeenAndDownloadedAsItWasMade() throws IOException, InterruptedException, MalformedMusicException {
        compose();
        browser.waitUntil(NOTES);
        browser.waitUntil("document.querySelector('#transport button').getAttribute('aria-label') === 'Stop the tune'");
        assertThat(browser.pixels("tune", "--roll-network")).isGreaterThan(100);

        Path midi = folder.resolve("tune.mid");
        Files.write(midi, fetch("midi"));
        List<Integer> shown = Stream.of(notes().split(" ", -1))
                .map(note -> Integer.valueOf(note.substring(0, note.indexOf(':'))))
                .toList();
        NoteSequence read = MusicFiles.read(midi);
        assertThat(read.notes().map(note -> note.pitch()).toList()).isEqualTo(shown);
        assertThat(new String(fetch("musicxml"), StandardCharsets.UTF_8)).contains("<score-partwise");
        assertThat(new String(fetch("svg"), StandardCharsets.UTF_8)).startsWith("<svg");
        assertThat(new String(fetch("wav"), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
    }

    @Test
    void whatWasWished_isStillWishedAfterATune() {
        compose();

        assertThat(browser.value("document.querySelector('input[name=mood]:checked').value"))
                .isEqualTo("happy");
    }

    @Test
    void shareLinkMakesTheSameNotes() {
        compose();
        String notes = notes();
        String link = browser.value("document.getElementById('link').value");
        browser.visit(link);
        browser.waitUntil(NOTES);
        assertThat(notes()).isEqualTo(notes);
    }

    @Test
    void anotherIsAnotherTune_andAVariationKeepsSomeOfIt() {
        compose();
        String first = notes();
        browser.click("another");
        browser.waitUntil(NOTES + " !== '" + first + "'");
        String second = notes();
        browser.click("vary");
        browser.waitUntil(NOTES + " !== '" + second + "'");
        List<String> kept = List.of(second.split(" ", -1));
        assertThat(notes().split(" ", -1)).containsAnyElementsOf(kept);
        browser.script("history.back()");
        browser.waitUntil(NOTES + " === '" + second + "'");
    }

    @Test
    void whileATuneIsMade_noOtherCanBeAskedFor() {
        browser.withScript(Browser.resource("held-answers.js"), () -> {
            compose();
            String first = notes();
            browser.script("heldAnswers.holding = true");
            browser.focus("another");
            browser.press(Keys.ENTER);
            browser.waitUntil("heldAnswers.count === 1");
            assertThat(disabledButtons()).isEqualTo("generate another vary");
            browser.script("heldAnswers.letThrough(0)");
            browser.waitUntil(NOTES + " !== '" + first + "'");
            browser.waitUntil("document.getElementById('song').getAttribute('aria-busy') === 'false'");
            assertThat(disabledButtons()).isEmpty();
            assertThat(browser.value("document.activeElement.id")).isEqualTo("another");
        });
    }

    private static String disabledButtons() {
        return browser.value(
                "['generate', 'another', 'vary'].filter((id) => document.getElementById(id).disabled).join(' ')");
    }

    @Test
    void tuneThatWasAskedForLastIsShown_whicheverComesLast() {
        browser.withScript(Browser.resource("held-answers.js"), () -> {
            compose();
            String first = notes();
            String firstLink = browser.value("location.hash");
            String second = another(first);
            String secondLink = browser.value("location.hash");
            another(second);

            browser.script("heldAnswers.holding = true");
            browser.script("location.hash = '" + firstLink + "'");
            browser.waitUntil("heldAnswers.count === 1");
            browser.script("location.hash = '" + secondLink + "'");
            browser.waitUntil("heldAnswers.count === 2");
            browser.script("heldAnswers.letThrough(1)");
            browser.waitUntil(NOTES + " === '" + second + "'");
            browser.script("document.getElementById('song').dataset.notes = 'as it was'; heldAnswers.letThrough(0)");
            browser.waitUntil("performance.getEntriesByType('resource').filter(({ name, responseEnd }) =>"
                    + " name.endsWith('/api/songs/" + firstLink.substring(1) + "') && responseEnd > 0).length === 1");
            browser.promised("new Promise((go) => { setTimeout(go, 100); })"); // so that it would be shown by now
            assertThat(notes()).isEqualTo("as it was");
        });
    }

    private static String another(String before) {
        browser.click("another");
        browser.waitUntil(NOTES + " !== '" + before
                + "' && location.hash.slice(1) === document.getElementById('song').dataset.token");
        return notes();
    }

    @Test
    void lengthInMinutesIsKept() {
        browser.visit(page("compose.html"));
        browser.waitUntil("document.querySelector('#styles label')");
        browser.set("unit", "minutes");
        browser.set("length", "0.3");
        browser.set("tempo", "120");
        browser.click("generate");
        browser.waitUntil(NOTES);
        assertThat(browser.text("facts")).contains("120 beats a minute");
        assertThat(browser.number("document.querySelector('#transport input').max"))
                .isBetween(112.0, 176.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 110, 240})
    void asManyMinutesAreOfferedAsTheServerTakes(int tempo) {
        browser.visit(page("compose.html"));
        browser.waitUntil("document.querySelector('#styles label')");
        browser.set("unit", "minutes");
        browser.set("tempo", String.valueOf(tempo));
        double most = browser.number("document.getElementById('length').max");
        browser.set("length", String.valueOf(most));
        browser.click("generate");
        browser.waitUntil(NOTES);
        assertThat(browser.text("trouble")).isEmpty();
        assertThat(browser.promised(
                        "fetch('/api/compose', { method: 'POST', headers: { 'Content-Type': 'application/json' },"
                                + " body: JSON.stringify({ tempo: " + tempo + ", minutes: " + (most + 0.1) + " }) })"
                                + ".then((answer) => answer.status)"))
                .isEqualTo("400");
        assertThat(browser.complaints()).singleElement().asString().contains("400");
    }

    private static void compose() {
        browser.visit(page("compose.html"));
        browser.waitUntil("document.querySelector('#styles label')");
        browser.script("document.querySelector('#moods input[value=happy]').click()");
        browser.click("generate");
        browser.waitUntil(NOTES);
        browser.waitUntil("location.hash.length > 1 && document.getElementById('link').value === location.href");
    }

    private static String notes() {
        return browser.value(NOTES);
    }

    private static byte[] fetch(String link) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(browser.value("document.getElementById('" + link + "').href")))
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
