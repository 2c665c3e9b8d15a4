package io.github.musicgen.models.corpus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.midi.files.MusicFormat;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class SourceTest {
    @Test
    void read_ofAFileThatHidesItsSize_endsAtTheLimit() {
        Source endless = new Source("endless.mid", MusicFormat.MIDI, -1, 0, () -> new InputStream() {
            @Override
            public int read() {
                return 0;
            }
        });

        assertThatThrownBy(() -> endless.read(1000)).hasMessageContaining("1000 bytes at most, but had more");
    }

    @Test
    void read_ofAFileThatTellsItsSize_isRefusedBeforeItIsOpened() {
        Source large = new Source("large.mid", MusicFormat.MIDI, 1001, 0, () -> {
            throw new AssertionError("it was opened");
        });

        assertThatThrownBy(() -> large.read(1000))
                .hasMessage("a file must have 1000 bytes at most, but had 1001 bytes");
    }

    @Test
    void read_ofAsManyBytesAsAreAllowed_givesThem() throws IOException {
        Source file = new Source("a.mid", MusicFormat.MIDI, -1, 0, () -> InputStream.nullInputStream());

        assertThat(file.read(1000)).isEmpty();
    }
}
