package io.github.musicgen.examples.web.model;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All models of a server: those that come along, and those of a folder. */
public final class Models {
    /** The model of whoever names none. */
    public static final String USUAL = "folk";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,39}");
    private static final List<String> EXTENSIONS = List.of(".safetensors", ".mag");

    private final Map<String, Model> byName = new TreeMap<>();

    private Models() {}

    /**
     * Loads the models.
     *
     * @param folder of more than those that come along
     * @return the models
     * @throws IOException if the folder cannot be read, or what lies in it is no model for this server
     */
    public static Models load(Optional<Path> folder) throws IOException {
        Models models = new Models();
        Generator.available().forEach(name -> models.add(new Model(name, Generator.load(name))));
        if (folder.isPresent()) {
            models.addFolder(folder.get());
        }
        return models;
    }

    private void addFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("--models must be a folder that is there, but was " + folder);
        }
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            files.forEach(paths::add);
        }
        for (Path path : paths) {
            String file = String.valueOf(path.getFileName());
            Optional<String> extension =
                    EXTENSIONS.stream().filter(file::endsWith).findFirst();
            if (extension.isPresent()) {
                addFile(file.substring(0, file.length() - extension.get().length()), path);
            }
        }
    }

    private void addFile(String name, Path path) throws IOException {
        if (!NAME.matcher(name).matches() || byName.containsKey(name)) {
            throw new IOException(
                    "the name of a model must be 1..40 letters, digits and _ . -, and of one model alone, "
                            + "but was that of " + path);
        }
        try {
            add(requireSixteenths(new Model(name, Generator.load(path)), path));
        } catch (MalformedModelException e) {
            throw new IOException(path + ": " + e.getMessage(), e);
        }
    }

    private static Model requireSixteenths(Model model, Path path) throws IOException {
        int steps = model.generator().bundle().configuration().stepsPerQuarter();
        if (steps != Melody.DEFAULT_STEPS_PER_QUARTER) {
            throw new IOException("a model must have " + Melody.DEFAULT_STEPS_PER_QUARTER
                    + " steps to a quarter note, but that of " + path + " has " + steps);
        }
        return model;
    }

    private void add(Model model) {
        byName.put(model.name(), model);
    }

    /**
     * The names of all of them.
     *
     * @return in alphabetic order
     */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /**
     * The model that somebody named.
     *
     * @param fields what was sent
     * @param name of the field with its name
     * @return the model, or the usual one
     * @throws Refusal if there is none of that name
     */
    public Model read(Fields fields, String name) {
        return named(fields.word(name, names()).orElse(USUAL));
    }

    /**
     * A model.
     *
     * @param name its name
     * @return the model
     * @throws Refusal if there is none
     */
    public Model named(String name) {
        Model model = byName.get(name);
        if (model == null) {
            throw Refusal.field(
                    Refusal.CONFLICT, "model", name, "one that this server has: " + String.join(", ", names()));
        }
        return model;
    }

    /**
     * A model that made something.
     *
     * @param name its name
     * @param shortHash its fingerprint, as {@link Model#shortHash} tells it
     * @return the model
     * @throws Refusal if there is none, or another of the same name
     */
    public Model maker(String name, String shortHash) {
        Model model = named(name);
        requireMaker(name, model.shortHash(), name, shortHash);
        return model;
    }

    /** Another model, or another of that name, would play other notes. */
    static void requireMaker(String name, String shortHash, String wantedName, String wantedHash) {
        if (!name.equals(wantedName)) {
            throw Refusal.field(Refusal.CONFLICT, "model", wantedName, name + " for such a song");
        }
        if (!shortHash.equals(wantedHash)) {
            throw Refusal.field(
                    Refusal.CONFLICT,
                    "hash",
                    wantedHash,
                    shortHash + ", for that is the model \"" + name + "\" of this server, and another would play "
                            + "other notes");
        }
    }

    /**
     * As they are sent.
     *
     * @return a list of objects
     */
    public List<Map<String, @Nullable Object>> toJson() {
        return byName.values().stream().map(Model::toJson).toList();
    }
}
