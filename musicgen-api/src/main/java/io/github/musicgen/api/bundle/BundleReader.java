package io.github.musicgen.api.bundle;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.codec.ConfigurationJson;
import io.github.musicgen.api.codec.SamplingJson;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.json.JsonReader;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.api.safetensors.SafetensorsReader;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.TensorTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads bundles: first the metadata, then the table of tensors, and only then their values. */
final class BundleReader {
    private final String name;
    private final SafetensorsReader reader;
    private final Map<String, String> texts;

    private BundleReader(String name, SafetensorsReader reader) {
        this.name = name;
        this.reader = reader;
        this.texts = reader.header().metadata();
    }

    static Bundle read(Path path) throws IOException {
        return read(Bytes.ofFile(path));
    }

    static Bundle read(Bytes bytes) throws MalformedModelException {
        return new BundleReader(bytes.part(), SafetensorsReader.of(bytes)).bundle();
    }

    /** A reader, if the file says that it is a bundle of this library, of whatever version, and not just tensors. */
    static Optional<BundleReader> ofBundle(Bytes bytes) throws MalformedModelException {
        return SafetensorsReader.recognizes(bytes)
                ? Optional.of(new BundleReader(bytes.part(), SafetensorsReader.of(bytes)))
                        .filter(reader -> reader.has(Metadata.FORMAT_VERSION))
                : Optional.empty();
    }

    Bundle bundle() throws MalformedModelException {
        requireVersion();
        requireFamily();
        MelodyRnnConfiguration configuration = ConfigurationJson.read(json(Metadata.CONFIGURATION));
        reader.header().schema().require(name, MelodyRnnTensors.schema(configuration));
        SamplingOptions sampling =
                has(Metadata.SAMPLING) ? SamplingJson.read(json(Metadata.SAMPLING)) : SamplingOptions.DEFAULT;
        Optional<Golden> golden =
                has(Metadata.GOLDEN) ? Optional.of(GoldenJson.read(json(Metadata.GOLDEN))) : Optional.empty();
        ModelCard card = card();
        TensorTable tensors = reader.tensors();
        tensors.requireFinite(name);
        return new Bundle(configuration, tensors, card, sampling, golden);
    }

    private void requireVersion() throws MalformedModelException {
        String version = texts.get(Metadata.FORMAT_VERSION);
        if (version == null) {
            throw malformed("metadata with " + Metadata.FORMAT_VERSION + ", as every bundle has", "none");
        }
        if (!version.matches("[1-9][0-9]{0,8}")) {
            throw malformed(Metadata.FORMAT_VERSION + " to be a number from 1 on", "\"" + version + "\"");
        }
        if (Integer.parseInt(version) > Metadata.VERSION) {
            throw malformed(
                    "version " + Metadata.VERSION + " of the format at most, which is what this release reads",
                    "version " + version + " of a later release");
        }
    }

    private void requireFamily() throws MalformedModelException {
        String family = texts.get(Metadata.FAMILY);
        if (!Metadata.MELODY_RNN.equals(family)) {
            throw malformed("the family " + Metadata.MELODY_RNN, family == null ? "none" : "\"" + family + "\"");
        }
    }

    private ModelCard card() throws MalformedModelException {
        String id = text(Metadata.ID);
        Map<String, String> provenance = new TreeMap<>();
        Map<String, Double> figures = new TreeMap<>();
        if (has(Metadata.PROVENANCE)) {
            for (Map.Entry<String, JsonPlace> entry :
                    json(Metadata.PROVENANCE).fields().entrySet()) {
                provenance.put(entry.getKey(), entry.getValue().text());
            }
        }
        if (has(Metadata.FIGURES)) {
            for (Map.Entry<String, JsonPlace> entry :
                    json(Metadata.FIGURES).fields().entrySet()) {
                figures.put(entry.getKey(), entry.getValue().number());
            }
        }
        return new ModelCard(
                id.isBlank() ? name : id,
                text(Metadata.DESCRIPTION),
                text(Metadata.LICENSE),
                text(Metadata.ATTRIBUTION),
                provenance,
                figures);
    }

    private boolean has(String key) {
        return texts.containsKey(key);
    }

    private String text(String key) {
        return texts.getOrDefault(key, "");
    }

    private JsonPlace json(String key) throws MalformedModelException {
        @Nullable String text = texts.get(key);
        if (text == null) {
            throw malformed("metadata with " + key, "none");
        }
        Bytes bytes = Bytes.of(name + ", " + key, text.getBytes(StandardCharsets.UTF_8));
        return JsonPlace.of(bytes.part(), JsonReader.read(bytes));
    }

    private MalformedModelException malformed(String expected, String found) {
        return new MalformedModelException(name, expected, found);
    }
}
