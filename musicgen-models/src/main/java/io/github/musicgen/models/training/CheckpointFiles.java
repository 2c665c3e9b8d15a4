package io.github.musicgen.models.training;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.json.JsonReader;
import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.models.files.AtomicFolder;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.factory.Nd4j;

/** The files of one checkpoint, and whose it is. */
final class CheckpointFiles {
    private static final String NETWORK = "network.zip";
    private static final String AVERAGE = "average.bin";
    private static final String STATE = "state.json";
    private static final String BEST = "best.safetensors";
    private static final Set<String> ALL = Set.of(NETWORK, AVERAGE, STATE, BEST);

    private final Map<String, String> identity;

    /**
     * Checkpoints of one training.
     *
     * @param identity all that decides the weights, by name
     */
    CheckpointFiles(Map<String, String> identity) {
        this.identity = Collections.unmodifiableMap(new LinkedHashMap<>(identity));
    }

    static boolean isOne(String name) {
        return ALL.contains(name);
    }

    void write(Checkpoint checkpoint, Path target) throws IOException {
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

    /** Reads a checkpoint, which must be one of the same training. */
    Checkpoint read(Path saved) throws IOException {
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

    /** A checkpoint is one as long as it has its state. */
    static boolean areWhole(Path saved) {
        return Files.exists(saved.resolve(STATE));
    }

    /** The state goes first, so that half of a checkpoint is taken for none. */
    static void delete(Path saved) throws IOException {
        Files.deleteIfExists(saved.resolve(STATE));
        AtomicFolder.delete(saved);
    }
}
