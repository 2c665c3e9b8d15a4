package io.github.musicgen.models.export;

import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Writes values one after the other, a new file every 4 MiB as TensorFlow.js does it, because browsers cache no larger ones. */
final class ShardWriter {
    static final int SHARD_SIZE = 4 << 20;

    private final IntFunction<Path> files;
    private final ByteBuffer shard = ByteBuffer.allocate(SHARD_SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private int written;

    private ShardWriter(IntFunction<Path> files) {
        this.files = files;
    }

    /** How many files so many values take. */
    static int shards(long values) {
        return Math.toIntExact((values * Float.BYTES + SHARD_SIZE - 1) / SHARD_SIZE);
    }

    /** Asks for the place of each file, from 1 on. */
    static void write(TensorTable tensors, IntFunction<Path> files) throws IOException {
        ShardWriter writer = new ShardWriter(files);
        for (Tensor tensor : tensors) {
            for (float value : tensor.values()) {
                writer.put(value);
            }
        }
        writer.flush();
    }

    private void put(float value) throws IOException {
        if (!shard.hasRemaining()) {
            flush();
        }
        shard.putFloat(value);
    }

    private void flush() throws IOException {
        written++;
        Files.write(files.apply(written), Arrays.copyOf(shard.array(), shard.position()));
        shard.clear();
    }
}
