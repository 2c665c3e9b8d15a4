package io.github.musicgen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.bench.MidiReadingBenchmark.Rival;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MidiReadingBenchmarkTest {

    @ParameterizedTest
    @EnumSource(Rival.class)
    void everyRival_readsTheSameEvents(Rival rival) throws IOException {
        long events = 0;
        for (byte[] file : MidiCorpus.composed().files()) {
            events += rival.countEvents(file);
        }

        assertThat(events).isEqualTo(MidiCorpus.composed().events());
    }

    @Test
    void composedCorpus_isTheSameEachTimeAndSaysHowLargeItIs() throws IOException {
        MidiCorpus corpus = MidiCorpus.composed();

        assertThat(corpus.files())
                .containsExactlyElementsOf(MidiCorpus.composed().files());
        // 50 files each of one to four parts: 500 notes, a name, a program and an end each; tempo, meter and end for
        // all.
        assertThat(corpus.events()).isEqualTo(500 * (2 * 500 + 3) + 200 * 3);
        assertThat(corpus.describe()).matches("composed: 200 files, [0-9,]+ bytes, 502,100 events");
    }

    @Test
    void corpusInAFolder_isWhatLiesInItsThreeParts(@TempDir Path folder) throws IOException {
        byte[] tune = MidiCorpus.composed().files().get(0);
        for (String part : new String[] {"folk", "drums", "game", "chorales"}) {
            Files.createDirectories(folder.resolve(part).resolve("deep"));
            Files.write(folder.resolve(part).resolve("deep").resolve("tune.MID"), tune);
            Files.writeString(folder.resolve(part).resolve("info.csv"), "no music");
        }
        MidiCorpus corpus = MidiCorpus.below(folder);

        assertThat(corpus.files()).containsExactly(tune, tune, tune);
        assertThat(corpus.bytes()).isEqualTo(3L * tune.length);
    }
}
