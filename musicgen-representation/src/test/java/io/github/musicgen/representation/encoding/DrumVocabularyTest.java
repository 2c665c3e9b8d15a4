package io.github.musicgen.representation.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.representation.encoding.SparseInput.Entry;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DrumVocabularyTest {
    private final DrumVocabulary vocabulary = new DrumVocabulary();

    @Test
    void sizes_areThoseOfMagentasDrums() {
        assertThat(vocabulary.size()).isEqualTo(512);
        assertThat(vocabulary.rollSize()).isEqualTo(10);
        assertThat(vocabulary.defaultEvent()).isZero();
    }

    @Property
    void rolls_haveABitOfTheEventEach_andSilenceBehindThem(@ForAll @IntRange(min = 0, max = 511) int event) {
        assertThat(vocabulary.event(vocabulary.code(event))).isEqualTo(event);
        float[] expected = new float[10];
        for (int drum = 0; drum < 9; drum++) {
            expected[drum] = event / (int) Math.pow(2, drum) % 2;
        }
        expected[9] = event == 0 ? 1 : 0;
        assertThat(roll(event)).isEqualTo(SparseInput.ofDense(expected));
    }

    private List<Entry> roll(int event) {
        SparseInput input = new SparseInput();
        vocabulary.writeRoll(event, input);
        return input.entries();
    }

    @Test
    void whatIsNoEvent_isRefused() {
        assertThatThrownBy(() -> vocabulary.code(512)).hasMessage("event of drums must be 0..511, but was 512");
        assertThatThrownBy(() -> roll(-1)).hasMessage("event of drums must be 0..511, but was -1");
        assertThatThrownBy(() -> vocabulary.event(512)).hasMessage("class must be 0..511, but was 512");
    }
}
