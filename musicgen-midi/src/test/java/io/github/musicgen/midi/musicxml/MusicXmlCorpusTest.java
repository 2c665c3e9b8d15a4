package io.github.musicgen.midi.musicxml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.representation.sequence.NoteSequence;
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

/** Every compressed score below the folder that the system property {@code musicgen.corpus} names is read, and has notes. */
@Tag("corpus")
@EnabledIfSystemProperty(named = "musicgen.corpus", matches = ".+")
class MusicXmlCorpusTest {
    @Test
    void everyScore_isRead() throws IOException {
        List<Path> files = files(Path.of(System.getProperty("musicgen.corpus", "")));
        List<String> failures = new ArrayList<>();
        long notes = 0;
        long notices = 0;
        for (Path path : files) {
            try {
                MusicXmlReading reading = MusicXmlReader.readWithNotices(path);
                NoteSequence music = reading.sequence();
                notes += music.notes().count();
                notices += reading.notices().size();
                if (music.notes().findAny().isEmpty()) {
                    failures.add(path + ": has no notes");
                }
            } catch (MalformedMusicXmlException | RuntimeException failure) {
                failures.add(path + ": " + failure);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "MusicXML corpus: %,d files, %,d failures, %,d notes, %,d notices%n",
                files.size(),
                failures.size(),
                notes,
                notices);
        assertThat(files).isNotEmpty();
        assertThat(failures).isEmpty();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().toLowerCase(Locale.ROOT).endsWith(".mxl"))
                    .sorted()
                    .toList();
        }
    }
}
