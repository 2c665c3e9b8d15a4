package io.github.musicgen.examples.cli.music;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.musicgen.examples.cli.CommandLineRun;
import io.github.musicgen.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MelodyCommandTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("scale.mid");
        MidiWriter.write(SampleMusic.scale(), file);
    }

    @Test
    void melody_ofAScale_isItsEventsStepByStep() throws IOException {
        JsonNode parts = CommandLineRun.of("melody", file).json().get("parts");

        JsonNode events = parts.at("/0/melodies/0/events");
        assertThat(events).hasSize(8 * 16);
        assertThat(events.at("/0").asInt()).isEqualTo(67);
        assertThat(events.at("/1").asInt()).isEqualTo(-2);
        assertThat(events.at("/4").asInt()).isEqualTo(69);
    }

    @Test
    void melody_ofTwoNotesAtOnce_isRejectedWithTheReason() throws IOException {
        JsonNode drone = CommandLineRun.of("melody", file).json().at("/parts/1/melodies/0");

        assertThat(drone.get("rejected").asText()).isEqualTo("polyphonic");
        assertThat(drone.get("reason").asText()).isNotEmpty();
        assertThat(drone.has("events")).isFalse();
    }

    @Test
    void melody_forGeneration_keepsTheHighestNote() throws IOException {
        JsonNode drone =
                CommandLineRun.of("melody", "--for", "generation", file).json().at("/parts/1/melodies/0");

        assertThat(drone.at("/events/0").asInt()).isEqualTo(50);
    }

    @Test
    void melody_withAStricterLimit_saysTheBoundAndTheValue() throws IOException {
        JsonNode flute =
                CommandLineRun.of("melody", "--min-bars", "9", file).json().at("/parts/0/melodies/0");

        assertThat(flute.get("rejected").asText()).isEqualTo("too_short");
        assertThat(flute.get("reason").asText()).contains("9 bars").contains("128");
    }

    @Test
    void melody_ofANoteBeyondAllSteps_failsWithOneLineThatNamesTheFile() throws IOException {
        Path late = folder.resolve("late.mid");
        MidiWriter.write(SampleMusic.late(), late);

        CommandLineRun run = CommandLineRun.of("melody", "--steps-per-quarter", "96", late);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().startsWith("musicgen: " + late + ": step at tick ");
    }

    @Test
    void melody_ofAnAbsurdGrid_isWrongUsageOrBadInput_neverATrace() {
        CommandLineRun run = CommandLineRun.of("melody", "--steps-per-quarter", "0", file);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("steps per quarter must be").contains("but was 0");
    }
}
