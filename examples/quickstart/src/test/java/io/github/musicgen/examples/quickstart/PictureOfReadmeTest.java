package io.github.musicgen.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.representation.picture.PianoRollSvg;
import io.github.musicgen.representation.picture.Region;
import io.github.musicgen.representation.picture.Theme;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The picture at the head of the README is of what the quickstart writes, on a light and on a dark page. {@code docs/images/make.sh}
 * draws it again; look at it before committing.
 */
class PictureOfReadmeTest {
    private static final Path IMAGES = Path.of("..", "..", "docs", "images");
    private static final Path PRIMER = Path.of("..", "tunes", "lantern-walk.abc");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK"})
    void picture_isOfWhatTheQuickstartWrites(Theme theme) throws IOException {
        QuickstartTest.run(PRIMER.toString(), "folk", "42", folder.toString());
        String drawn = picture(MusicFiles.read(folder.resolve("continued.mid")), theme);

        Path picture = IMAGES.resolve("continued-" + theme.name().toLowerCase(Locale.ROOT) + ".svg");
        if (Boolean.getBoolean("musicgen.approve")) {
            Files.writeString(picture, drawn);
        }
        assertThat(drawn).isEqualTo(Files.readString(picture).replace("\r\n", "\n"));
    }

    private static String picture(NoteSequence tune, Theme theme) throws IOException {
        long start = MusicFiles.read(PRIMER).endTick();
        return PianoRollSvg.of(tune)
                .theme(theme)
                .width(960)
                .region(Region.primer(0, start))
                .region(Region.continuation(start, tune.endTick()))
                .svg();
    }
}
