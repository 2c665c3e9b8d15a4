package io.github.musicgen.representation.pianoroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnsembleTest {

    private static String groupOf(Ensemble ensemble, int program, boolean drums) {
        OptionalInt index = ensemble.indexOf(program, drums);
        return index.isPresent() ? ensemble.groups().get(index.getAsInt()).name() : "none";
    }

    @Test
    void band_programs_goWhereTheFiveTrackDatasetPutsThem() {
        assertThat(IntStream.of(0, 7, 8, 16, 23, 24, 31, 32, 39, 40, 48, 73, 95, 96, 103, 104, 111, 112, 127)
                        .mapToObj(program -> groupOf(Ensemble.BAND, program, false)))
                .containsExactly(
                        "piano", "piano", "strings", "strings", "strings", "guitar", "guitar", "bass", "bass",
                        "strings", "strings", "strings", "strings", "none", "none", "strings", "strings", "none",
                        "none");
    }

    @Test
    void band_drums_areDrumsWhateverTheirProgram() {
        assertThat(groupOf(Ensemble.BAND, 24, true)).isEqualTo("drums");
        assertThat(groupOf(Ensemble.FAMILIES, 127, true)).isEqualTo("drums");
    }

    @Test
    void band_isPlayedByTheProgramsOfTheThesis() {
        assertThat(Ensemble.BAND.groups())
                .extracting(InstrumentGroup::name)
                .containsExactly("piano", "guitar", "bass", "strings", "drums");
        assertThat(Ensemble.BAND.groups()).extracting(InstrumentGroup::program).containsExactly(0, 24, 32, 48, 0);
    }

    @Test
    void families_everyProgram_hasExactlyOne() {
        assertThat(Ensemble.FAMILIES.groups()).hasSize(17);
        for (int program = 0; program < 128; program++) {
            assertThat(Ensemble.FAMILIES.indexOf(program, false)).hasValue(program / 8);
        }
        assertThat(groupOf(Ensemble.FAMILIES, 57, false)).isEqualTo("brass");
    }

    @Test
    void indexOf_unknownName_isRefusedWithTheNamesThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ensemble.BAND.indexOf("flute"))
                .withMessage("group must be one of [piano, guitar, bass, strings, drums], but was \"flute\"");
    }

    @Test
    void ensemble_ofNothingOrOfOneNameTwice_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ensemble(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ensemble(List.of(InstrumentGroup.DRUMS, InstrumentGroup.DRUMS)));
    }

    @Test
    void group_programOutsideMidi_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstrumentGroup.of("wind", 128, IntStream.of(1)))
                .withMessage("program of the instrument group \"wind\" must be 0..127, but was 128");
        assertThatIllegalArgumentException().isThrownBy(() -> InstrumentGroup.of("wind", 1, IntStream.of(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> InstrumentGroup.of("wind", 1, IntStream.empty()));
    }
}
