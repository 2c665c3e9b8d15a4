package io.github.musicgen.api.weights;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.leveldb.SortedTable;
import io.github.musicgen.api.magenta.GeneratorBundle;
import io.github.musicgen.api.magenta.MagentaJsCheckpoint;
import io.github.musicgen.api.safetensors.SafetensorsReader;
import io.github.musicgen.api.tensorflow.Checkpoint;
import io.github.musicgen.api.tensorflow.CheckpointV1;
import io.github.musicgen.api.tensorflow.CheckpointV2;
import io.github.musicgen.api.tensorflow.MetaGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes a file by its content and calls the reader of its format. */
final class WeightFileReader {
    private static final String BUNDLE = ".safetensors";
    private static final String MAGENTA_BUNDLE = ".mag";
    private static final String INDEX = ".index";
    private static final String META_GRAPH = ".meta";
    private static final Pattern VALUES_OF_V2 = Pattern.compile("(.+)\\.data-\\d{5}-of-\\d{5}");
    private static final int BYTES_TOLD = 16;

    /** How files begin, in hexadecimal digits, that are taken for models most. */
    private static final Map<String, String> OTHERS = Map.of(
            "4d546864",
            "a MIDI file",
            "504b0304",
            "a ZIP archive",
            "89484446",
            "an HDF5 file",
            "3c3f786d",
            "an XML file");

    private final Path path;
    private final String name;

    WeightFileReader(Path path) {
        this.path = path;
        this.name = String.valueOf(path.getFileName());
    }

    WeightFile read() throws IOException {
        if (Files.isDirectory(path)) {
            return magentaJs(path);
        }
        if (name.equals(MagentaJsCheckpoint.MANIFEST)) {
            return magentaJs(path.resolveSibling(""));
        }
        Matcher values = VALUES_OF_V2.matcher(name);
        if (values.matches()) {
            return checkpointV2(path.resolveSibling(values.group(1)));
        }
        if (Files.exists(path)) {
            return read(Bytes.ofFile(path));
        }
        if (Files.isSymbolicLink(path)) {
            throw new NoSuchFileException(path.toString(), null, "a link to what is not there");
        }
        if (name.endsWith(BUNDLE) || name.endsWith(MAGENTA_BUNDLE)) {
            throw new NoSuchFileException(path.toString(), null, "no such file");
        }
        return checkpointV2(path);
    }

    private WeightFile read(Bytes bytes) throws IOException {
        if (SafetensorsReader.recognizes(bytes)) {
            return safetensors(bytes);
        }
        if (SortedTable.recognizes(bytes)) {
            return checkpoint(bytes);
        }
        if (GeneratorBundle.recognizes(bytes)) {
            return generatorBundle(bytes);
        }
        return readByName(bytes);
    }

    /** The content tells nothing any more, perhaps because it was cut short; the reader that the name asks for says what is wrong. */
    private WeightFile readByName(Bytes bytes) throws IOException {
        if (name.endsWith(BUNDLE)) {
            return safetensors(bytes);
        }
        if (name.endsWith(MAGENTA_BUNDLE)) {
            return generatorBundle(bytes);
        }
        if (name.endsWith(INDEX) || name.contains(".ckpt")) {
            return checkpoint(bytes);
        }
        throw unknown(bytes);
    }

    private static MalformedModelException unknown(Bytes bytes) throws MalformedModelException {
        Bytes first = bytes.slice(0, Math.min(BYTES_TOLD, bytes.size()), "the beginning");
        return bytes.malformed(
                0,
                "a length and a JSON header (safetensors), a generator's id (Magenta bundle), or the end of a sorted table "
                        + "(TensorFlow checkpoint)",
                told(bytes.size(), HexFormat.of().formatHex(first.toArray())));
    }

    private static String told(int size, String first) {
        for (Map.Entry<String, String> other : OTHERS.entrySet()) {
            if (first.startsWith(other.getKey())) {
                return other.getValue();
            }
        }
        return size + " bytes that begin with " + first;
    }

    private static WeightFile safetensors(Bytes bytes) throws IOException {
        SafetensorsReader reader = SafetensorsReader.of(bytes);
        return new WeightFile(
                WeightFormat.SAFETENSORS,
                reader.tensors(),
                List.of(),
                reader.header().metadata(),
                Optional.empty(),
                OptionalInt.empty());
    }

    private static WeightFile generatorBundle(Bytes bytes) throws IOException {
        GeneratorBundle bundle = GeneratorBundle.read(bytes);
        return new WeightFile(
                WeightFormat.GENERATOR_BUNDLE,
                bundle.checkpoint().tensors(),
                bundle.checkpoint().passedOver(),
                new TreeMap<>(Map.of("id", bundle.id(), "description", bundle.description(), "notes", bundle.notes())),
                Optional.empty(),
                bundle.attentionLength());
    }

    private WeightFile checkpoint(Bytes bytes) throws IOException {
        return CheckpointV2.isIndex(bytes)
                ? checkpointV2(prefix(), bytes)
                : checkpoint(WeightFormat.CHECKPOINT_V1, CheckpointV1.read(bytes), path);
    }

    private WeightFile checkpointV2(Path prefix) throws IOException {
        Path index = prefix.resolveSibling(prefix.getFileName() + INDEX);
        if (!Files.exists(index)) {
            throw new NoSuchFileException(path.toString(), null, "neither it nor " + index.getFileName() + " is there");
        }
        return checkpointV2(prefix, Bytes.ofFile(index));
    }

    private static WeightFile checkpointV2(Path prefix, Bytes index) throws IOException {
        return checkpoint(WeightFormat.CHECKPOINT_V2, CheckpointV2.read(prefix, index), prefix);
    }

    private Path prefix() throws MalformedModelException {
        if (!name.endsWith(INDEX)) {
            throw new MalformedModelException(
                    name,
                    "a name that ends with " + INDEX + ", as it is the index of a TensorFlow V2 checkpoint",
                    "another");
        }
        return path.resolveSibling(name.substring(0, name.length() - INDEX.length()));
    }

    /** TensorFlow's saver puts the graph beside the variables. */
    private static WeightFile checkpoint(WeightFormat format, Checkpoint checkpoint, Path prefix) throws IOException {
        Path graph = prefix.resolveSibling(prefix.getFileName() + META_GRAPH);
        OptionalInt attentionLength =
                Files.exists(graph) ? MetaGraph.attentionLength(Bytes.ofFile(graph)) : OptionalInt.empty();
        return new WeightFile(
                format, checkpoint.tensors(), checkpoint.passedOver(), Map.of(), Optional.empty(), attentionLength);
    }

    private WeightFile magentaJs(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(MagentaJsCheckpoint.MANIFEST))) {
            throw new NoSuchFileException(path.toString(), null, "a folder needs a " + MagentaJsCheckpoint.MANIFEST);
        }
        MagentaJsCheckpoint checkpoint = MagentaJsCheckpoint.read(folder);
        return new WeightFile(
                WeightFormat.MAGENTA_JS,
                checkpoint.tensors(),
                checkpoint.passedOver(),
                Map.of(),
                checkpoint.config(),
                checkpoint.attentionLength());
    }
}
