package io.github.musicgen.midi.musicxml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.harmony.Chord;
import io.github.musicgen.representation.sequence.ChordSymbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Every chord symbol of the compressed scores below the folder that {@code musicgen.corpus} names has a meaning. */
@Tag("corpus")
@EnabledIfSystemProperty(named = "musicgen.corpus", matches = ".+")
class ChordCorpusTest {
    @Test
    void everyChordSymbol_isAChord() throws IOException {
        Set<String> texts = new TreeSet<>();
        Set<String> failures = new TreeSet<>();
        long symbols = 0;
        for (Path path : files(Path.of(System.getProperty("musicgen.corpus", "")))) {
            for (ChordSymbol symbol : MusicXmlReader.read(path).chordSymbols()) {
                symbols++;
                if (texts.add(symbol.text()) && !isChord(symbol.text())) {
                    failures.add(path + ": " + symbol.text());
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "Chord corpus: %,d symbols, %,d texts, %,d failures%n",
                symbols,
                texts.size(),
                failures.size());
        assertThat(texts).isNotEmpty();
        assertThat(failures).isEmpty();
    }

    private static boolean isChord(String text) {
        try {
            return Chord.parse(text).isNone() == text.equals(ChordSymbol.NO_CHORD);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().toLowerCase(Locale.ROOT).endsWith(".mxl"))
                    .sorted()
                    .toList();
        }
    }
}
