package io.github.musicgen.examples.cli.output;

import io.github.musicgen.midi.files.MusicFormat;
import io.github.musicgen.midi.format.AtomicFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks where a command will write before it works for long; what stands there stays until the new file is whole. */
public final class OutputFile {
    /** How the names of bundles end. */
    public static final String BUNDLE_EXTENSION = ".safetensors";

    private OutputFile() {}

    /** Refuses a name by which nobody would know a bundle. */
    public static void requireBundle(CommandSpec spec, Path output) {
        if (!output.toString().toLowerCase(Locale.ROOT).endsWith(BUNDLE_EXTENSION)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the output must end with " + BUNDLE_EXTENSION + ", but was \"" + output + "\"");
        }
    }

    /** Refuses the name of a piece, or of an archive of pieces, for anything else: what is learned from could be lost. */
    public static void requireNoMusic(CommandSpec spec, Path output) {
        String name = output.toString();
        if (MusicFormat.ofName(name).isPresent()
                || name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "what is no music must not be named like music, which it could replace, but was \"" + output
                            + "\"");
        }
    }

    public static void require(Path path) throws IOException {
        Path place = AtomicFile.requirePlace(path).toAbsolutePath();
        requireWritable(Objects.requireNonNull(place.getParent(), "a file lies in a folder"));
    }

    /** Refuses a folder by its name, which what the JDK says of one lacks. */
    public static void requireNoFolder(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "a folder, not a file");
        }
    }

    /** A folder may be there already; if not, it will be made, and those above it. */
    public static void requireFolder(Path path) throws IOException {
        Path existing = path.toAbsolutePath();
        while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = Objects.requireNonNull(existing.getParent(), "there is a root");
        }
        requireWritable(existing);
    }

    private static void requireWritable(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new FileSystemException(folder.toString(), null, "a file, not a folder");
        }
        if (!Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
    }

    /** The same, for a command that makes music of a model and perhaps of other music. */
    public static void requireUsable(CommandSpec spec, Path output, Path model, Optional<Path> music)
            throws IOException {
        requireOther(spec, output, model);
        if (music.isPresent()) {
            requireOther(spec, output, music.get());
        }
        require(output);
    }

    /** Refuses to replace what was read: a slip of the hand would cost the only copy. */
    public static void requireOther(CommandSpec spec, Path output, Path input) throws IOException {
        boolean same = output.toAbsolutePath()
                        .normalize()
                        .equals(input.toAbsolutePath().normalize())
                || (Files.exists(output) && Files.exists(input) && Files.isSameFile(output, input));
        if (same) {
            throw new ParameterException(
                    spec.commandLine(), "two of the files must not be the same, but are: " + output + " and " + input);
        }
    }
}
