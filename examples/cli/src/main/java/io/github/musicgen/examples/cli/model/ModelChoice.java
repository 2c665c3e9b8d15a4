package io.github.musicgen.examples.cli.model;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.bundle.ModelBundle;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.importer.ImportOptions;
import io.github.musicgen.api.importer.ImportedModel;
import io.github.musicgen.api.importer.ModelFiles;
import io.github.musicgen.examples.cli.music.MusicInput;
import io.github.musicgen.examples.cli.output.Failures;
import io.github.musicgen.examples.cli.output.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

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
        if (text.isEmpty()) {
            throw new TypeConversionException("it must be a name or a file, but was \"" + text + "\"");
        }
        return new ModelChoice(text, Path.of(text));
    }

    /** What a shell offers. */
    public static final class Names extends java.util.ArrayList<String> {
        private static final long serialVersionUID = 1L;

        /** Those that come along. */
        public Names() {
            super(Family.MELODY_MODELS.names());
        }
    }

    /** The same where models of whatever family are taken. */
    public static final class AllNames extends java.util.ArrayList<String> {
        private static final long serialVersionUID = 1L;

        /** Those that come along. */
        public AllNames() {
            super(Family.allNames());
        }
    }

    /** The file or folder, if it is one. */
    public Optional<Path> place() {
        return Family.ofName(text).isPresent() ? Optional.empty() : Optional.of(path);
    }

    /** Reads a model of a family; what goes wrong names the file, and which command takes what is there. */
    public <B extends ModelBundle> ImportedModel<B> read(Family<B> wanted, CommandSpec spec) throws IOException {
        Optional<Family<?>> named = Family.ofName(text);
        if (named.isEmpty()) {
            return ofFile(wanted);
        }
        if (named.get() != wanted) {
            throw new IOException(
                    wanted.refusal(text, named.get()) + "; a file that is called so is written ./" + text);
        }
        tellOfAnother(spec);
        return wanted.load(text);
    }

    private <B extends ModelBundle> ImportedModel<B> ofFile(Family<B> wanted) throws IOException {
        try {
            return wanted.read(path);
        } catch (MalformedModelException | NoSuchFileException unreadable) {
            Optional<Family<?>> found = Family.ofFile(path);
            if (found.isPresent() && found.get() != wanted) {
                throw new IOException(wanted.refusal(text, found.get()), unreadable);
            }
            throw inWords(unreadable, wanted.word(), wanted.names());
        }
    }

    /** Reads a model of whatever family. */
    ImportedModel<? extends ModelBundle> readAny(CommandSpec spec, ImportOptions options) throws IOException {
        Optional<Family<?>> named = Family.ofName(text);
        if (named.isPresent()) {
            tellOfAnother(spec);
            return named.get().load(text);
        }
        try {
            return ModelFiles.readAny(path, options);
        } catch (MalformedModelException | NoSuchFileException unreadable) {
            throw inWords(unreadable, "model", Family.allNames());
        }
    }

    /** Reads what a card tells. */
    public interface Reading<T> {
        /** Does it. */
        T read() throws IOException;
    }

    /** Reads what the model's card tells; if that is malformed, says so of the model. */
    public <T> T told(Reading<T> card) throws IOException {
        try {
            return card.read();
        } catch (MalformedModelException malformed) {
            throw MusicInput.in(this, malformed);
        }
    }

    /** Reads a melody model, and is ready to generate. */
    public Generator generator(CommandSpec spec) throws IOException {
        return Generator.of(read(Family.MELODY_MODELS, spec).bundle());
    }

    @Override
    public String toString() {
        return text;
    }

    private void tellOfAnother(CommandSpec spec) {
        if (Files.exists(path)) {
            spec.commandLine()
                    .getErr()
                    .println("musicgen: " + text
                            + " is the model that comes along; what is called so here is written ./" + text);
        }
    }

    private IOException inWords(IOException unreadable, String wanted, List<String> names) {
        return unreadable instanceof NoSuchFileException missing
                ? missing(missing, wanted, names)
                : malformed(unreadable);
    }

    /** Names the place as it was written, not by its last part alone. */
    private IOException malformed(IOException malformed) {
        String message = Objects.requireNonNull(malformed.getMessage(), "this exception always has one");
        String name = String.valueOf(path.getFileName());
        String fault = message.startsWith(name) ? message.substring(name.length()) : ": " + message;
        return new IOException(text + fault, malformed);
    }

    /** Who wrote a bare word may have meant a name. */
    private IOException missing(NoSuchFileException missing, String wanted, List<String> names) {
        boolean word =
                path.getNameCount() == 1 && !text.contains(".") && Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
        return word
                ? new IOException(
                        "there is neither a file \"" + Failures.oneLine(text) + "\" here nor a " + wanted
                                + " of this name; " + wanted + "s that come along: " + String.join(", ", names),
                        missing)
                : missing;
    }
}
