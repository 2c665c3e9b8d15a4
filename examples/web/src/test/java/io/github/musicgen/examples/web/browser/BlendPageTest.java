package io.github.musicgen.examples.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.midi.MidiReader;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The blend page: a place between two melodies, and a band. */
class BlendPageTest extends BrowserTest {
    private static final String PLACE = "document.getElementById('between').dataset";
    private static final String SONG = "document.getElementById('song').dataset";
    private static final String ENDS = "document.querySelectorAll('.end')";

    private static void open() {
        browser.visit(page("blend.html"));
        waitUntilSettled();
    }

    private static void waitUntilSettled() {
        browser.waitUntil("document.getElementById('between').getAttribute('aria-busy') === 'false'");
    }

    /** Goes somewhere, and waits until that is the page's address. */
    private static String goTo(int place) {
        browser.set("part", String.valueOf(place));
        waitUntilSettled();
        browser.waitUntil("location.hash.length > 1 && location.hash.slice(1) === " + PLACE + ".token");
        return browser.value(PLACE + ".notes");
    }

    private static NoteSequence midi(String link) throws IOException {
        try (InputStream in = URI.create(browser.value("document.getElementById('" + link + "').href"))
                .toURL()
                .openStream()) {
            return MidiReader.read(MidiFile.parse(in.readAllBytes()));
        }
    }

    private static List<Integer> pitches(String notes) {
        return Stream.of(notes.split(" ", -1))
                .map(note -> Integer.valueOf(note.substring(note.indexOf('/') + 1, note.indexOf(':'))))
                .toList();
    }

    @Test
    void sliderLeadsFromOneMelodyToTheOther_andTheLinkLeadsToItsPlace() throws IOException {
        open();
        assertThat(browser.pixels("end-from-roll", "--roll-you")).isGreaterThan(100);
        String first = goTo(0);
        String middle = goTo(9);
        assertThat(pitches(browser.value(PLACE + ".notes")))
                .isEqualTo(midi("blend-midi").notes().map(note -> note.pitch()).toList());
        String last = goTo(20);
        assertThat(first).isNotEqualTo(last);
        assertThat(browser.text("place")).contains("second melody");
        assertThat(browser.pixels("blended", "--roll-network")).isGreaterThan(100);

        assertThat(goTo(9)).isEqualTo(middle);
        browser.visit(browser.value("location.href"));
        waitUntilSettled();
        assertThat(browser.value(PLACE + ".notes")).isEqualTo(middle);
        assertThat(browser.value("document.getElementById('part').value")).isEqualTo("9");
    }

    @Test
    void whatIsWishedFor_changesTheWay_andOnlyOneThingSounds() {
        open();
        goTo(10);
        int before = pitches(browser.value(PLACE + ".notes")).size();
        browser.set("more-density", "1.5");
        browser.waitUntil(PLACE + ".notes.split(' ').length > " + before);
        browser.click("whole");
        browser.waitUntil("document.getElementById('place').textContent.includes('one after the other')");
        browser.script("document.querySelector('#blend-transport button').click()");
        browser.waitUntil("document.querySelectorAll('[aria-label^=Stop]').length === 1");
        browser.script(ENDS + "[0].querySelector('.transport button').click()");
        browser.waitUntil("[...document.querySelectorAll('[aria-label^=Stop]')].map((each) => each.ariaLabel).join()"
                + " === 'Stop the melody “From”'");
    }

    @Test
    void endsAreDrawnByChance_orPlayed() {
        open();
        browser.script(ENDS + "[1].querySelectorAll('.buttons button')[0].click()");
        browser.waitUntil("document.getElementById('end-to').selectedOptions[0].textContent.startsWith('Drawn')");
        browser.set("blend-tempo", "240");
        waitUntilSettled();
        assertThat(browser.value(ENDS + "[0].querySelectorAll('.buttons button')[1].textContent"))
                .isEqualTo("Record one");
        browser.script(ENDS + "[0].querySelectorAll('.buttons button')[1].click()");
        browser.play("adg");
        browser.waitUntil("document.getElementById('recorder').hidden");
        assertThat(pitches(browser.value(ENDS + "[0].dataset.notes"))).containsExactly(60, 64, 67);
        assertThat(browser.value("document.getElementById('end-from').selectedOptions[0].textContent"))
                .isEqualTo("Played by you");
        browser.waitUntil("document.getElementById('from-name').textContent === 'Played by you'");
    }

    @Test
    void bandPlaysToTheBlend_andTheLinkBringsBothBack() throws IOException {
        open();
        String blend = goTo(7);
        browser.script("document.querySelector('#tasks input[value=accompany]').click()");
        play();
        String song = browser.value(SONG + ".notes");
        List<Integer> melody = pitches(blend);
        assertThat(Stream.of(song.split(" ", -1))
                        .filter(note -> note.startsWith("0/"))
                        .toList())
                .hasSize(4 * melody.size());
        assertThat(midi("midi").notes().count()).isEqualTo(pitches(song).size());
        assertThat(browser.pixels("tune", "--roll-part-0")).isGreaterThan(100);
        browser.script("document.querySelector('.player').click()");
        browser.waitUntil(
                () -> browser.pixels("tune", "--roll-part-0") < 10); // the roll is painted with the next frame

        browser.visit(browser.value("document.getElementById('link').value"));
        browser.waitUntil(SONG + ".notes");
        waitUntilSettled();
        assertThat(browser.value(SONG + ".notes")).isEqualTo(song);
        assertThat(browser.value(PLACE + ".notes")).isEqualTo(blend);
        assertThat(browser.value("location.hash.slice(1)")).isEqualTo(browser.value(SONG + ".token"));
    }

