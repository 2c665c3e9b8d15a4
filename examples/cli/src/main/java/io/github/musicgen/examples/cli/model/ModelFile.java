package io.github.musicgen.examples.cli.model;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.importer.ImportOptions;
import io.github.musicgen.api.importer.ImportedModel;
import io.github.musicgen.api.importer.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Reads models for any command; what goes wrong names the file. */
public final class ModelFile {
    /** What every command that takes a model says of it. */
    public static final String DESCRIPTION =
            "A trained model: the name of one that musicgen brings (classical, folk, songbook), a .safetensors bundle, a .mag bundle of Magenta, a TensorFlow "
                    + "checkpoint (its index, or its name without ending), or a folder of Magenta.js.";

    private ModelFile() {}

    static ImportedModel read(Path path, ImportOptions options) throws IOException {
        if (isShipped(path)) {
            return new ImportedModel(Generator.load(path.toString()).bundle(), "musicgen bundle", List.of(), List.of());
        }
        try {
            return ModelFiles.read(path, options);
        } catch (MalformedModelException malformed) {
            String message = Objects.requireNonNull(malformed.getMessage(), "this exception always has one");
            String name = String.valueOf(path.getFileName());
            String fault = message.startsWith(name) ? message.substring(name.length()) : ": " + message;
            throw new IOException(path + fault, malformed);
        }
    }

    /** A file of the same name goes before: who has one means it. */
    private static boolean isShipped(Path path) {
        return Generator.available().contains(path.toString()) && Files.notExists(path);
    }

    public static Generator generator(Path path) throws IOException {
        return Generator.of(read(path, ImportOptions.DEFAULT).bundle());
    }
}
