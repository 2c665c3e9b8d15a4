package io.github.musicgen.api.magenta;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.JsonPlace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The files of values beside a manifest. What the manifest calls them is not believed: only names of files are followed. */
final class ShardFolder {
    /** As TensorFlow.js names them, and a little more: no separators, no drives, nothing that begins with a point. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

    private final Path folder;
    private final Set<Path> known = new HashSet<>();

    ShardFolder(Path folder) {
        this.folder = folder;
    }

    /** The files of one group as one stretch of bytes. No file is read before all sizes are known and fit. */
    Bytes read(JsonPlace paths, long wanted) throws IOException {
        List<Path> files = new ArrayList<>();
        long size = 0;
        for (JsonPlace path : paths.items()) {
            Path file = file(path);
            files.add(file);
            size += Bytes.sizeOfFile(file);
        }
        requireSize(paths, wanted, size);
        ByteArrayOutputStream joined = new ByteArrayOutputStream((int) size);
        for (Path file : files) {
            joined.writeBytes(Bytes.ofFile(file).toArray());
        }
        requireSize(paths, wanted, joined.size());
        return Bytes.of("files of " + paths, joined.toByteArray());
    }

    private static void requireSize(JsonPlace paths, long wanted, long size) throws MalformedModelException {
        if (size != wanted || size > Bytes.MAX_SIZE) {
            throw paths.malformed(wanted + " bytes for the weights of the group", size + " bytes in its files");
        }
    }

    private Path file(JsonPlace path) throws MalformedModelException {
        String name = path.text();
        if (!NAME.matcher(name).matches()) {
            throw path.malformed("the name of a file in this folder", name);
        }
        Path file = folder.resolve(name);
        // The same file over and over would let a small folder ask for much memory.
        if (!known.add(file)) {
            throw path.malformed("every file once", name + " again");
        }
        return file;
    }
}
