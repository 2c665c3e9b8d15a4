package io.github.musicgen.midi.musicxml;

import static io.github.musicgen.midi.musicxml.Scores.COMMON_TIME;
import static io.github.musicgen.midi.musicxml.Scores.note;
import static io.github.musicgen.midi.musicxml.Scores.read;
import static io.github.musicgen.midi.musicxml.Scores.score;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Syllables and how they are joined. */
class LyricsTest {

    private static String lyric(String content) {
        return "<lyric>" + content + "</lyric>";
    }

    private static String syllable(String syllabic, String text) {
        return "<syllabic>" + syllabic + "</syllabic><text>" + text + "</text>";
    }

    private static List<String> lyrics(String measure) throws MalformedMusicXmlException {
        return read(score(measure)).parts().get(0).lyrics().stream()
                .map(lyric -> lyric.tick() + " " + lyric.text())
                .toList();
    }

    @Test
    void syllablesWhoseWordGoesOn_endWithAHyphen() throws Exception {
        assertThat(lyrics(COMMON_TIME
                        + note("C4", 1, lyric(syllable("begin", "Hal")))
                        + note("D4", 1, lyric(syllable("middle", "le")))
                        + note("E4", 1, lyric(syllable("end", "lu")))
                        + note("F4", 1, lyric(syllable("single", "ja!")))))
                .containsExactly("0 Hal-", "480 le-", "960 lu", "1440 ja!");
    }

    @Test
    void elidedSyllables_areJoined() throws Exception {
        String elided = lyric(syllable("end", "ve") + "<elision>‿</elision>" + syllable("begin", "o"));
        String bare = lyric(syllable("end", "ve") + "<elision/>" + syllable("single", "o"));
        assertThat(lyrics(COMMON_TIME + note("C4", 2, elided) + note("D4", 2, bare)))
                .containsExactly("0 ve‿o-", "960 ve o");
    }

    @Test
    void lyricsWithoutText_areNone() throws Exception {
        assertThat(lyrics(COMMON_TIME + note("C4", 4, lyric("<extend/>")))).isEmpty();
    }

    @Test
    void theFirstVerse_isSungWhereNothingIsRepeated() throws Exception {
        String verses = "<lyric number='2'><text>two</text></lyric><lyric number='1'><text>one</text></lyric>";
        assertThat(lyrics(COMMON_TIME + note("C4", 4, verses))).containsExactly("0 one");
        assertThat(lyrics(COMMON_TIME + note("C4", 4, "<lyric number='2'><text>two</text></lyric>")))
                .containsExactly("0 two");
    }
}
