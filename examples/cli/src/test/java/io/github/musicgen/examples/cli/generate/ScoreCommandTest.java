package io.github.musicgen.examples.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.musicgen.examples.cli.CommandLineRun;
import io.github.musicgen.examples.cli.model.SmallModels;
import io.github.musicgen.examples.cli.music.SampleMusic;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {
    @TempDir
    private Path folder;

    private Path model;
    private Path music;

    @BeforeEach
    void write() throws IOException {
        model = SmallModels.attention(folder.resolve("model.safetensors"), 5);
        music = folder.resolve("scale.mid");
        MidiWriter.write(SampleMusic.scale(), music);
    }

    @Test
    void score_ofAMelody_isTheSurpriseOfItsSteps() throws IOException {
        CommandLineRun run = CommandLineRun.of("score", "--model", model, music);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        JsonNode json = run.json();
        double nats = json.get("natsPerStep").asDouble();
        assertThat(nats).isPositive();
        assertThat(json.get("perplexity").asDouble()).isEqualTo(Math.exp(nats), within(1e-9));
        assertThat(json.get("steps").asInt()).isEqualTo(128);
        assertThat(json.get("noteList")).as("all quarters but the first").hasSize(31);
        assertThat(json.get("notes").asInt()).isEqualTo(31);
        assertThat(json.at("/noteList/0/step").asInt()).isEqualTo(4);
        assertThat(json.at("/noteList/0/name").asText()).isEqualTo("A4");
        assertThat(json.at("/noteList/0/surprise").asDouble()).isPositive();
    }

    @Test
    void score_ofANamedPart_isThatOfThePartAlone() throws IOException {
        NoteSequence scale = SampleMusic.scale();
        Part low = Part.builder("Low")
                .note(48, 100, 0, 480)
                .note(55, 100, 480, 960)
                .build();
        MidiWriter.write(scale.withParts(List.of(scale.parts().get(0), low)), music);
        Path alone = folder.resolve("alone.mid");
        MidiWriter.write(scale.withParts(List.of(low)), alone);

        assertThat(told("--part", "Low", music)).isEqualTo(told(alone)).isNotEqualTo(told(music));

        CommandLineRun missing = CommandLineRun.of("score", "--model", model, "--part", "Middle", music);
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("part named \"Middle\"", "\"Flute\"", "\"Low\"");
    }

    /** All but the name of the file. */
    private JsonNode told(Object... words) throws IOException {
        Stream<Object> command = Stream.concat(Stream.of("score", "--model", model), Stream.of(words));
        ObjectNode json = (ObjectNode) CommandLineRun.of(command.toArray()).json();
        json.remove("file");
        return json;
    }

    @Test
    void score_ofWhatIsNoMusic_saysWhere() throws IOException {
        Files.writeString(music, "MThd?");

        CommandLineRun run = CommandLineRun.of("score", "--model", model, music);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("musicgen: " + music).contains("byte").hasLineCount(1);
    }

    @Test
    void score_ofDrumsAlone_saysThatTheyAreNoMelody() throws IOException {
        MidiWriter.write(
                NoteSequence.builder(480)
                        .part(Part.builder("Kit")
                                .drums(true)
                                .note(36, 100, 0, 480)
                                .build())
                        .build(),
                music);

        CommandLineRun run = CommandLineRun.of("score", "--model", model, music);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("the music must have a part with a melody, but had drums alone");
    }

    @Test
    void score_withoutAModel_isWrongUsage() {
        CommandLineRun run = CommandLineRun.of("score", music);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--model");
    }
}
