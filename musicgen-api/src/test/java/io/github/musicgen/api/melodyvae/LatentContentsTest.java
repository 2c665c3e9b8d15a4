package io.github.musicgen.api.melodyvae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.melodyvae.LatentContents.Drums;
import io.github.musicgen.api.melodyvae.LatentContents.Melodies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatentContentsTest {
    private static final List<LatentContents> ALL = List.of(new Melodies(48, 84), new Melodies(0, 128), new Drums());

    @Test
    void eventsThatAreKnown_areThoseOfTheVocabulary() {
        for (LatentContents contents : ALL) {
            for (int event = -5; event < 600; event++) {
                int asked = event;
                if (contents.knows(event)) {
                    assertThat(contents.vocabulary().event(contents.vocabulary().code(event)))
                            .isEqualTo(event);
                } else {
                    assertThatThrownBy(() -> contents.vocabulary().code(asked))
                            .isInstanceOf(IllegalArgumentException.class);
                }
            }
        }
    }

    @Test
    void whatIsShown_tellsEventsApart_andLiesWithinItsSize() {
        for (LatentContents contents : ALL) {
            List<List<Float>> shown = new ArrayList<>();
            for (int code = 0; code < contents.vocabulary().size(); code++) {
                Float[] input = new Float[contents.inputSize()];
                Arrays.fill(input, 0f);
                contents.write(contents.vocabulary().event(code), (index, value) -> input[index] = value);
                shown.add(List.of(input));
            }
            assertThat(shown).doesNotHaveDuplicates();
        }
    }
}
