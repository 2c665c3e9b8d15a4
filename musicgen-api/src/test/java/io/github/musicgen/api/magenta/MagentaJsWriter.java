package io.github.musicgen.api.magenta;

import io.github.musicgen.api.bytes.HalfFloat;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes folders as TensorFlow.js lays them out, for fixtures. */
public final class MagentaJsWriter {
    private MagentaJsWriter() {}

    /** One group of unquantized weights in so many files. */
    public static void write(Path folder, TensorTable tensors, int shards) throws IOException {
        write(folder, tensors, StoredForm.FLOAT32, shards);
    }

    static void write(Path folder, TensorTable tensors, StoredForm form, int shards) throws IOException {
        ByteBuffer values = ByteBuffer.allocate(
                        Math.toIntExact(Float.BYTES * tensors.schema().valueCount()))
                .order(ByteOrder.LITTLE_ENDIAN);
        List<Json> weights = new ArrayList<>();
        for (Tensor tensor : tensors) {
            weights.add(entry(tensor, form));
            double min = min(tensor);
            double scale = scale(tensor, form);
            for (float value : tensor.values()) {
                put(values, form, value, Math.round((value - min) / scale));
            }
        }
        byte[] bytes = Arrays.copyOf(values.array(), values.position());
        List<Json> paths = new ArrayList<>();
        int size = (bytes.length + shards - 1) / shards;
        for (int shard = 0; shard < shards; shard++) {
            String name = "group1-shard" + (shard + 1) + "of" + shards;
            int from = Math.min(shard * size, bytes.length);
            Files.write(folder.resolve(name), Arrays.copyOfRange(bytes, from, Math.min(from + size, bytes.length)));
            paths.add(new Json.Text(name));
        }
        manifest(folder, group(paths, weights));
    }

    static void manifest(Path folder, Json... groups) throws IOException {
        Files.write(folder.resolve("weights_manifest.json"), JsonWriter.toBytes(new Json.Items(List.of(groups))));
    }

    static Json group(List<Json> paths, List<Json> weights) {
        Map<String, Json> group = new LinkedHashMap<>();
        group.put("paths", new Json.Items(paths));
        group.put("weights", new Json.Items(weights));
        return new Json.Fields(group);
    }

    private static Json entry(Tensor tensor, StoredForm form) {
        Map<String, Json> entry = new LinkedHashMap<>();
        entry.put("name", new Json.Text(tensor.name()));
        entry.put(
                "shape",
                new Json.Items(IntStream.range(0, tensor.shape().rank())
                        .<Json>mapToObj(axis -> new Json.Whole(tensor.shape().size(axis)))
                        .toList()));
        entry.put("dtype", new Json.Text("float32"));
        if (form != StoredForm.FLOAT32) {
            Map<String, Json> quantization = new LinkedHashMap<>();
            quantization.put("dtype", new Json.Text(form.word()));
            if (form != StoredForm.FLOAT16) {
                quantization.put("min", new Json.Real(min(tensor)));
                quantization.put("scale", new Json.Real(scale(tensor, form)));
            }
            entry.put("quantization", new Json.Fields(quantization));
        }
        return new Json.Fields(entry);
    }

    private static void put(ByteBuffer values, StoredForm form, float value, long level) {
        switch (form) {
            case FLOAT16 -> values.putShort(HalfFloat.ofFloat(value));
            case UINT16 -> values.putShort((short) level);
            case UINT8 -> values.put((byte) level);
            default -> values.putFloat(value);
        }
    }

    static double min(Tensor tensor) {
        return IntStream.range(0, tensor.values().length)
                .mapToDouble(i -> tensor.values()[i])
                .min()
                .orElseThrow();
    }

    static double scale(Tensor tensor, StoredForm form) {
        double max = IntStream.range(0, tensor.values().length)
                .mapToDouble(i -> tensor.values()[i])
                .max()
                .orElseThrow();
        return max == min(tensor) ? 1 : (max - min(tensor)) / (form == StoredForm.UINT8 ? 255 : 65535);
    }
}
