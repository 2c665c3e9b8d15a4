package io.github.musicgen.api.tensorflow;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.leveldb.Checksum;
import io.github.musicgen.api.leveldb.SortedTable;
import io.github.musicgen.api.leveldb.TableEntry;
import io.github.musicgen.api.protobuf.MessageReader;
import io.github.musicgen.api.tensor.PassedOver;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads checkpoints of TensorFlow's second version: {@code prefix.index} is a table that says where the values of each variable
 * lie in {@code prefix.data-00000-of-00001} and its like.
 *
 * <p>The values of every variable that a model may need are there as a whole and pass their checksum, or the checkpoint is refused. Those
 * of variables that are passed over, such as optimizer slots, are not looked at; they may be cut off or missing.
 */
public final class CheckpointV2 {
    private final Path prefix;
    private final int shardCount;
    private final Map<Integer, Bytes> shards = new HashMap<>();

    private CheckpointV2(Path prefix, int shardCount) {
        this.prefix = prefix;
        this.shardCount = shardCount;
    }

    /**
     * Tells an index from a checkpoint of the first version: a number stands first in the entry under the empty key, not a message.
     *
     * @param table a sorted table
     * @return whether it is an index
     * @throws MalformedModelException if it is not a table, or has no such entry
     */
    public static boolean isIndex(Bytes table) throws MalformedModelException {
        MessageReader reader = new MessageReader(CheckpointV1.first(table, SortedTable.read(table)));
        return reader.next() && reader.wireType() == MessageReader.VARINT;
    }

    /**
     * Reads all variables.
     *
     * @param prefix what the names of all files of the checkpoint begin with
     * @param index the content of {@code prefix.index}
     * @return its variables
     * @throws IOException if a file is missing, or breaks the format
     */
    public static Checkpoint read(Path prefix, Bytes index) throws IOException {
        List<TableEntry> entries = SortedTable.read(index);
        BundleHeader header = BundleHeader.read(CheckpointV1.first(index, entries));
        return new CheckpointV2(prefix, header.shards()).read(entries.subList(1, entries.size()));
    }

    private Checkpoint read(List<TableEntry> entries) throws IOException {
        List<BundleEntry> wanted = new ArrayList<>();
        List<PassedOver> passedOver = new ArrayList<>();
        for (TableEntry entry : entries) {
            Variable variable = BundleEntry.variable(entry);
            Optional<PassedOver> unwanted = variable.passedOver();
            if (unwanted.isPresent()) {
                passedOver.add(unwanted.get());
            } else {
                wanted.add(BundleEntry.read(entry, variable, shardCount));
            }
        }
        requireApart(wanted);
        List<Tensor> tensors = new ArrayList<>();
        for (BundleEntry entry : wanted) {
            tensors.add(tensor(entry));
        }
        return new Checkpoint(TensorTable.of(tensors), passedOver);
    }

    /** Values that variables share would let a small file ask for much memory. */
    private static void requireApart(List<BundleEntry> entries) throws MalformedModelException {
        List<BundleEntry> ordered = new ArrayList<>(entries);
        ordered.sort(Comparator.comparingInt(BundleEntry::shard)
                .thenComparingInt(BundleEntry::offset)
                .thenComparingLong(BundleEntry::end));
        for (int i = 1; i < ordered.size(); i++) {
            BundleEntry before = ordered.get(i - 1);
            BundleEntry entry = ordered.get(i);
            if (entry.shard() == before.shard() && entry.offset() < before.end()) {
                String expected = "values of " + entry.variable().name() + " behind those of "
                        + before.variable().name() + ", which end at " + before.end();
                throw entry.place().malformed(0, expected, "offset " + entry.offset());
            }
        }
    }

    private Tensor tensor(BundleEntry entry) throws IOException {
        Variable variable = entry.variable();
        String what = "values of " + variable.name();
        Bytes values = shard(entry.shard()).slice(entry.offset(), variable.byteCount(), what);
        Checksum.require(values, entry.checksum(), what);
        return new Tensor(variable.name(), variable.shape(), values.floats());
    }

    private Bytes shard(int number) throws IOException {
        Bytes shard = shards.get(number);
        if (shard == null) {
            String suffix = String.format(Locale.ROOT, ".data-%05d-of-%05d", number, shardCount);
            shard = Bytes.ofFile(prefix.resolveSibling(prefix.getFileName() + suffix));
            shards.put(number, shard);
        }
        return shard;
    }
}
