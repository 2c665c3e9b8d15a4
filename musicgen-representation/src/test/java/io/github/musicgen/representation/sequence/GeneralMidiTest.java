package io.github.musicgen.representation.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GeneralMidiTest {

    @Test
    void programName_theCornersOfTheTable_areThoseOfTheStandard() {
        assertThat(GeneralMidi.programName(0)).isEqualTo("Acoustic Grand Piano");
        assertThat(GeneralMidi.programName(24)).isEqualTo("Acoustic Guitar (nylon)");
        assertThat(GeneralMidi.programName(73)).isEqualTo("Flute");
        assertThat(GeneralMidi.programName(127)).isEqualTo("Gunshot");
    }

    @Test
    void programName_everyProgram_hasANameOfItsOwn() {
        assertThat(IntStream.range(0, GeneralMidi.PROGRAMS).mapToObj(GeneralMidi::programName))
                .doesNotHaveDuplicates()
                .allMatch(name -> !name.isBlank() && name.strip().equals(name));
    }

    @Test
    void drumName_namedAndUnnamedPitches() {
        assertThat(GeneralMidi.drumName(35)).isEqualTo("Acoustic Bass Drum");
        assertThat(GeneralMidi.drumName(42)).isEqualTo("Closed Hi-Hat");
        assertThat(GeneralMidi.drumName(51)).isEqualTo("Ride Cymbal 1");
        assertThat(GeneralMidi.drumName(81)).isEqualTo("Open Triangle");
        assertThat(GeneralMidi.drumName(34)).isEqualTo("Drum 34");
        assertThat(GeneralMidi.drumName(82)).isEqualTo("Drum 82");
    }

    @Test
    void familyNames_areSixteen() {
        assertThat(GeneralMidi.familyNames()).hasSize(GeneralMidi.PROGRAMS / GeneralMidi.PROGRAMS_PER_FAMILY);
    }

    @Test
    void programName_outsideMidi_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> GeneralMidi.programName(128));
        assertThatIllegalArgumentException().isThrownBy(() -> GeneralMidi.drumName(-1));
    }
}
