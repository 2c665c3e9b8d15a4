package io.github.musicgen.midi.abc;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.musicgen.midi.abc.report.AbcNotice;
import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.SourceText;
import java.util.List;
import java.util.stream.Stream;

/**
 * Texts that nobody thought of. Without a fuzzer this runs over the files in its folder under {@code src/test/resources}, which
 * holds seeds and whatever was once found.
 */
class AbcFuzzTest {

    @FuzzTest
    void anyText_isReadOrRefused(byte[] bytes) {
        String text = SourceText.decode(bytes);
        try {
            List<AbcTune> tunes = AbcReader.parseLenient(text);
            assertThat(tunes).isNotEmpty();
            checkStrictly(text, tunes);
        } catch (MalformedAbcException hopeless) {
            assertThat(hopeless.line()).isPositive();
            assertThat(hopeless.column()).isPositive();
        }
    }

    /** Strict reading gives what lenient reading does, or stops at something that lenient reading tells. */
    private static void checkStrictly(String text, List<AbcTune> tunes) {
        try {
            assertThat(AbcReader.parse(text)).isEqualTo(tunes);
        } catch (MalformedAbcException refused) {
            Stream<String> told =
                    tunes.stream().flatMap(tune -> tune.notices().stream()).map(AbcNotice::toString);
            assertThat(told.filter(notice -> notice.startsWith(refused.getMessage())))
                    .isNotEmpty();
        }
    }
}
