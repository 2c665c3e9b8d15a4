package io.github.musicgen.api.magenta;

import io.github.musicgen.api.bytes.ByteCursor;
import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.tensor.PassedOver;
import io.github.musicgen.api.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the weights of a manifest: groups of them, each group's values one after the other in the files of the group. */
final class ManifestReader {
    private final ShardFolder folder;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final List<PassedOver> passedOver = new ArrayList<>();

    ManifestReader(Path folder) {
        this.folder = new ShardFolder(folder);
    }

    List<Tensor> tensors() {
        return List.copyOf(tensors.values());
    }

    List<PassedOver> passedOver() {
        return passedOver;
    }

    void read(JsonPlace manifest) throws IOException {
        for (JsonPlace group : manifest.items()) {
            readGroup(group);
        }
    }

    private void readGroup(JsonPlace group) throws IOException {
        List<ManifestEntry> entries = new ArrayList<>();
        long size = 0;
        for (JsonPlace weight : group.field("weights").items()) {
            ManifestEntry entry = ManifestEntry.read(weight);
            entries.add(entry);
            size += entry.byteCount();
        }
        ByteCursor values = new ByteCursor(folder.read(group.field("paths"), size));
        for (ManifestEntry entry : entries) {
            add(group, entry, values.take(entry.byteCount(), "values of " + entry.name()));
        }
    }

    private void add(JsonPlace group, ManifestEntry entry, Bytes values) throws MalformedModelException {
        if (entry.passedOver().isPresent()) {
            passedOver.add(entry.passedOver().get());
            return;
        }
        Tensor tensor = new Tensor(entry.name(), entry.shape(), entry.values(values));
        if (tensors.put(tensor.name(), tensor) != null) {
            throw group.field("weights").malformed("every weight once", entry.name() + " again");
        }
    }
}