    /** Presses the button, and waits for a song, which may be the one that there is. */
    private static void play() {
        browser.script(SONG + ".token = ''");
        browser.click("generate");
        browser.waitUntil(SONG + ".token && location.hash.slice(1) === " + SONG + ".token");
    }

    @Test
    void bandComposes_andGoesOnWithAFile() throws IOException {
        open();
        browser.set("length", "4");
        browser.set("tempo", "240");
        browser.set("seed", "5");
        play();
        assertThat(browser.text("facts")).contains("four bars", "240 beats", "seed 5");
        String song = browser.value(SONG + ".notes");
        play();
        assertThat(browser.value(SONG + ".notes")).isEqualTo(song);
        browser.set("key", "Eb major");
        play();
        assertThat(browser.text("facts")).startsWith("Eb major");
        browser.set("key", "");

        Path file = folder.resolve("tune.mid");
        MidiWriter.write(
                Melody.of(60, -2, 64, -2, 67, -2, 72, -2, 71, -2, 67, -2, 62, -2, 60, -2)
                        .toNoteSequence(200),
                file);
        browser.script("document.querySelector('#tasks input[value=extend]').click()");
        browser.element("file").sendKeys(file.toAbsolutePath().toString());
        browser.set("length", "2");
        play();
        assertThat(browser.text("title")).isEqualTo("Arcade goes on");
        assertThat(pitches(browser.value(SONG + ".notes"))).startsWith(60, 64, 67, 72, 71, 67, 62, 60);
        assertThat(browser.number("document.querySelector('#transport input').max"))
                .isEqualTo(48);
    }

    /** The list spells this key in another way than the server. */
    @Test
    void key_ofASong_isChosenAgainWhereItsLinkIsOpened() {
        open();
        browser.set("length", "1");
        browser.set("key", "C# major");
        play();
        String song = browser.value(SONG + ".notes");
        browser.visit(browser.value("document.getElementById('link').value"));
        browser.waitUntil(SONG + ".notes");
        assertThat(browser.value("document.getElementById('key').value")).isEqualTo("Db major");
        browser.set("seed", browser.value("document.getElementById('facts').textContent.match(/seed (\\d+)/)[1]"));
        play();
        assertThat(browser.value(SONG + ".notes")).isEqualTo(song);
    }

    @Test
    void songThatABandWentOnWith_staysWhenAnotherFileIsRefused_andIsSaidToBeOfBefore() throws IOException {
        open();
        browser.script("document.querySelector('#tasks input[value=extend]').click()");
        Path file = folder.resolve("bars.mid");
        int[] held = new int[64];
        Arrays.fill(held, Melody.NO_EVENT);
        held[0] = 60;
        MidiWriter.write(Melody.of(held).toNoteSequence(200), file);
        browser.element("file").sendKeys(file.toAbsolutePath().toString());
        browser.set("length", "2");
        play();
        browser.script("document.getElementById('transport').querySelector('button').click()");
        browser.waitUntil(() -> browser.pixels("tune", "--roll-source") > 50);
        assertThat(browser.number(words("at.y > 17"))).isPositive();
        assertThat(browser.number(words("at.y <= 17"))).isZero(); // where the number of the bar stands

        Path empty = folder.resolve("empty.mid");
        MidiWriter.write(NoteSequence.builder(480).build(), empty);
        browser.element("file").sendKeys(empty.toAbsolutePath().toString());
        browser.click("generate");
        browser.waitUntil("!document.getElementById('trouble').hidden");
        assertThat(browser.text("trouble"))
                .isEqualTo("the MIDI file must have a note of one of piano, guitar, bass, strings, drums, but has none."
                        + " Below is still the song from before.");
        assertThat(browser.complaints()).singleElement().asString().contains("400");
    }

    /** How many pixels of the words beside the line where a band begins fulfil a condition. */
    private static String words(String condition) {
        return "((all) => { const line = Math.min(...all.map((at) => at.x));"
                + " return all.filter((at) => at.x > line + 3 && " + condition + ").length; })(("
                + Browser.resource("pixels.js") + ")('tune', '--roll-source'))";
    }

    @Test
    void serverWithoutTheModels_isSaidToLackThem() {
        browser.withScript(Browser.resource("missing-models.js"), () -> {
            browser.visit(page("blend.html"));
            browser.waitUntil("!document.getElementById('page-trouble').hidden");
            assertThat(browser.text("page-trouble"))
                    .contains("two models that this server came without", "\"two-bars\" was not found");
            assertThat(browser.element("blend").isDisplayed()).isFalse();
            assertThat(browser.element("band").isDisplayed()).isFalse();
        });
    }

    @Test
    void linkThatIsNone_isSaidToBeBroken_andThePageBegins() {
        browser.visit(page("blend.html#nonsense"));
        browser.waitUntil("!document.getElementById('page-trouble').hidden");
        assertThat(browser.text("page-trouble")).contains("the link is broken");
        waitUntilSettled();
        assertThat(browser.value(PLACE + ".notes")).isNotEmpty();
        assertThat(browser.complaints()).singleElement().asString().contains("400");
    }
}
