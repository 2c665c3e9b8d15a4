package io.github.musicgen.representation.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Pictures that somebody looked at and found good: those of the documentation, and one that shows everything. After a change that
 * is meant to show, {@code mvn -pl musicgen-representation test -Dtest=ApprovedPicturesTest -Dmusicgen.approve=true} draws them
 * again; look at them before committing.
 */
class ApprovedPicturesTest {
    private static final Path DOCS = Path.of("..", "docs", "images");
    private static final Path RESOURCES =
            Path.of("src", "test", "resources", "io", "github", "musicgen", "representation", "picture");
    private static final long FIRST = 4 * Tunes.BAR;

    @ParameterizedTest
    @CsvSource({"melody-light, LIGHT", "melody-dark, DARK"})
    void melodyOfTheDocumentation(String name, Theme theme) throws IOException {
        compare(DOCS.resolve(name + ".svg"), continuation(Tunes.melody(), theme));
    }

    @ParameterizedTest
    @CsvSource({"band-light, LIGHT", "band-dark, DARK"})
    void bandOfTheDocumentation(String name, Theme theme) throws IOException {
        compare(DOCS.resolve(name + ".svg"), continuation(Tunes.band(), theme));
    }

    @ParameterizedTest
    @EnumSource(value = Theme.class, names = "AUTO")
    void miniatureOfEverything(Theme theme) throws IOException {
        compare(
                RESOURCES.resolve("miniature.svg"),
                PianoRollSvg.of(Tunes.miniature())
                        .theme(theme)
                        .width(600)
                        .region(Region.primer(0, 1440))
                        .region(Region.continuation(1440, 3360))
                        .svg());
    }

    private static String continuation(NoteSequence music, Theme theme) {
        return PianoRollSvg.of(music)
                .theme(theme)
                .width(960)
                .region(Region.primer(0, FIRST))
                .region(Region.continuation(FIRST, 3 * FIRST))
                .svg();
    }

    private static void compare(Path file, String svg) throws IOException {
        if (Boolean.getBoolean("musicgen.approve")) {
            Files.writeString(file, svg);
        }
        assertThat(svg).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
    }
}
