package io.github.musicgen.examples.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.Band;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.examples.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyTest {
    @TempDir
    private Path folder;

    private CommandLineRun run(String command, Object model) {
        return CommandLineRun.of(Stream.concat(
                        Arrays.stream(command.split(" ")),
                        Stream.of(
                                "--model",
                                model,
                                "-o",
                                folder.resolve("out.mid").toString()))
                .toArray());
    }

    private void assertRefused(String command, Object model, String words) {
        CommandLineRun run = run(command, model);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualToIgnoringNewLines("musicgen: " + words);
        assertThat(folder.resolve("out.mid")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "generate     | two-bars | a space, which musicgen space takes; melody models that come along: classical, folk, songbook",
                "generate     | arcade   | a band, which musicgen band takes; melody models that come along: classical, folk, songbook",
                "space draw   | folk     | a melody model, which musicgen generate and musicgen continue take; spaces that come along: two-bars, two-bar-drums",
                "space draw   | arcade   | a band, which musicgen band takes; spaces that come along: two-bars, two-bar-drums",
                "band compose | folk     | a melody model, which musicgen generate and musicgen continue take; bands that come along: arcade",
                "band compose | two-bars | a space, which musicgen space takes; bands that come along: arcade"
            })
    void name_ofAnotherFamily_isAnsweredWithTheCommandThatTakesIt_andNamesOfTheWantedOne(
            String command, String name, String words) {
        assertRefused(command, name, name + " is " + words + "; a file that is called so is written ./" + name);
    }

    @Test
    void file_ofAnotherFamily_isAnsweredInTheSameWords() throws IOException {
        Path melody = SmallModels.basic(folder.resolve("melody.safetensors"), 1);
        Path space = SmallModels.space(folder.resolve("space.safetensors"), 1);
        Path drums = SmallModels.magentaJsDrums(folder.resolve("drums"), 1);
        Path band = folder.resolve("band.safetensors");
        Band.load("arcade").bundle().write(band, Precision.F16);
        String isMelody = " is a melody model, which musicgen generate and musicgen continue take; ";
        String isSpace = " is a space, which musicgen space takes; ";
        String isBand = " is a band, which musicgen band takes; ";
        String melodies = "melody models that come along: classical, folk, songbook";
        String spaces = "spaces that come along: two-bars, two-bar-drums";
        String bands = "bands that come along: arcade";

        assertRefused("generate", space, space + isSpace + melodies);
        assertRefused("generate", drums, drums + isSpace + melodies);
        assertRefused("generate", band, band + isBand + melodies);
        assertRefused("space draw", melody, melody + isMelody + spaces);
        assertRefused("space draw", band, band + isBand + spaces);
        assertRefused("band compose", melody, melody + isMelody + bands);
        assertRefused("band compose", space, space + isSpace + bands);
        assertRefused("band compose", drums, drums + isSpace + bands);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "generate     | nor a melody model of this name; melody models that come along: classical, folk, songbook",
                "space draw   | nor a space of this name; spaces that come along: two-bars, two-bar-drums",
                "band compose | nor a band of this name; bands that come along: arcade"
            })
    void word_thatIsNoName_isAnsweredWithTheNamesOfTheWantedFamily(String command, String words) {
        assertRefused(command, "nosuch", "there is neither a file \"nosuch\" here " + words);
    }

    @Test
    void word_thatIsNoName_whereAnyFamilyIsTaken_isAnsweredWithAllNames() {
        assertThat(CommandLineRun.of("info", "nosuch").err())
                .isEqualToIgnoringNewLines(
                        "musicgen: there is neither a file \"nosuch\" here nor a model of this name; "
                                + "models that come along: classical, folk, songbook, two-bars, two-bar-drums, arcade");
    }

    @Test
    void file_thatIsNoModel_isRefusedWithItsFault_asTheWantedFamilyFindsIt() throws IOException {
        Path text = Files.writeString(folder.resolve("text.safetensors"), "This is no model.");
        for (String command : new String[] {"generate", "space draw", "band compose"}) {
            CommandLineRun run = run(command, text);
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .startsWith("musicgen: " + text)
                    .contains("expected")
                    .hasLineCount(1);
        }
    }

    @Test
    void name_thatNoFileCanHave_isBadInput_whateverTheFamily() {
        for (String command : new String[] {"generate", "space draw", "band compose"}) {
            assertThat(run(command, "a\0").err()).startsWith("musicgen: no file can have the name");
        }
    }

    @Test
    void descriptions_nameTheModelsThatThereAre() {
        assertThat(Family.allNames()).allMatch(ModelChoice.ANY::contains);
        assertThat(Family.MELODY_MODELS.names())
                .allMatch(ModelChoice.DESCRIPTION::contains)
                .contains(ModelChoice.DEFAULT);
        assertThat(CommandLineRun.of("space", "draw", "--help").out())
                .contains(Family.SPACES.names())
                .contains("Default: " + Family.SPACES.names().get(0));
        assertThat(CommandLineRun.of("band", "compose", "--help").out())
                .contains(Family.BANDS.names())
                .contains("Default: " + Family.BANDS.names().get(0));
    }
}
