package io.github.musicgen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.testing.TinyModels;
import io.github.musicgen.api.testing.Tunes;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class EnsembleTest {
    private static final NoteSequence NOTHING = NoteSequence.builder(480).build();

    static List<MelodyRnnConfiguration> configurations() {
        return MelodyRnnConfiguration.all();
    }

    private static Generator generator(MelodyRnnConfiguration configuration) {
        return Generator.of(TinyModels.of(configuration.withLayers(16, 16), 11));
    }

    /** Primers of different lengths, keys and resolutions. */
    private static List<NoteSequence> primers(int count) {
        List<NoteSequence> primers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            NoteSequence tune = i % 3 == 2 ? Tunes.band() : Tunes.melody();
            primers.add(i % 2 == 0 ? tune : tune.transpose(i % 5));
        }
        return primers;
    }

    private static List<Generation> oneByOne(
            Generator generator, List<NoteSequence> primers, GenerationOptions options) {
        List<Generation> made = new ArrayList<>();
        for (int i = 0; i < primers.size(); i++) {
            made.add(generator
                    .continuing(primers.get(i))
                    .with(options.withSeed(options.seed() + i))
                    .generate());
        }
        return made;
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void generateAll_ofEveryConfiguration_isTheSameAsOneByOne(MelodyRnnConfiguration configuration) {
        Generator generator = generator(configuration);
        GenerationOptions options = generator
                .fromScratch()
                .steps(50)
                .temperature(1.2)
                .inKey("C major")
                .seed(7)
                .options();
        List<NoteSequence> primers = primers(9);
        assertThat(generator.generateAll(primers, options)).isEqualTo(oneByOne(generator, primers, options));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 8", "3, 2", "7, 3", "70, 1", "131, 2"})
    void generateAll_onAnyNumberOfThreads_isTheSame(int count, int threads) {
        Generator generator = generator(MelodyRnnConfiguration.basicRnn());
        GenerationOptions options = generator.fromScratch().steps(5).seed(-3).options();
        List<NoteSequence> primers = primers(count);
        assertThat(generator.generateAll(primers, options, threads)).isEqualTo(oneByOne(generator, primers, options));
    }

    @Test
    void generateAll_withBeams_searchesForEach() {
        Generator generator = generator(MelodyRnnConfiguration.lookbackRnn());
        GenerationOptions options =
                generator.fromScratch().steps(12).beam(3, 2, 4).seed(1).options();
        assertThat(generator.generateAll(primers(3), options)).isEqualTo(oneByOne(generator, primers(3), options));
    }

    @Test
    void generateAll_ofNothing_isNothing() {
        Generator generator = generator(MelodyRnnConfiguration.basicRnn());
        assertThat(generator.generateAll(List.of(), generator.fromScratch().options(), 4))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "5"})
    void generateAll_withAPrimerThatHasNoMelody_namesIt(int threads) {
        Generator generator = generator(MelodyRnnConfiguration.basicRnn());
        List<NoteSequence> primers = List.of(Tunes.melody(), Tunes.melody(), NOTHING, Tunes.band());
        assertThatThrownBy(() ->
                        generator.generateAll(primers, generator.fromScratch().options(), threads))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("primer 3 of 4: ");
    }

    @Test
    void generateAll_withContradictoryWishes_namesThePrimer() {
        Generator generator = generator(MelodyRnnConfiguration.basicRnn());
        GenerationOptions options = generator
                .fromScratch()
                .steps(4)
                .forcing(0, "C5")
                .within("C4", "E4")
                .options();
        assertThatThrownBy(() -> generator.generateAll(List.of(Tunes.melody()), options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("primer 1 of 1: ");
    }

    @Test
    void generateAll_onNoThread_isRefused() {
        Generator generator = generator(MelodyRnnConfiguration.basicRnn());
        assertThatThrownBy(() -> generator.generateAll(
                        primers(1), generator.fromScratch().options(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the number of threads must be 1 or more, but was 0");
    }

    @Test
    void generateAll_interrupted_isCancelledAndTheInterruptKept() {
        Generator generator = generator(MelodyRnnConfiguration.basicRnn());
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> generator.generateAll(
                            primers(4), generator.fromScratch().steps(1000).options(), 2))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void generateAll_interruptedOnItsOwnThread_isCancelledToo() {
        Generator generator = generator(MelodyRnnConfiguration.basicRnn());
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> generator.generateAll(
                            primers(1), generator.fromScratch().options()))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void candidates_moreThanABatch_areThoseOfTheNextSeeds() {
        Generator generator = generator(MelodyRnnConfiguration.basicRnn());
        MelodyRequest request = generator.continuing(Tunes.melody()).steps(4).seed(100);
        List<Generation> candidates = request.candidates(70);
        assertThat(candidates)
                .hasSize(70)
                .allSatisfy(made ->
                        assertThat(made).isEqualTo(request.seed(made.seed()).generate()));
        assertThat(candidates).extracting(Generation::seed).doesNotHaveDuplicates();
    }
}
