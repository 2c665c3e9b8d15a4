package io.github.musicgen.models.training;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.json.JsonReader;
import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.models.files.AtomicFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A folder with the last checkpoint of a training. A new one is there as a whole before the old one goes, so that a run killed
 * at any moment leaves one. Until it is closed no other training gets in.
 */
final class Checkpoints implements Closeable {
    private static final String PREFIX = "step-";
    private static final String NETWORK = "network.zip";
    private static final String AVERAGE = "average.bin";
    private static final String STATE = "state.json";
    private static final String BEST = "best.safetensors";
    private static final Pattern OWN = Pattern.compile("step-\\d+-\\d+|\\.[0-9a-f-]{36}\\.tmp");
    private static final Set<String> FILES = Set.of(NETWORK, AVERAGE, STATE, BEST);

    private final Path folder;
    private final FolderLock lock;
    private final Duration time;
    private final Map<String, String> identity;
    private long savedAt = System.nanoTime();

    private Checkpoints(Path folder, FolderLock lock, Duration time, Map<String, String> identity) {
        this.folder = folder;
        this.lock = lock;
        this.time = time;
        this.identity = Collections.unmodifiableMap(new LinkedHashMap<>(identity));
    }

    /**
     * The checkpoints of one training.
     *
     * @param time between two of them within an epoch
     * @param identity all that decides the weights, by name
     */
    static Checkpoints open(Path folder, Duration time, Map<String, String> identity) throws IOException {
        return new Checkpoints(folder, FolderLock.take(folder), time, identity);
    }

    /**
     * What a training goes on from.
     *
     * @param network with its weights and the memory of its updater
     * @param average of its weights
     * @param state where it is
     * @param best the best weights so far, if an epoch has ended
     */
    record Checkpoint(
            MultiLayerNetwork network,
            INDArray average,
            TrainingState state,
            @Nullable Bundle best) {}

    /** Whether the last one is old. */
    boolean isDue() {
        return System.nanoTime() - savedAt >= time.toNanos();
    }

    void save(Checkpoint checkpoint) throws IOException {
        // No two have one name, so that none is ever replaced: the epoch ends without a step.
        Path next = folder.resolve(String.format(
                Locale.ROOT,
                "%s%08d-%05d",
                PREFIX,
                checkpoint.network().getIterationCount(),
                checkpoint.state().epoch()));
        AtomicFolder.write(next, FILES::contains, target -> write(checkpoint, target));
        for (Path other : ownFolders(folder)) {
            if (!other.equals(next)) {
                discard(other);
            }
        }
        savedAt = System.nanoTime();
    }

    private void write(Checkpoint checkpoint, Path target) throws IOException {
        ModelSerializer.writeModel(checkpoint.network(), target.resolve(NETWORK).toFile(), true);
        Nd4j.saveBinary(checkpoint.average(), target.resolve(AVERAGE).toFile());
        Map<String, Json> names = new LinkedHashMap<>();
        identity.forEach((name, value) -> names.put(name, new Json.Text(value)));
        Json content = new Json.Fields(
                Map.of("training", new Json.Fields(names), "state", TrainingStateJson.of(checkpoint.state())));
        Files.write(target.resolve(STATE), JsonWriter.toBytes(content));
        Bundle best = checkpoint.best();
        if (best != null) {
            best.write(target.resolve(BEST), Precision.F32);
        }
    }

    /** The last checkpoint, if there is one; it must be one of the same training. */
    Optional<Checkpoint> last() throws IOException {
        Optional<Path> last =
                ownFolders(folder).stream().filter(Checkpoints::isWhole).max(Comparator.naturalOrder());
        return last.isPresent() ? Optional.of(read(last.get())) : Optional.empty();
    }

    private Checkpoint read(Path saved) throws IOException {
        Path stateFile = saved.resolve(STATE);
        JsonPlace content = JsonPlace.of(stateFile.toString(), JsonReader.read(STATE, Files.readAllBytes(stateFile)));
        requireSame(saved, content.field("training"));
        Path best = saved.resolve(BEST);
        try {
            return new Checkpoint(
                    ModelSerializer.restoreMultiLayerNetwork(
                            saved.resolve(NETWORK).toFile(), true),
                    Nd4j.readBinary(saved.resolve(AVERAGE).toFile()),
                    TrainingStateJson.read(content.field("state")),
                    Files.exists(best) ? Bundle.read(best) : null);
        } catch (RuntimeException | IOException broken) {
            FileSystemException named = new FileSystemException(
                    saved.toString(),
                    null,
                    "a broken checkpoint (" + broken.getMessage() + "); delete it to begin anew");
            named.initCause(broken);
            throw named;
        }
    }

    private void requireSame(Path saved, JsonPlace training) throws IOException {
        for (Map.Entry<String, String> entry : identity.entrySet()) {
            String found = training.field(entry.getKey()).text();
            if (!found.equals(entry.getValue())) {
                throw new FileSystemException(
                        saved.toString(),
                        null,
                        "a checkpoint of another training: its " + entry.getKey() + " was " + found + ", but is now "
                                + entry.getValue() + "; name another folder, or delete this one");
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    /** Refuses a folder in which another training is under way; it may as well be none yet. */
    static void requireFree(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            FolderLock.take(folder).close();
        }
    }

    /** Deletes what is in a folder of checkpoints, and the folder if nothing else is there. */
    static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (FolderLock lock = FolderLock.take(folder)) {
            for (Path own : ownFolders(folder)) {
                discard(own);
            }
            lock.deleteFile();
        }
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException somethingElse) {
            // Not ours to delete.
        }
    }

    /** A checkpoint is one as long as it has its state, which goes first: half of one is taken for none. */
    private static void discard(Path own) throws IOException {
        Files.deleteIfExists(own.resolve(STATE));
        AtomicFolder.delete(own);
    }

    private static boolean isWhole(Path own) {
        return Files.exists(own.resolve(STATE))
                && String.valueOf(own.getFileName()).startsWith(PREFIX);
    }

    /** Checkpoints, and what a kill left of them. */
    private static List<Path> ownFolders(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory)
                    .filter(path ->
                            OWN.matcher(String.valueOf(path.getFileName())).matches())
                    .toList();
        }
    }
}
