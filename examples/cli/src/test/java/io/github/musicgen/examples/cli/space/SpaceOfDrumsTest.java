package io.github.musicgen.examples.cli.space;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.musicgen.api.LatentModel;
import io.github.musicgen.examples.cli.CommandLineRun;
import io.github.musicgen.examples.cli.model.SmallModels;
import io.github.musicgen.examples.cli.music.SampleMusic;
import io.github.musicgen.midi.MidiReader;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.representation.melody.BarWindows;
import io.github.musicgen.representation.melody.DrumPattern;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaceOfDrumsTest {
    @TempDir
    private Path folder;

    private Path model;
    private Path out;
    private Path beat;

    @BeforeEach
    void write() throws IOException {
        model = SmallModels.magentaJsDrums(folder.resolve("drums_2bar_lokl_small"), 1);
        out = folder.resolve("out.mid");
        beat = folder.resolve("beat.mid");
        MidiWriter.write(SampleMusic.beat(), beat);
    }

    private CommandLineRun space(String command, Object... more) {
        return CommandLineRun.of(
                Stream.concat(Stream.of("space", command, "--model", model, "-o", out), Stream.of(more))
                        .toArray());
    }

    private LatentModel<DrumPattern> loaded() throws IOException {
        return LatentModel.loadDrums(model);
    }

    private List<DrumPattern> beats() throws IOException {
        return loaded().windows(MidiReader.read(beat));
    }

    /** What was written is what the library gives, played on drums. */
    private void assertWritten(CommandLineRun run, List<DrumPattern> expected) throws IOException {
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode drums = run.json().get("drums");
        assertThat(drums).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            for (int step = 0; step < 32; step++) {
                JsonNode pitches = drums.get(i).get(step);
                assertThat(Stream.iterate(0, at -> at + 1)
                                .limit(pitches.size())
                                .map(at -> pitches.get(at).asInt()))
                        .containsExactlyElementsOf(expected.get(i).pitches(step));
            }
        }
        NoteSequence written = MidiReader.read(out);
        NoteSequence wanted = BarWindows.join(expected).withStartStep(0).toNoteSequence(120);
        assertThat(written.parts()).hasSize(1);
        assertThat(written.parts().get(0).drums()).isTrue();
        assertThat(written.parts().get(0).notes())
                .isEqualTo(wanted.withResolution(written.ticksPerQuarter())
                        .parts()
                        .get(0)
                        .notes());
    }

    @Test
    void draw_writesDrums() throws IOException {
        assertWritten(
                space("draw", "--count", 3, "--seed", 5, "--temperature", 0.8),
                loaded().request().temperature(0.8).seed(5).sample(3));
    }

    @Test
    void draw_takesTheSpaceThatComesAlong_byItsName() throws IOException {
        CommandLineRun run =
                CommandLineRun.of("space", "draw", "--model", "two-bar-drums", "--seed", 2, "--count", 2, "-o", out);
        assertWritten(
                run, LatentModel.loadDrums("two-bar-drums").request().seed(2).sample(2));
        assertThat(CommandLineRun.of("models", "show", "two-bar-drums").out())
                .contains("a space of drums of 2 bars", "CC-BY-4.0", "Groove MIDI Dataset");
        assertThat(CommandLineRun.of(
                                "space",
                                "steer",
                                "--model",
                                "two-bar-drums",
                                "--of",
                                beat,
                                "--more",
                                "density=1",
                                "-o",
                                out)
                        .err())
                .contains("two-bar-drums must be a space of melodies to be steered in, but is one of drums");
    }

    @Test
    void blend_leadsFromOneBeatToAnother() throws IOException {
        CommandLineRun run =
                space("blend", "--from", beat, "--to", beat, "--to-bar", 3, "--count", 4, "--temperature", 0);
        assertWritten(run, loaded().request().temperature(0).interpolate(beats().get(0), beats().get(2), 4));
    }

    @Test
    void vary_isOfTheBeat() throws IOException {
        CommandLineRun run = space("vary", "--of", beat, "--similarity", 0.9, "--count", 2, "--seed", 4);
        assertWritten(run, loaded().request().seed(4).similar(beats().get(0), 2, 0.9));
    }

    @Test
    void draw_wishesOfDrums_areKept_andThoseOfMelodiesRefused() throws IOException {
        JsonNode json = space("draw", "--count", 20, "--wish", "force 0 C2", "--wish", "forbid D2")
                .json();
        for (JsonNode pattern : json.get("drums")) {
            assertThat(pattern.get(0)).anyMatch(pitch -> pitch.asInt() == 36);
            assertThat(pattern).allMatch(step -> !step.toString().contains("38"));
        }
        CommandLineRun refused = space("draw", "--key", "C");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("\"key C major\" cannot be wished of drums");
    }

    @Test
    void musicWithoutDrums_orTooShort_isRefused() throws IOException {
        Path tune = folder.resolve("tune.mid");
        MidiWriter.write(SampleMusic.tune(1), tune);
        assertThat(space("vary", "--of", tune).err()).contains("must have a part of drums, but had none");
        MidiWriter.write(DrumPattern.of(1).toNoteSequence(120), tune);
        assertThat(space("vary", "--of", tune).err())
                .contains("there must be a drum pattern of 2 bars of 4/4, but there was none");
    }

    @Test
    void steer_isForMelodies() {
        CommandLineRun run = space("steer", "--of", beat, "--more", "density=1");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("must be a space of melodies to be steered in, but is one of drums");
    }

    @Test
    void import_ofMagentaJs_writesABundleOfDrums_thatInfoTellsOf() throws IOException {
        Path bundle = folder.resolve("drums.safetensors");
        CommandLineRun run = CommandLineRun.of("import", model, "-o", bundle, "--license", "Apache-2.0");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().at("/configuration/contents").asText()).isEqualTo("drums");
        JsonNode info = CommandLineRun.of("info", bundle).json();
        assertThat(info.get("golden").asText()).isEqualTo("verified");
        assertThat(info.at("/configuration/bars").asInt()).isEqualTo(2);
        assertThat(info.get("configuration").has("minPitch")).isFalse();
        assertThat(CommandLineRun.of("models", "show", bundle).out()).contains("a space of drums of 2 bars");
        assertThat(LatentModel.loadDrums(bundle).request().sample(2))
                .isEqualTo(loaded().request().sample(2));
    }
}
