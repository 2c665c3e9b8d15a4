package io.github.musicgen.examples.cli.model;

import io.github.musicgen.api.Band;
import io.github.musicgen.api.Generator;
import io.github.musicgen.api.LatentModel;
import io.github.musicgen.api.bundle.ModelBundle;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.importer.ImportOptions;
import io.github.musicgen.api.importer.ModelFiles;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The models there are.
 *
 * @param models those that come along, and then those of folders, by name
 * @param faults why other files that look like models are none
 */
record ModelShelf(List<Found> models, List<String> faults) {
    /**
     * A model.
     *
     * @param name what a command calls it
     * @param shipped whether it comes along
     * @param bundle the model
     */
    record Found(String name, boolean shipped, ModelBundle bundle) {}

    static ModelShelf of(List<Path> folders) throws IOException {
        ModelShelf shelf = new ModelShelf(new ArrayList<>(), new ArrayList<>());
        for (String name : Generator.available()) {
            shelf.models.add(new Found(name, true, Generator.load(name).bundle()));
        }
        for (String name : LatentModel.available()) {
            shelf.models.add(new Found(name, true, LatentModel.load(name).bundle()));
        }
        for (String name : LatentModel.availableDrums()) {
            shelf.models.add(new Found(name, true, LatentModel.loadDrums(name).bundle()));
        }
        for (String name : Band.available()) {
            shelf.models.add(new Found(name, true, Band.load(name).bundle()));
        }
        for (Path folder : folders) {
            for (Path file : modelFiles(folder)) {
                shelf.add(file);
            }
        }
        return shelf;
    }

    private static List<Path> modelFiles(Path folder) throws IOException {
        if (Files.isRegularFile(folder)) {
            throw new FileSystemException(folder.toString(), null, "a file, not a folder");
        }
        if (Files.notExists(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "no such folder");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(ModelShelf::looksLikeAModel).sorted().toList();
        }
    }

    private static boolean looksLikeAModel(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".safetensors") || name.endsWith(".mag")) && Files.isRegularFile(file);
    }

    private void add(Path file) throws IOException {
        try {
            models.add(new Found(
                    file.toString(),
                    false,
                    ModelFiles.readAny(file, ImportOptions.DEFAULT).bundle()));
        } catch (MalformedModelException malformed) {
            faults.add(file + " is left out: " + malformed.getMessage());
        }
    }
}
