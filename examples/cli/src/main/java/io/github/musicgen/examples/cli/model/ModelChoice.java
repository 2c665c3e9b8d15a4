package io.github.musicgen.examples.cli.model;

import io.github.musicgen.api.Band;
import io.github.musicgen.api.Generator;
import io.github.musicgen.api.LatentModel;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelBundle;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.importer.ImportOptions;
import io.github.musicgen.api.importer.ImportedModel;
import io.github.musicgen.api.importer.ModelFiles;
import io.github.musicgen.examples.cli.output.Failures;
import io.github.musicgen.examples.cli.output.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Which model a command was told to take. The name of one that comes along means that one, whatever lies in the folder; a place in
 * it that has the same name is written with a separator, as {@code ./folk}. So what a command means depends on no file.
 *
 * @param text as it was written
 * @param path what it would be as a place
 */
public record ModelChoice(String text, Path path) implements Place {
    /** What every command that takes a model says of it. */
    public static final String DESCRIPTION =
            "A trained model: classical, folk or songbook, which come along; or a file: a .safetensors bundle, a .mag bundle of "
                    + "Magenta, a TensorFlow checkpoint (its index, or its name without ending), or a folder of Magenta.js. "
                    + "The three names always mean those that come along: a file called folk is written ./folk.";

    /** What those say of it that take models of whatever family. */
    public static final String ANY =
            DESCRIPTION + " Or a space or a band: two-bars, two-bar-drums and arcade, which come along, or a file.";

    /** The one that is taken where none is named. */
    public static final String DEFAULT = "folk";

    /** Takes a model by what was written; refuses what no file can be called. */
    public static ModelChoice of(String text) {
        return new ModelChoice(text, Path.of(text));
    }

    /** What a shell offers. */
    public static final class Names extends java.util.ArrayList<String> {
        private static final long serialVersionUID = 1L;

        /** Those that come along. */
        public Names() {
            super(Generator.available());
        }
    }

    /** The same where models of whatever family are taken. */
    public static final class AllNames extends java.util.ArrayList<String> {
        private static final long serialVersionUID = 1L;

        /** Those that come along. */
        public AllNames() {
            super(Generator.available());
            addAll(LatentModel.available());
            addAll(LatentModel.availableDrums());
            addAll(Band.available());
        }
    }

    /** The file or folder, if it is one. */
    public Optional<Path> place() {
        return isShipped() || isShippedSpace() || isShippedDrums() || isShippedBand()
                ? Optional.empty()
                : Optional.of(path);
    }

    /** What reads a file. */
    private interface Reading<T> {
        T read(Path path) throws IOException;
    }

    /** Reads a model that makes melodies event by event; what goes wrong names the file. */
    public ImportedModel<Bundle> read(CommandSpec spec, ImportOptions options) throws IOException {
        if (isShippedSpace() || isShippedDrums()) {
            throw new IOException(text + " is a space of " + (isShippedDrums() ? "drums" : "melodies")
                    + ", which musicgen space takes; a file that is called so is written ./" + text);
        }
        return isShipped()
                ? shipped(spec, Generator.load(text).bundle())
                : ofFile(file -> ModelFiles.read(file, options));
    }

    /** Reads a model of whatever family. */
    ImportedModel<? extends ModelBundle> readAny(CommandSpec spec, ImportOptions options) throws IOException {
        if (isShipped()) {
            return read(spec, options);
        }
        if (isShippedSpace()) {
            return shipped(spec, LatentModel.load(text).bundle());
        }
        if (isShippedDrums()) {
            return shipped(spec, LatentModel.loadDrums(text).bundle());
        }
        return isShippedBand()
                ? shipped(spec, Band.load(text).bundle())
                : ofFile(file -> ModelFiles.readAny(file, options));
    }

    private <B extends ModelBundle> ImportedModel<B> shipped(CommandSpec spec, B bundle) {
        tellOfAnother(spec);
        return new ImportedModel<>(bundle, "musicgen bundle", List.of(), List.of());
    }

    private <T> T ofFile(Reading<T> reading) throws IOException {
        try {
            return reading.read(path);
        } catch (NoSuchFileException missing) {
            throw missing(missing);
        } catch (MalformedModelException malformed) {
            String message = Objects.requireNonNull(malformed.getMessage(), "this exception always has one");
            String name = String.valueOf(path.getFileName());
            String fault = message.startsWith(name) ? message.substring(name.length()) : ": " + message;
            throw new IOException(text + fault, malformed);
        }
    }

    /** Reads it, and is ready to generate. */
    public Generator generator(CommandSpec spec) throws IOException {
        return Generator.of(read(spec, ImportOptions.DEFAULT).bundle());
    }

    @Override
    public String toString() {
        return text;
    }

    private boolean isShipped() {
        return Generator.available().contains(text);
    }

    private boolean isShippedSpace() {
        return LatentModel.available().contains(text);
    }

    private boolean isShippedDrums() {
        return LatentModel.availableDrums().contains(text);
    }

    private boolean isShippedBand() {
        return Band.available().contains(text);
    }

    private void tellOfAnother(CommandSpec spec) {
        if (Files.exists(path)) {
            spec.commandLine()
                    .getErr()
                    .println("musicgen: " + text
                            + " is the model that comes along; what is called so here is written ./" + text);
        }
    }

    /** Who wrote a bare word may have meant a name. */
    private IOException missing(NoSuchFileException missing) {
        boolean word = path.getNameCount() == 1 && !text.contains(".") && Files.notExists(path);
        String names = String.join(", ", Generator.available());
        return word
                ? new IOException(
                        "there is neither a file \"" + Failures.oneLine(text)
                                + "\" here nor a model of this name that comes " + "along; those are " + names,
                        missing)
                : missing;
    }
}
