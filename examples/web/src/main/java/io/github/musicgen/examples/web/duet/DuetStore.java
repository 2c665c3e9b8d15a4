package io.github.musicgen.examples.web.duet;

import io.github.musicgen.examples.web.file.LineFile;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.midi.format.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps duets as files, so that they outlive the server. A file has a line for each turn, added when the turn is over; a line with the
 * number of the line before replaces it. A last line that was not written to its end is as if it were not there.
 */
final class DuetStore {
    private static final Logger LOG = LoggerFactory.getLogger(DuetStore.class);
    private static final String EXTENSION = ".jsonl";
    private static final int MAX_LINES = 4 * Duet.MAX_TURNS;

    private final Path folder;
    private final int most;
    private final AtomicInteger files;

    DuetStore(Path folder, int most) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.most = most;
        this.files = new AtomicInteger(oldestFirst().size());
    }

    private Path file(String id) {
        if (!DuetId.isOne(id)) {
            throw new IllegalArgumentException("the name of a duet must be one that was drawn");
        }
        return folder.resolve(id + EXTENSION);
    }

    /** The duet of that name, if there is one. */
    Optional<Duet> load(String id) {
        if (!DuetId.isOne(id)) {
            return Optional.empty();
        }
        try {
            List<String> lines = new LineFile(file(id)).mendedLines();
            Duet duet = new Duet();
            lines.forEach(line -> duet.put(Turn.ofStored(Json.read("a turn", line))));
            if (lines.size() > MAX_LINES) {
                rewrite(id, duet);
            }
            return Optional.of(duet);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (Refusal | IllegalArgumentException | NoSuchElementException e) {
            setAside(id, e);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page whose duet cannot be read begins a new one, rather than asking for the old one for ever. */
    private void setAside(String id, RuntimeException fault) {
        Path aside = folder.resolve(id + ".damaged");
        LOG.warn("{} is damaged and set aside as {}", file(id), aside, fault);
        try {
            Files.move(file(id), aside, StandardCopyOption.REPLACE_EXISTING);
            files.decrementAndGet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rewrite(String id, Duet duet) throws IOException {
        String text = duet.turns().stream().map(DuetStore::line).collect(Collectors.joining());
        AtomicFile.write(file(id), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(Turn turn) {
        return Json.write(turn.toStored()) + "\n";
    }

    /**
     * Adds a turn, or replaces the last.
     *
     * @param id of a duet
     * @param turn to add
     * @param unlessOpen told of a duet and how it is forgotten: forgets it, unless somebody plays it
     */
    void append(String id, Turn turn, BiConsumer<String, Runnable> unlessOpen) {
        Path file = file(id);
        try {
            if (Files.notExists(file) && files.incrementAndGet() > most) {
                forgetOldest(unlessOpen);
            }
            new LineFile(file).add(line(turn));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes room for a while at once, because looking through all files takes time. */
    private synchronized void forgetOldest(BiConsumer<String, Runnable> unlessOpen) throws IOException {
        List<Path> paths = oldestFirst();
        int needless = Math.max(0, paths.size() + 1 - most) + most / 20;
        files.set(paths.size() + 1);
        int kept = paths.size() + 1 - needless;
        for (Path path : paths) {
            if (files.get() <= kept) {
                return;
            }
            String id = path.getFileName().toString().replace(EXTENSION, "");
            unlessOpen.accept(id, () -> deleteFile(path));
        }
    }

    private List<Path> oldestFirst() throws IOException {
        record Aged(Path path, FileTime time) {}
        List<Aged> aged = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                if (path.toString().endsWith(EXTENSION)) {
                    aged.add(new Aged(path, Files.getLastModifiedTime(path)));
                }
            }
        }
        return aged.stream()
                .sorted(Comparator.comparing(Aged::time))
                .map(Aged::path)
                .toList();
    }

    void delete(String id) {
        deleteFile(file(id));
    }

    private void deleteFile(Path file) {
        try {
            if (Files.deleteIfExists(file)) {
                files.decrementAndGet();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
