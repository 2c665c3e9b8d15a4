package io.github.musicgen.api.tensorflow;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.leveldb.Checksum;
import io.github.musicgen.api.leveldb.TableWriter;
import io.github.musicgen.api.protobuf.MessageWriter;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes checkpoints of both versions as TensorFlow lays them out, for fixtures. */
public final class CheckpointWriter {
    private static final int ENTRIES_PER_BLOCK = 3;

    private CheckpointWriter() {}

    /** One file, with a 64-bit {@code global_step} among the variables. */
    public static byte[] v1(TensorTable tensors, boolean compressed) {
        MessageWriter list = new MessageWriter().message(1, variable("global_step", 9, Shape.of()));
        Map<String, byte[]> entries = new HashMap<>();
        entries.put("\0global_step", values("global_step", new MessageWriter().varint(10, 5)));
        for (Tensor tensor : tensors) {
            list.message(1, variable(tensor.name(), 1, tensor.shape()));
            entries.put("\0" + tensor.name(), values(tensor.name(), new MessageWriter().bytes(5, raw(tensor))));
        }
        list.message(2, new MessageWriter().varint(1, 1));
        entries.put("", new MessageWriter().message(1, list).toBytes());
        return TableWriter.write(entries, ENTRIES_PER_BLOCK, compressed);
    }

    static MessageWriter variable(String name, int type, Shape shape) {
        return new MessageWriter()
                .text(1, name)
                .message(2, shape(shape))
                .varint(3, type)
                .message(4, slice(shape));
    }

    /** One extent per axis, empty because it is whole. */
    static MessageWriter slice(Shape shape) {
        MessageWriter slice = new MessageWriter();
        for (int axis = 0; axis < shape.rank(); axis++) {
            slice.message(1, new MessageWriter());
        }
        return slice;
    }

    static MessageWriter shape(Shape shape) {
        MessageWriter message = new MessageWriter();
        for (int axis = 0; axis < shape.rank(); axis++) {
            message.message(2, new MessageWriter().varint(1, shape.size(axis)));
        }
        return message;
    }

    static byte[] values(String name, MessageWriter tensor) {
        return new MessageWriter()
                .message(2, new MessageWriter().text(1, name).message(3, tensor))
                .toBytes();
    }

    static byte[] raw(Tensor tensor) {
        ByteBuffer buffer =
                ByteBuffer.allocate(tensor.values().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(tensor.values());
        return buffer.array();
    }

    /** Files beside each other, the tensors dealt out to them in turn, with a gap before each. */
    public static void v2(Path prefix, TensorTable tensors, int shards) throws IOException {
        List<ByteArrayOutputStream> files = new ArrayList<>();
        for (int i = 0; i < shards; i++) {
            files.add(new ByteArrayOutputStream());
        }
        Map<String, byte[]> entries = new HashMap<>();
        entries.put("", header(shards).toBytes());
        entries.put("global_step", entry(9, Shape.of(), 0, 0, new byte[8]).toBytes());
        int next = 0;
        for (Tensor tensor : tensors) {
            int shard = next++ % shards;
            files.get(shard).writeBytes(new byte[3]);
            entries.put(
                    tensor.name(),
                    entry(1, tensor.shape(), shard, files.get(shard).size(), raw(tensor))
                            .toBytes());
            files.get(shard).writeBytes(raw(tensor));
        }
        Files.write(beside(prefix, ".index"), TableWriter.write(entries, ENTRIES_PER_BLOCK, false));
        for (int shard = 0; shard < shards; shard++) {
            Files.write(shard(prefix, shard, shards), files.get(shard).toByteArray());
        }
    }

    static Path shard(Path prefix, int shard, int shards) {
        return beside(prefix, String.format(".data-%05d-of-%05d", shard, shards));
    }

    static Path beside(Path prefix, String suffix) {
        return prefix.resolveSibling(prefix.getFileName() + suffix);
    }

    static MessageWriter header(int shards) {
        return new MessageWriter().varint(1, shards).message(3, new MessageWriter().varint(1, 1));
    }

    static MessageWriter entry(int type, Shape shape, int shard, long offset, byte[] values) {
        return new MessageWriter()
                .varint(1, type)
                .message(2, shape(shape))
                .varint(3, shard)
                .varint(4, offset)
                .varint(5, values.length)
                .fixed32(6, Checksum.of(Bytes.of("values", values)));
    }

    /** A graph with an attention wrapper: of a real one the part that is read, and some beside it. */
    public static byte[] graph(String scope, int... stateShape) {
        return graph(Map.of(
                "inputs/shape",
                new int[] {3, 1, 2},
                scope + "/Reshape/shape",
                stateShape,
                scope + "/Reshape_1/shape",
                new int[] {-1, 64}));
    }

    static byte[] graph(Map<String, int[]> constants) {
        MessageWriter graph = new MessageWriter()
                .message(1, new MessageWriter().text(1, "Placeholder").text(2, "Placeholder"));
        constants.forEach((name, numbers) -> graph.message(1, constant(name, numbers)));
        return new MessageWriter()
                .message(1, new MessageWriter().text(5, "1.4.0"))
                .message(2, graph)
                .toBytes();
    }

    private static MessageWriter constant(String name, int... numbers) {
        ByteBuffer content = ByteBuffer.allocate(numbers.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        content.asIntBuffer().put(numbers);
        MessageWriter tensor = new MessageWriter()
                .varint(1, 3)
                .message(2, shape(Shape.of(numbers.length)))
                .bytes(4, content.array());
        return new MessageWriter()
                .text(1, name)
                .text(2, "Const")
                .message(5, new MessageWriter().text(1, "dtype").message(2, new MessageWriter().varint(6, 3)))
                .message(5, new MessageWriter().text(1, "value").message(2, new MessageWriter().message(8, tensor)));
    }
}
