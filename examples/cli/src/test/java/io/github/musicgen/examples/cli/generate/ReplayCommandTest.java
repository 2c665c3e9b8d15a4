package io.github.musicgen.examples.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.examples.cli.CommandLineRun;
import io.github.musicgen.examples.cli.model.SmallModels;
import io.github.musicgen.examples.cli.music.SampleMusic;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.midi.smf.MidiTrack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayCommandTest {
    @TempDir
    private Path folder;

    private Path model;
    private Path primer;
    private Path made;
    private Path output;

    @BeforeEach
    void write() throws IOException {
        model = SmallModels.attention(folder.resolve("model.safetensors"), 5);
        primer = folder.resolve("scale.mid");
        MidiWriter.write(SampleMusic.scale(), primer);
        made = folder.resolve("made.mid");
        output = folder.resolve("again.mid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--temperature=1.2", "--beam=3,2,4", "--top-p=0.9", "--candidates=3", "--part=Drone"})
    void replay_makesTheSameFileAgain(String option) throws IOException {
        CommandLineRun.of("continue", "--model", model, "--primer", primer, "--wish", "end tonic", option, "-o", made);

        CommandLineRun run = CommandLineRun.of("replay", model, made, "-o", output);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("identical").asBoolean()).isTrue();
        assertThat(run.json().get("wishes")).hasSize(1);
        assertThat(output).hasSameBinaryContentAs(made);
    }

    @Test
    void replay_fromScratch_makesTheSameFileAgain() {
        CommandLineRun.of("generate", "--model", model, "--seed", 3, "-o", made);

        assertThat(CommandLineRun.of("replay", model, made, "-o", output).exitCode())
                .isZero();
        assertThat(output).hasSameBinaryContentAs(made);
    }

    @Test
    void replay_ofAFileThatWasChanged_makesWhatItsRecipeGives_andSaysThatItIsNotTheSame() throws IOException {
        CommandLineRun.of("continue", "--model", model, "--primer", primer, "--seed", 3, "-o", made);
        MidiFile file = MidiFile.read(made);
        List<MidiTrack> tracks = new ArrayList<>(file.tracks());
        MidiTrack flute = tracks.get(1);
        int butTheLastNote = flute.events().size() - 2;
        tracks.set(1, MidiTrack.of(flute.events().subList(0, butTheLastNote), flute.endTick()));
        new MidiFile(file.format(), file.division(), tracks).write(made);

        CommandLineRun run = CommandLineRun.of("replay", model, made, "-o", output);

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("identical").asBoolean()).isFalse();
        assertThat(output).exists();
    }

    @Test
    void replay_withAnotherModel_saysWhichMadeIt() throws IOException {
        CommandLineRun.of("generate", "--model", model, "--seed", 3, "-o", made);
        Path other = SmallModels.basic(folder.resolve("other.safetensors"), 5);

        CommandLineRun run = CommandLineRun.of("replay", other, made, "-o", output);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("musicgen: " + made + ": it was made by model \"small-attention\"")
                .contains("this is \"small-basic\"")
                .hasLineCount(1);
        assertThat(output).doesNotExist();
    }

    @Test
    void replay_ofMusicWithoutARecipe_saysSo() {
        CommandLineRun run = CommandLineRun.of("replay", model, primer, "-o", output);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("musicgen: " + primer)
                .contains("recipe")
                .hasLineCount(1);
    }

    @Test
    void replay_ofAScoreOrIntoItself_isWrongUsage() throws IOException {
        CommandLineRun.of("generate", "--model", model, "--seed", 3, "-o", made);
        byte[] before = Files.readAllBytes(made);

        for (List<Path> files : List.of(List.of(made, made), List.of(folder.resolve("x.abc"), output))) {
            CommandLineRun run = CommandLineRun.of("replay", model, files.get(0), "-o", files.get(1));
            assertThat(run.exitCode()).isEqualTo(2);
        }
        assertThat(made).hasBinaryContent(before);
    }
}
