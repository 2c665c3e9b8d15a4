package io.github.musicgen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.representation.sequence.Note;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedModelsTest {
    private static final int MOST_BYTES = 700_000;

    static List<String> available() {
        return Generator.available();
    }

    @ParameterizedTest
    @MethodSource("available")
    void aModel_answersAsWhenItWasMade_andSaysWhereItComesFrom(String name) {
        Generator generator = Generator.load(name);
        ModelCard card = generator.bundle().card();

        assertThat(generator.verify()).isEmpty();
        assertThat(generator.bundle().golden()).isPresent();
        assertThat(card.id()).isEqualTo(name);
        assertThat(card.description()).isNotBlank();
        assertThat(card.license()).isNotBlank();
        assertThat(card.attribution()).isNotBlank();
        assertThat(card.provenance()).containsKeys("corpus", "extraction", "seed", "steps", "training");
    }

    @ParameterizedTest
    @MethodSource("available")
    void aModel_hasTheHashThatIsWrittenDown(String name) {
        Generator generator = Generator.load(name);

        assertThat(generator.modelHash())
                .isEqualTo(Generator.of(generator.bundle()).modelHash());
    }

    @ParameterizedTest
    @MethodSource("available")
    void aModel_foreseesMusicBetterThanCounting(String name) {
        Map<String, Double> figures = Generator.load(name).bundle().card().figures();

        double ngram = figures.getOrDefault("testBestNgramNatsPerStep", Double.NaN);
        assertThat(figures.get("testNatsPerStep")).isLessThan(0.85 * ngram);
    }

    @ParameterizedTest
    @MethodSource("available")
    void aModel_isSmall(String name) throws Exception {
        try (InputStream stream =
                Objects.requireNonNull(Generator.class.getResourceAsStream("models/" + name + ".safetensors"), name)) {
            assertThat(stream.readAllBytes()).hasSizeLessThan(MOST_BYTES);
        }
    }

    /** Neither silence nor one note: what a visitor hears first. */
    @ParameterizedTest
    @MethodSource("available")
    void aModel_writesMusic(String name) {
        Generator generator = Generator.load(name);

        for (long seed = 1; seed <= 5; seed++) {
            List<Integer> pitches = generator
                    .fromScratch()
                    .steps(128)
                    .seed(seed)
                    .generate()
                    .whole()
                    .notes()
                    .map(Note::pitch)
                    .toList();

            assertThat(pitches).as("seed " + seed).hasSizeGreaterThan(10);
            assertThat(new HashSet<>(pitches)).as("seed " + seed).hasSizeGreaterThan(2);
        }
    }

    @Test
    void anotherName_isAnsweredWithThoseThatThereAre() {
        assertThatThrownBy(() -> Generator.load("jazz"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a model must be one of classical, folk, songbook, but was \"jazz\"; a file is loaded by its Path");
    }
}
