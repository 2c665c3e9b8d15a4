package io.github.musicgen.examples.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.musicgen.api.Band;
import io.github.musicgen.api.Generator;
import io.github.musicgen.api.LatentModel;
import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.bundle.ModelBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.examples.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
    @TempDir
    private Path folder;

    @Test
    void models_listsThoseThatComeAlong_withTheirFigures() {
        CommandLineRun run = CommandLineRun.of("models", "--in", folder);

        assertThat(run.exitCode()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines.subList(0, 1 + Generator.available().size()))
                .noneMatch(String::isBlank)
                .last()
                .satisfies(line -> assertThat(line).startsWith("songbook "));
        for (String name : Generator.available()) {
            Generator model = Generator.load(name);
            String nats = String.format(
                    Locale.ROOT, "%.3f", model.bundle().card().figures().get("testNatsPerStep"));
            assertThat(lines)
                    .anySatisfy(line -> assertThat(line)
                            .startsWith(name + " ")
                            .contains(nats, model.bundle().card().license())
                            .endsWith(model.modelHash().substring(0, 12)));
        }
    }

    @Test
    void models_ofOtherFamilies_areListedBelow_withFiguresOfTheirOwn() {
        List<String> lines =
                CommandLineRun.of("models", "--in", folder).out().lines().toList();
        for (ModelBundle bundle : List.of(
                LatentModel.load("two-bars").bundle(),
                LatentModel.loadDrums("two-bar-drums").bundle(),
                Band.load("arcade").bundle())) {
            ModelCard card = bundle.card();
            String figure = bundle instanceof MelodyVaeBundle ? "testSampledAccuracy" : "testRepetition";
            assertThat(lines)
                    .anySatisfy(line -> assertThat(line)
                            .startsWith(card.id() + " ")
                            .contains(String.format(
                                    Locale.ROOT, "%.3f", card.figures().get(figure)))
                            .contains(card.license())
                            .endsWith(bundle.hash().substring(0, 12)));
        }
    }

    @Test
    void models_ofAFolder_areListedToo_andWhatIsNoneIsNamed() throws IOException {
        Path mine = SmallModels.basic(folder.resolve("mine.safetensors"), 1);
        Files.writeString(folder.resolve("broken.mag"), "nothing");

        CommandLineRun run = CommandLineRun.of("models", "--in", folder, "--json");

        JsonNode models = run.json().get("models");
        assertThat(models)
                .hasSize(Generator.available().size()
                        + LatentModel.available().size()
                        + LatentModel.availableDrums().size()
                        + Band.available().size()
                        + 1);
        JsonNode last = models.get(models.size() - 1);
        assertThat(last.get("model").asText()).isEqualTo(mine.toString());
        assertThat(last.get("comesAlong").asBoolean()).isFalse();
        assertThat(last.get("sha256").asText()).hasSize(64);
        assertThat(run.err()).contains("broken.mag is left out: ").hasLineCount(1);
    }

    @Test
    void models_ofWhatIsNoFolder_saysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(CommandLineRun.of("models", "--in", file).err())
                .isEqualToIgnoringNewLines("musicgen: " + file + ": a file, not a folder");
        assertThat(CommandLineRun.of("models", "--in", folder.resolve("none")).exitCode())
                .isEqualTo(1);
    }

    @Test
    void show_printsTheCard_cleanedOfWhatWouldMoveACursor() throws IOException {
        assertThat(CommandLineRun.of("models", "show", "folk").out())
                .startsWith("folk")
                .contains("CC-BY-4.0", "testNatsPerStep", Generator.load("folk").modelHash());
        Path odd = SmallModels.basic(folder.resolve("odd.safetensors"), 1, "\u001B[2J");
        assertThat(CommandLineRun.of("models", "show", odd).out())
                .contains("small-basic")
                .doesNotContain("\u001B");
    }

    @Test
    void name_meansTheModelThatComesAlong_whateverLiesHere() throws IOException {
        Path here = Path.of("folk");
        try {
            Files.createDirectory(here);

            CommandLineRun run = CommandLineRun.of("models", "show", "folk");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).startsWith("folk");
            assertThat(run.err())
                    .isEqualToIgnoringNewLines(
                            "musicgen: folk is the model that comes along; what is called so here is "
                                    + "written ./folk");
            assertThat(CommandLineRun.of("models", "show", "./folk").exitCode()).isEqualTo(1);
            assertThat(CommandLineRun.of("models", "show", "folk/").exitCode()).isEqualTo(1);
        } finally {
            Files.delete(here);
        }
    }

    @Test
    void word_thatIsNeither_isAnsweredWithTheNames() {
        CommandLineRun run = CommandLineRun.of("models", "show", "fulk");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("\"fulk\"", "classical, folk, songbook").hasLineCount(1);
        assertThat(CommandLineRun.of("models", "show", "fulk.mag").err()).contains("fulk.mag: no such file");
    }
}
