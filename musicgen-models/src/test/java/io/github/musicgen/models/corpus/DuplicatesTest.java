package io.github.musicgen.models.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.models.corpus.report.FileReport;
import io.github.musicgen.models.corpus.report.Limit;
import io.github.musicgen.models.corpus.report.LimitCost;
import io.github.musicgen.models.corpus.report.Loss;
import io.github.musicgen.models.corpus.report.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicatesTest {
    @TempDir
    private Path folder;

    @Test
    void duplicates_areCounted_andLeftOutWhereThatIsWanted() throws IOException {
        Tunes.write(folder, "a.mid", Tunes.melody(1, 8));
        Tunes.write(folder, "b.mid", Tunes.melody(1, 8).transpose(5));
        Tunes.write(
                folder,
                "c.mid",
                Tunes.music(
                        Tunes.part("x", Tunes.melody(2, 8)),
                        Tunes.part("y", Tunes.melody(1, 8).transpose(-12))));

        Corpus kept = Corpus.read(folder, CorpusOptions.training());
        Corpus dropped = Corpus.read(
                folder,
                CorpusOptions.training().toBuilder().dropDuplicates(true).build());

        assertThat(kept.melodies()).hasSize(4);
        assertThat(kept.report().duplicates()).isEqualTo(2);
        assertThat(dropped.melodies()).hasSize(2);
        assertThat(dropped.report().duplicates()).isEqualTo(2);
        assertThat(dropped.report().costs()).isEqualTo(Map.of(Limit.DUPLICATES, new LimitCost(new Loss(2, 256), 2)));
        FileReport rejected = dropped.report().files().get(1);
        assertThat(rejected.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(rejected.reason()).contains("a.mid");
        assertThat(dropped.report().melodies()).isEqualTo(2);
    }
}
