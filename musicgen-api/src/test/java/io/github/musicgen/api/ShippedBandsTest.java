package io.github.musicgen.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.sequence.Pitch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bands of the jar with the classifier more-models. */
class ShippedBandsTest {
    private static final Path FOLDER = Path.of("src/more-models/META-INF/musicgen/models");
    private static final long MOST_BYTES = 4_000_000;

    static List<String> known() {
        return Band.available();
    }

    private static Path file(String name) {
        return FOLDER.resolve(name + ".safetensors");
    }

    @ParameterizedTest
    @MethodSource("known")
    void aBand_answersAsWhenItWasMade_andSaysWhereItComesFrom(String name) throws Exception {
        Band band = Band.load(file(name));
        ModelCard card = band.bundle().card();
        assertThat(band.verify()).isEmpty();
        assertThat(band.configuration()).isEqualTo(BandVaeConfiguration.band());
        assertThat(card.id()).isEqualTo(name);
        assertThat(card.description()).isNotBlank();
        assertThat(card.license()).isNotBlank();
        assertThat(card.attribution()).isNotBlank();
        assertThat(card.provenance()).containsKeys("corpus", "pieces", "seed", "steps", "training");
        assertThat(Files.size(file(name))).isLessThan(MOST_BYTES);
        assertThat(FOLDER.resolve("LICENSE-" + name + ".txt")).content().contains("BSD 3-Clause");
    }

    @ParameterizedTest
    @MethodSource("known")
    void aBand_foreseesEachInstrumentBetterThanCountingAndRepeating(String name) throws Exception {
        Band band = Band.load(file(name));
        Map<String, Double> figures = band.bundle().card().figures();
        for (BandInstrument instrument : band.configuration().instruments()) {
            String of = "." + instrument.name();
            assertThat(figures.get("testNats" + of))
                    .as(instrument.name())
                    .isLessThan(figures.get("testFrequencies" + of))
                    .isLessThan(figures.get("testRepetition" + of));
            assertThat(figures.get("testPresenceSongs" + of))
                    .as(instrument.name())
                    .isPositive();
            assertThat(figures.get("testPresence" + of)).as(instrument.name()).isGreaterThanOrEqualTo(0.9);
        }
    }

    /** All but the first, which hears nobody: whoever leads, and in the pieces as they are. */
    @ParameterizedTest
    @MethodSource("known")
    void aBand_foreseesInstrumentsBetter_whenTheyHearOthers(String name) throws Exception {
        Band band = Band.load(file(name));
        Map<String, Double> figures = band.bundle().card().figures();
        List<BandInstrument> instruments = band.configuration().instruments();
        for (BandInstrument instrument : instruments.subList(1, instruments.size())) {
            String of = "." + instrument.name();
            for (String heard : List.of("testNats", "testFirstHeard")) {
                assertThat(figures.get(heard + of))
                        .as("%s of the %s", heard, instrument.name())
                        .isLessThan(figures.get("testNobodyHeard" + of));
            }
            for (String heard : List.of("testLedNats", "testLedFirstHeard")) {
                assertThat(figures.get(heard + of))
                        .as("%s of the %s", heard, instrument.name())
                        .isLessThan(figures.get("testLedNobodyHeard" + of));
                assertThat(figures.get(heard + "Better" + of))
                        .as("melodies to which it foresees the %s better, %s", instrument.name(), heard)
                        .isGreaterThan(figures.get(heard + "Worse" + of));
            }
        }
    }

    /** Both are in the same key, so that only listening tells one melody from the other. */
    @ParameterizedTest
    @MethodSource("known")
    void aBand_playsWhatFitsItsMelody_ratherThanAnother(String name) throws Exception {
        Map<String, Double> figures = Band.load(file(name)).bundle().card().figures();
        assertThat(figures.get("testConsonant"))
                .isGreaterThan(figures.getOrDefault("testOtherConsonant", Double.NaN) + 0.04);
        assertThat(figures.get("testInKey")).isGreaterThan(0.75); // by chance 7 of 12 tones are
        assertThat(figures.get("testMelodies")).isGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("known")
    void aBand_writesSongsInWhichAllPlay(String name) throws Exception {
        Band band = Band.load(file(name));
        for (long seed = 0; seed < 3; seed++) {
            NoteSequence song = band.request().seed(seed).segments(32).compose();
            for (Part part : song.parts()) {
                assertThat(part.notes()).as(part.name()).hasSizeBetween(10, 4000);
                assertThat(part.notes()).as(part.name()).anyMatch(note -> note.startTick() > song.endTick() * 3 / 4);
            }
        }
    }

    /** A quarter of what bass and guitar play would be, were it not raised: their songs were learned in other keys. */
    @ParameterizedTest
    @MethodSource("known")
    void aBand_playsNothingThatItsInstrumentsAreTooHighFor(String name) throws Exception {
        Band band = Band.load(file(name));
        NoteSequence melody = band.request().segments(4).compose();
        Map<String, Integer> lowest = Map.of("piano", 21, "guitar", 40, "bass", 28, "strings", 28, "drums", 35);
        for (long seed = 0; seed < 40; seed++) {
            BandRequest request = band.request().seed(seed).segments(8);
            for (NoteSequence song :
                    List.of(request.compose(), request.continueSong(melody), request.accompany(melody))) {
                for (Part part : song.parts()) {
                    assertThat(part.notes())
                            .as("%s, seed %d", part.name(), seed)
                            .allMatch(note -> note.pitch() >= lowest.getOrDefault(part.name(), Pitch.MAX));
                }
            }
        }
    }
}
