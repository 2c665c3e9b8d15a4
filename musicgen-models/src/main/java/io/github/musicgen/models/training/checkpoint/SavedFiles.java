package io.github.musicgen.models.training.checkpoint;

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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files of one checkpoint, and whose it is.
 *
 * @param <C> what is saved
 */
public abstract class SavedFiles<C extends Saved> {
    /** The name of the best model so far. */
    public static final String BEST = "best.safetensors";

    private static final String STATE = "state.json";

    private final Map<String, String> identity;
    private final Set<String> names;

    /**
     * Checkpoints of one training.
     *
     * @param identity all that decides the weights, by name
     * @param names of the files beside {@link #BEST}
     */
    protected SavedFiles(Map<String, String> identity, String... names) {
        this.identity = Collections.unmodifiableMap(new LinkedHashMap<>(identity));
        this.names = new HashSet<>(List.of(names));
        this.names.addAll(List.of(STATE, BEST));
    }

    /**
     * Writes all files but that of the state.
     *
     * @param checkpoint what is saved
     * @param target the folder
     * @throws IOException if it cannot be written
     */
    protected abstract void writeContent(C checkpoint, Path target) throws IOException;

    /**
     * What is saved but for its files.
     *
     * @param checkpoint what is saved
     * @return its state
     */
    protected abstract Json state(C checkpoint);

    /**
     * Reads all files.
     *
     * @param saved the folder
     * @param state what {@link #state} told
     * @return what was saved
     * @throws IOException if it cannot be read
     */
    protected abstract C read(Path saved, JsonPlace state) throws IOException;

    final boolean isOne(String name) {
        return names.contains(name);
    }

    /**
     * Writes a checkpoint.
     *
     * @param checkpoint what is saved
     * @param target the folder
     * @throws IOException if it cannot be written
     */
    protected void write(C checkpoint, Path target) throws IOException {
        writeContent(checkpoint, target);
        Map<String, Json> names = new LinkedHashMap<>();
        identity.forEach((name, value) -> names.put(name, new Json.Text(value)));
        Json content = new Json.Fields(Map.of("training", new Json.Fields(names), "state", state(checkpoint)));
        Files.write(target.resolve(STATE), JsonWriter.toBytes(content));
    }

    /** Reads a checkpoint, which must be one of the same training. */
    final C read(Path saved) throws IOException {
        Path stateFile = saved.resolve(STATE);
        JsonPlace content = JsonPlace.of(stateFile.toString(), JsonReader.read(STATE, Files.readAllBytes(stateFile)));
        requireSame(saved, content.field("training"));
        try {
            return read(saved, content.field("state"));
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
