package io.github.musicgen.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTablesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern PREFIX = Pattern.compile("written by ReadmeTables from (\\S+)-\\*\\.json");

    @Test
    void theReadme_holdsWhatTheCommittedResultsSay() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        Matcher prefix = PREFIX.matcher(readme);

        assertThat(prefix.find()).isTrue();
        assertThat(readme).isEqualTo(ReadmeTables.written(readme, ROOT, prefix.group(1)));
    }

    @Test
    void anOldFigure_isReplaced_andTheRestStays() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        Matcher prefix = PREFIX.matcher(readme);
        assertThat(prefix.find()).isTrue();
        String old = readme.replace("| Deeplearning4j | ", "| Deeplearning4j | 9");

        assertThat(old).isNotEqualTo(readme);
        assertThat(ReadmeTables.written(old, ROOT, prefix.group(1))).isEqualTo(readme);
    }

    @Test
    void aReadmeWithoutAPlace_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReadmeTables.written("# musicgen\n", ROOT, "docs/benchmarks/2026-11-26"))
                .withMessageContaining("<!-- figures: written by ReadmeTables from ... -->");
    }

    @Test
    void otherArguments_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReadmeTables.main(new String[] {"README.md"}))
                .withMessage("arguments must be README.md PREFIX, but were " + List.of("README.md"));
    }
}
