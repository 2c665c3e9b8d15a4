package io.github.musicgen.midi.musicxml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.representation.harmony.Chord;
import io.github.musicgen.representation.sequence.ChordSymbol;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Every compressed score below the folder that the system property {@code musicgen.corpus} names is read, has notes, and chord symbols
 * that mean something.
 */
@Tag("corpus")
@EnabledIfSystemProperty(named = "musicgen.corpus", matches = ".+")
class MusicXmlCorpusTest {
    @Test
    void everyScore_isRead() throws IOException {
        List<Path> files = files(Path.of(System.getProperty("musicgen.corpus", "")));
        List<String> failures = new ArrayList<>();
        Set<String> chords = new TreeSet<>();
        long notes = 0;
        long notices = 0;
        for (Path path : files) {
            try {
                MusicXmlReading reading = MusicXmlReader.readWithNotices(path);
                NoteSequence music = reading.sequence();
                notes += music.notes().count();
                notices += reading.notices().size();
                music.chordSymbols().stream()
                        .map(ChordSymbol::text)
                        .filter(chords::add)
                        .filter(text -> !isChord(text))
                        .forEach(text -> failures.add(path + ": " + text + " is no chord"));
                if (music.notes().findAny().isEmpty()) {
                    failures.add(path + ": has no notes");
                }
            } catch (MalformedMusicXmlException | RuntimeException failure) {
                failures.add(path + ": " + failure);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "MusicXML corpus: %,d files, %,d failures, %,d notes, %,d chords, %,d notices%n",
                files.size(),
                failures.size(),
                notes,
                chords.size(),
                notices);
        assertThat(files).isNotEmpty();
        assertThat(chords).isNotEmpty();
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
