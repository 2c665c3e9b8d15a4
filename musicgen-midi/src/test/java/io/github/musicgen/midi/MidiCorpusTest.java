package io.github.musicgen.midi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.midi.MidiNotice.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Every MIDI file below the folder that the system property {@code musicgen.corpus} names: read as the JDK reads it, written, read
 * again and equal, event by event; made a note sequence that survives the same trip.
 */
@Tag("corpus")
@EnabledIfSystemProperty(named = "musicgen.corpus", matches = ".+")
class MidiCorpusTest {

    private final List<String> failures = new ArrayList<>();
    private final Map<Kind, Integer> notices = new EnumMap<>(Kind.class);
    private long events;
    private long notes;
    private int identical;

    @Test
    void everyFile_isReadWrittenAndReadAgainEqual() throws IOException {
        List<Path> files = files(Path.of(System.getProperty("musicgen.corpus", "")));
        for (Path path : files) {
            try {
                check(Files.readAllBytes(path));
            } catch (IOException | RuntimeException | AssertionError failure) {
                failures.add(path + ": " + failure.getMessage());
            }
        }
        System.out.printf(
                "MIDI corpus: %,d files, %,d failures, %,d byte-identical, %,d events, %,d notes, notices %s%n",
                files.size(), failures.size(), identical, events, notes, notices);

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

    private void check(byte[] bytes) throws IOException {
        MidiFile file = MidiFile.parse(bytes);
        assertThat(JdkMidi.read(bytes)).isEqualTo(file);
        boolean sameBytes = false;
        for (RunningStatus habit : RunningStatus.values()) {
            byte[] written = file.toBytes(habit);
            assertThat(MidiFile.parse(written)).isEqualTo(file);
            sameBytes |= Arrays.equals(bytes, written);
        }
        identical += sameBytes ? 1 : 0;
        file.tracks().forEach(track -> events += track.events().size() + 1);
        checkMusic(file);
    }

    private void checkMusic(MidiFile file) throws IOException {
        MidiReading reading = MidiReader.readWithNotices(file);
        byte[] written = MidiWriter.toMidiFile(reading.sequence()).toBytes();
        assertThat(MidiReader.read(MidiFile.parse(written))).isEqualTo(reading.sequence());
        notes += reading.sequence().notes().count();
        reading.notices().forEach(notice -> notices.merge(notice.kind(), 1, Integer::sum));
    }
}
