package io.github.musicgen.api.bundle;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.codec.SamplingJson;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.json.JsonReader;
import io.github.musicgen.api.safetensors.SafetensorsReader;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.TensorSchema;
import io.github.musicgen.api.tensor.TensorTable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads bundles of all families: what they have in common, and for a family the metadata and tensors that it asks for. */
final class BundleReader {
    private final String name;
    private final SafetensorsReader reader;
    private final Map<String, String> texts;

    private BundleReader(String name, SafetensorsReader reader) {
        this.name = name;
        this.reader = reader;
        this.texts = reader.header().metadata();
    }

    static BundleReader of(Bytes bytes) throws MalformedModelException {
        return new BundleReader(bytes.part(), SafetensorsReader.of(bytes));
    }

    /** A reader, if the file says that it is a bundle of this library, of whatever version and family, and not just tensors. */
    static Optional<BundleReader> ofBundle(Bytes bytes) throws MalformedModelException {
        return SafetensorsReader.recognizes(bytes)
                ? Optional.of(of(bytes)).filter(reader -> reader.has(Metadata.FORMAT_VERSION))
                : Optional.empty();
    }

    /** The bundle, of whatever family. */
    ModelBundle bundle() throws MalformedModelException {
        requireVersion();
        String word = text(Metadata.FAMILY);
        Optional<BundleFamily<?>> family = Families.named(word);
        if (family.isEmpty()) {
            throw malformed("one of the families " + String.join(", ", Families.words()), "\"" + word + "\"");
        }
        return read(family.get());
    }

    /** The bundle, which must be one of this family. */
    <B extends ModelBundle> B bundle(BundleFamily<B> family) throws MalformedModelException {
        requireVersion();
        String word = texts.get(Metadata.FAMILY);
        if (!family.word().equals(word)) {
            throw malformed("the family " + family.word(), word == null ? "none" : "\"" + word + "\"" + known(word));
        }
        return read(family);
    }

    /** Each number of a configuration may be within its bounds, and all together ask for tensors larger than any can be. */
    private <B extends ModelBundle> B read(BundleFamily<B> family) throws MalformedModelException {
        try {
            return family.read(this);
        } catch (IllegalArgumentException impossible) {
            throw malformed("a model that can be", String.valueOf(impossible.getMessage()));
        }
    }

    private static String known(String word) {
        return Families.named(word).map(other -> ", " + other.description()).orElse("");
    }

    TensorSchema schema() {
        return reader.header().schema();
    }

    void requireSchema(TensorSchema expected) throws MalformedModelException {
        schema().require(name, expected);
    }

    /** The values, all of them finite. */
    TensorTable tensors() throws MalformedModelException {
        TensorTable tensors = reader.tensors();
        tensors.requireFinite(name);
        return tensors;
    }

    SamplingOptions sampling() throws MalformedModelException {
        return has(Metadata.SAMPLING) ? SamplingJson.read(json(Metadata.SAMPLING)) : SamplingOptions.DEFAULT;
    }

    private void requireVersion() throws MalformedModelException {
        String version = texts.get(Metadata.FORMAT_VERSION);
        if (version == null) {
            throw malformed("metadata with " + Metadata.FORMAT_VERSION + ", as every bundle has", "none");
        }
        if (!isCount(version)) {
            throw malformed(Metadata.FORMAT_VERSION + " to be a number from 1 on", "\"" + version + "\"");
        }
        if (Integer.parseInt(version) > Metadata.VERSION) {
            throw malformed(
                    "version " + Metadata.VERSION + " of the format at most, which is what this release reads",
                    "version " + version + " of a later release");
        }
    }

    /** Whether a text is a number from 1 on, of at most nine digits; without a pattern, which costs a young process two milliseconds. */
    static boolean isCount(String text) {
        boolean count = !text.isEmpty() && text.length() <= 9 && text.charAt(0) != '0';
        for (int i = 0; i < text.length() && count; i++) {
            count = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return count;
    }

    ModelCard card() throws MalformedModelException {
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

    Optional<JsonPlace> jsonIfThere(String key) throws MalformedModelException {
        return has(key) ? Optional.of(json(key)) : Optional.empty();
    }

    JsonPlace json(String key) throws MalformedModelException {
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
