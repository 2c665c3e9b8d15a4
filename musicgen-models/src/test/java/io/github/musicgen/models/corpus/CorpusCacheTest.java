package io.github.musicgen.models.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.models.corpus.report.Repair;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusCacheTest {
    private static final CorpusOptions OPTIONS = CorpusOptions.training();

    @TempDir
    private Path folder;

    private Path cache;
    private final AtomicInteger filesRead = new AtomicInteger();

    @BeforeEach
    void setUp() throws IOException {
        Tunes.write(folder, "a.mid", Tunes.melody(1, 8));
        Tunes.write(folder, "b.mid", Tunes.melody(2, 40));
        Files.writeString(folder.resolve("c.abc"), Tunes.abc(1) + Tunes.abc(2));
        Files.writeString(folder.resolve("d.mid"), "broken");
        cache = folder.resolve("cache.corpus"); // in the very folder
    }

    @Test
    void secondReading_takesAllFromTheCache() throws IOException {
        Corpus first = read(OPTIONS);
        Corpus second = read(OPTIONS);

        assertThat(filesRead).hasValue(4);
        assertThat(second.pieces()).isEqualTo(first.pieces());
        assertThat(second.report()).isEqualTo(first.report());
        assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
        assertThat(second.notices()).isEmpty();
    }

    @Test
    void cache_isBuiltAnew_whenAFileIsAddedChangedOrGone() throws IOException {
        read(OPTIONS);
        Tunes.write(folder, "e.mid", Tunes.melody(5, 8));
        assertThat(read(OPTIONS).pieces()).hasSize(5);

        Tunes.write(folder, "a.mid", Tunes.melody(6, 12));
        assertThat(read(OPTIONS).melodies().get(0).length()).isEqualTo(12 * 16);

        Files.setLastModifiedTime(folder.resolve("a.mid"), FileTime.fromMillis(1));
        int before = filesRead.get();
        read(OPTIONS);
        assertThat(filesRead).hasValue(before + 5);

        Files.delete(folder.resolve("e.mid"));
        assertThat(read(OPTIONS).pieces()).hasSize(4);
    }

    @Test
    void cache_isBuiltAnew_whenAnOptionChanges() throws IOException {
        read(OPTIONS);

        Corpus split = read(OPTIONS.toBuilder().splitLongMelodies(true).build());

        assertThat(filesRead).hasValue(8);
        assertThat(split.report().repairs()).containsKey(Repair.SPLIT);
    }

    @Test
    void cache_withAnyByteWrong_isToldAndBuiltAnew() throws IOException {
        Corpus whole = read(OPTIONS);
        byte[] bytes = Files.readAllBytes(cache);
        for (int i = 8; i < bytes.length; i++) {
            byte[] wrong = bytes.clone();
            wrong[i] ^= 0x40;
            Files.write(cache, wrong);

            Corpus corpus = read(OPTIONS);

            assertThat(corpus.notices())
                    .as("byte %d", i)
                    .singleElement()
                    .asString()
                    .containsAnyOf("is corrupt", "has version")
                    .contains("built anew");
            assertThat(corpus.pieces()).isEqualTo(whole.pieces());
            assertThat(Files.readAllBytes(cache)).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 20, 60, 100})
    void cache_thatWasCut_isToldAndBuiltAnew(int length) throws IOException {
        Corpus whole = read(OPTIONS);
        Files.write(cache, Arrays.copyOf(Files.readAllBytes(cache), length));

        Corpus corpus = read(OPTIONS);

        assertThat(corpus.notices()).singleElement().asString().contains("is corrupt");
        assertThat(corpus.pieces()).isEqualTo(whole.pieces());
    }

    @Test
    void file_thatIsNoCache_isNeverReplaced() throws IOException {
        Files.writeString(cache, "my thesis");

        assertThatThrownBy(() -> read(OPTIONS))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("cache.corpus")
                .hasMessageContaining("no cache of a corpus");
        assertThat(cache).hasContent("my thesis");
    }

    @Test
    void cache_thatCannotBeWritten_costsNothingButTime() throws IOException {
        cache = folder.resolve("nowhere").resolve("cache.corpus");

        Corpus corpus = read(OPTIONS);

        assertThat(corpus.pieces()).hasSize(4);
        assertThat(corpus.notices()).singleElement().asString().contains("could not be written");
    }

    @Test
    void cache_isCompact_andNothingElseIsLeftBehind() throws IOException {
        read(OPTIONS);

        assertThat(Files.size(cache)).isLessThan(2000);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(5);
        }
    }

    private Corpus read(CorpusOptions options) throws IOException {
        return new CorpusReader(options)
                .cache(cache)
                .progress((done, total, name) -> filesRead.incrementAndGet())
                .read(folder);
    }
}
