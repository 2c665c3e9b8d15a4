package io.github.musicgen.examples.web.browser;

import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A duet as its player takes it home. */
final class SavedDuet {
    private SavedDuet() {}

    static NoteSequence of(Browser browser, Path folder) throws IOException {
        Path downloads = Files.createDirectories(folder.resolve("downloads"));
        browser.downloadTo(downloads);
        browser.click("save");
        browser.waitUntil(() -> !midiFiles(downloads).isEmpty());
        return MusicFiles.read(midiFiles(downloads).get(0));
    }

    static List<Integer> pitches(NoteSequence music, String part) {
        return notes(music, part).map(Note::pitch).toList();
    }

    static LongStream ticks(NoteSequence music, String part) {
        return notes(music, part).mapToLong(Note::startTick);
    }

    private static Stream<Note> notes(NoteSequence music, String part) {
        return music.parts().stream()
                .filter(each -> each.name().equals(part))
                .map(Part::notes)
                .flatMap(List::stream);
    }

    /** Those that are whole: a browser takes the name before it has the bytes. */
    private static List<Path> midiFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".mid") && file.toFile().length() > 0)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
