package io.github.musicgen.representation.picture;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LetteringTest {

    @Property
    void whatWasFittedFits(@ForAll String text, @ForAll @DoubleRange(min = 0, max = 300) double room) {
        String fitted = Lettering.fitted(text, 10, room);
        assertThat(Lettering.width(fitted, 10)).isLessThanOrEqualTo(room + 1e-9);
        assertThat(fitted.equals(text) || fitted.isEmpty() || fitted.endsWith("…"))
                .isTrue();
    }

    @Test
    void fitted_enoughRoom_isTheWholeText() {
        assertThat(Lettering.fitted("Am7/G", 10, 40)).isEqualTo("Am7/G");
    }

    @Test
    void fitted_lessRoom_isItsBeginning() {
        assertThat(Lettering.fitted("continuation", 10, 40)).isEqualTo("continu…");
        assertThat(Lettering.fitted("continuation", 10, 5)).isEmpty();
    }
}
