package io.github.musicgen.models.export;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.codec.ConfigurationJson;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The files of a model for Magenta.js: what it is, which weights there are, and their values, cut into pieces that browsers keep. */
final class MagentaJsFiles {
    private static final String CONFIG = "config.json";
    private static final String MANIFEST = "weights_manifest.json";
    private static final Pattern SHARD = Pattern.compile("group\\d+-shard\\d+of\\d+");

    private MagentaJsFiles() {}

    /** Whether a file of this name belongs to such a folder. */
    static boolean isOne(String name) {
        return name.equals(CONFIG)
                || name.equals(MANIFEST)
                || SHARD.matcher(name).matches();
    }

    static void writeConfig(Bundle bundle, Path folder) throws IOException {
        Map<String, Json> config = new LinkedHashMap<>();
        config.put("type", new Json.Text("MusicRNN"));
        config.put("dataConverter", converter(bundle.configuration()));
        config.put("musicgen", about(bundle));
        write(folder.resolve(CONFIG), new Json.Fields(config));
    }

    private static Json converter(MelodyRnnConfiguration configuration) {
        Map<String, Json> arguments = new LinkedHashMap<>();
        arguments.put("minPitch", new Json.Whole(configuration.minPitch()));
        // Theirs belongs to the range, ours is the one above.
        arguments.put("maxPitch", new Json.Whole(configuration.maxPitch() - 1));
        Map<String, Json> converter = new LinkedHashMap<>();
        converter.put("type", new Json.Text("MelodyConverter"));
        converter.put("args", new Json.Fields(arguments));
        return new Json.Fields(converter);
    }

    private static Json about(Bundle bundle) {
        Map<String, Json> about = new LinkedHashMap<>();
        about.put("id", new Json.Text(bundle.card().id()));
        about.put("description", new Json.Text(bundle.card().description()));
        about.put("license", new Json.Text(bundle.card().license()));
        about.put("attribution", new Json.Text(bundle.card().attribution()));
        about.put("sha256", new Json.Text(bundle.hash()));
        about.put("configuration", ConfigurationJson.of(bundle.configuration()));
        return new Json.Fields(about);
    }

    /** All weights are one group: their values lie one after the other, in as few files as hold them. */
    static void writeWeights(TensorTable variables, Path folder) throws IOException {
        int shards = ShardWriter.shards(variables.schema().valueCount());
        List<Json> paths = new ArrayList<>();
        for (int shard = 1; shard <= shards; shard++) {
            paths.add(new Json.Text(shard(shard, shards)));
        }
        List<Json> weights = new ArrayList<>();
        for (Tensor variable : variables) {
            weights.add(entry(variable));
        }
        Map<String, Json> group = new LinkedHashMap<>();
        group.put("paths", new Json.Items(paths));
        group.put("weights", new Json.Items(weights));
        write(folder.resolve(MANIFEST), new Json.Items(List.of(new Json.Fields(group))));
        ShardWriter.write(variables, shard -> folder.resolve(shard(shard, shards)));
    }

    private static String shard(int shard, int shards) {
        return "group1-shard" + shard + "of" + shards;
    }

    private static Json entry(Tensor variable) {
        Shape shape = variable.shape();
        Map<String, Json> entry = new LinkedHashMap<>();
        entry.put("name", new Json.Text(variable.name()));
        entry.put(
                "shape",
                new Json.Items(IntStream.range(0, shape.rank())
                        .<Json>mapToObj(axis -> new Json.Whole(shape.size(axis)))
                        .toList()));
        entry.put("dtype", new Json.Text("float32"));
        return new Json.Fields(entry);
    }

    private static void write(Path file, Json value) throws IOException {
        Files.write(file, JsonWriter.toBytes(value));
    }
}
