package io.github.musicgen.models.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.models.corpus.division.SplitFractions;
import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import io.github.musicgen.models.corpus.report.Verdict;
import io.github.musicgen.models.evaluation.ModelMelodies;
import io.github.musicgen.models.evaluation.NGramScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every folder of music in the folder that the system property {@code musicgen.corpus} names: what is in no file's power holds of
 * all of them.
 */
@EnabledIfSystemProperty(named = "musicgen.corpus", matches = ".+")
class MusicCorpusTest {
    private static final CorpusOptions OPTIONS =
            CorpusOptions.training().toBuilder().splitLongMelodies(true).build();

    @TempDir
    private static Path scratch;

    private static Corpus corpus;

    @BeforeAll
    static void read() throws IOException {
        corpus = readOrCached();
    }

    @Test
    void everyFile_getsAVerdict_andNoneBringsOutAFault() {
        assertThat(corpus.report().files())
                .hasSizeGreaterThan(100)
                .noneMatch(file -> file.reason().startsWith("reading it failed"))
                .noneMatch(
                        file -> file.verdict() != Verdict.KEPT && file.reason().isBlank());
    }

    @Test
    void cache_holdsAllThatWasRead() throws IOException {
        Corpus cached = readOrCached();

        assertThat(cached.pieces()).isEqualTo(corpus.pieces());
        assertThat(cached.report()).isEqualTo(corpus.report());
    }

    @Test
    void melodies_keepToTheLimits_andAreWorthMoreThanChance() throws UnusableCorpusException {
        CorpusSplit split = corpus.split(SplitFractions.usual());
        ModelMelodies shown = new ModelMelodies(MelodyRnnConfiguration.basicRnn());

        NGramScore score =
                NGramScore.heldOut(shown, CorpusSplit.melodies(split.training()), CorpusSplit.melodies(split.test()));

        assertThat(corpus.melodies())
                .allMatch(melody -> melody.length() <= OPTIONS.extraction().truncateSteps());
        assertThat(score.bestNatsPerStep())
                .isLessThan(0.5 * Math.log(shown.vocabulary().size()));
    }

    private static Corpus readOrCached() throws IOException {
        return new CorpusReader(OPTIONS)
                .cache(scratch.resolve("cache.corpus"))
                .read(folders(Path.of(System.getProperty("musicgen.corpus", ""))));
    }

    private static List<Path> folders(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            List<Path> folders = files.filter(Files::isDirectory).sorted().toList();
            return folders.isEmpty() ? List.of(root) : folders;
        }
    }
}
