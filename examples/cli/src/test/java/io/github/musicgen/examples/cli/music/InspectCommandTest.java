package io.github.musicgen.examples.cli.music;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.musicgen.examples.cli.CommandLineRun;
import io.github.musicgen.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    @TempDir
    private Path folder;

    @Test
    void inspect_aMidiFile_tellsPartsTempoMeterAndKey() throws IOException {
        Path file = folder.resolve("scale.mid");
        MidiWriter.write(SampleMusic.scale(), file);

        CommandLineRun run = CommandLineRun.of("inspect", file);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode json = run.json();
        assertThat(json.get("title").asText()).isEqualTo("Scale");
        assertThat(json.get("bars").asInt()).isEqualTo(8);
        assertThat(json.get("notes").asInt()).isEqualTo(34);
        assertThat(json.get("seconds").asDouble()).isEqualTo(16);
        assertThat(json.at("/tempos/0/quartersPerMinute").asDouble()).isEqualTo(120);
        assertThat(json.at("/timeSignatures/0/numerator").asInt()).isEqualTo(4);
        assertThat(json.at("/keySignatures/0/key").asText()).isEqualTo("G major");
        assertThat(json.at("/parts/0/name").asText()).isEqualTo("Flute");
        assertThat(json.at("/parts/0/instrument").asText()).isEqualTo("Flute");
        assertThat(json.at("/parts/0/lowest/name").asText()).isEqualTo("G4");
        assertThat(json.at("/parts/0/monophonic").asBoolean()).isTrue();
        assertThat(json.at("/parts/1/monophonic").asBoolean()).isFalse();
        assertThat(json.at("/parts/0/noteList").isMissingNode()).isTrue();
        assertThat(json.get("problems")).isEmpty();
        assertThat(json.get("repaired").asBoolean()).isFalse();
        assertThat(json.get("fault").asText()).isEmpty();
    }

    @Test
    void inspect_withNotes_listsEveryNoteInTicksAndSeconds() throws IOException {
        Path file = folder.resolve("scale.mid");
        MidiWriter.write(SampleMusic.scale(), file);

        JsonNode notes = CommandLineRun.of("inspect", "--notes", file).json().at("/parts/0/noteList");

        assertThat(notes).hasSize(32);
        assertThat(notes.at("/1/pitch").asInt()).isEqualTo(69);
        assertThat(notes.at("/1/startTick").asLong()).isEqualTo(480);
        assertThat(notes.at("/1/endSeconds").asDouble()).isEqualTo(1);
    }

    @Test
    void inspect_aCutFile_repairsItAndTellsWhere() throws IOException {
        Path file = folder.resolve("cut.mid");
        MidiWriter.write(SampleMusic.scale(), file);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 10));

        CommandLineRun run = CommandLineRun.of("inspect", file);

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("problems")).isNotEmpty();
        assertThat(run.json().at("/problems/0").asText()).contains("byte");
        assertThat(run.json().get("repaired").asBoolean()).isTrue();
        String fault = run.json().get("fault").asText();
        assertThat(fault).contains("byte");
        CommandLineRun refused = CommandLineRun.of("convert", file, folder.resolve("cut.svg"));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains(fault);
    }

    @Test
    void inspect_whatIsNoMusic_failsWithOneLineThatNamesTheFileAndThePlace() throws IOException {
        Path file = folder.resolve("not.mid");
        Files.writeString(file, "This is not music.");

        CommandLineRun run = CommandLineRun.of("inspect", file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("not.mid")
                .contains("byte 0");
    }

    @Test
    void inspect_aMissingFile_failsWithOneLine() {
        CommandLineRun run = CommandLineRun.of("inspect", folder.resolve("missing.mid"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().endsWith("missing.mid: no such file");
    }

    @Test
    void inspect_anUnknownExtension_isWrongUsage() {
        CommandLineRun run = CommandLineRun.of("inspect", "song.doc");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("song.doc").contains(".mid");
    }
}
