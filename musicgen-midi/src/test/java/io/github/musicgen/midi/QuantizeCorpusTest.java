package io.github.musicgen.midi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.testing.QuantizingLaw;
import io.github.musicgen.representation.time.Grid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Every MIDI file below the folder that the system property {@code musicgen.corpus} names, quantized and brought back: its notes
 * lie where {@link QuantizingLaw} says.
 */
@Tag("corpus")
@EnabledIfSystemProperty(named = "musicgen.corpus", matches = ".+")
class QuantizeCorpusTest {
    /** Sixteenths, sixteenths and their triplets, a grid that no resolution divides, and that of performances. */
    private static final List<Grid> GRIDS =
            List.of(Grid.perQuarter(4), Grid.perQuarter(12), Grid.perQuarter(7), Grid.perSecond(100));

    @Test
    void everyFile_comesBackFromEveryGrid() throws IOException {
        List<Path> files = files(Path.of(System.getProperty("musicgen.corpus", "")));
        List<String> failures = new ArrayList<>();
        long notes = 0;
        for (Path path : files) {
            NoteSequence music = MidiReader.read(path);
            notes += music.notes().count();
            for (Grid grid : GRIDS) {
                try {
                    QuantizingLaw.check(music, grid);
                } catch (RuntimeException | AssertionError failure) {
                    failures.add(path + ": " + failure.getMessage());
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "Quantizing corpus: %,d files, %,d notes, %d grids, %,d failures%n",
                files.size(),
                notes,
                GRIDS.size(),
                failures.size());
        assertThat(files).isNotEmpty();
        assertThat(failures).isEmpty();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().toLowerCase(Locale.ROOT).endsWith(".mid"))
                    .sorted()
                    .toList();
        }
    }
}
