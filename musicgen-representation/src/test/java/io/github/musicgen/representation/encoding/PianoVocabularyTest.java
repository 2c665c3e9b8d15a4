package io.github.musicgen.representation.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.representation.melody.Melody;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The classes of MusicVAE's melodies: no-event, note-off, and the 88 notes of a piano. */
class PianoVocabularyTest {
    private static final MelodyVocabulary PIANO = new MelodyVocabulary(21, 109);

    @Test
    void classes_areThoseOfMusicVae() {
        assertThat(PIANO.size()).isEqualTo(90);
        assertThat(PIANO.code(Melody.NO_EVENT)).isZero();
        assertThat(PIANO.code(Melody.NOTE_OFF)).isEqualTo(1);
        assertThat(PIANO.code(21)).isEqualTo(2);
        assertThat(PIANO.code(60)).isEqualTo(41);
        assertThat(PIANO.code(108)).isEqualTo(89);
    }

    @Test
    void everyClass_comesBackFromItsEvent() {
        int[] all = IntStream.range(0, 90).toArray();
        assertThat(IntStream.of(all).map(PIANO::event).map(PIANO::code))
                .containsExactly(IntStream.of(all).boxed().toArray(Integer[]::new));
        assertThat(IntStream.of(all).map(PIANO::event).distinct().count()).isEqualTo(90);
    }

    @Test
    void notesThatNoPianoHas_areRefused() {
        assertThatThrownBy(() -> PIANO.code(20)).hasMessageContaining("21..108, but was 20");
        assertThatThrownBy(() -> PIANO.code(109)).hasMessageContaining("21..108, but was 109");
    }
}
