package io.github.musicgen.models.training;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.factory.Nd4j;

/** The files of a checkpoint of a network of Deeplearning4j. */
final class CheckpointFiles extends SavedFiles<Checkpoint> {
    private static final String NETWORK = "network.zip";
    private static final String AVERAGE = "average.bin";

    CheckpointFiles(Map<String, String> identity) {
        super(identity);
    }

    @Override
    void writeContent(Checkpoint checkpoint, Path target) throws IOException {
        ModelSerializer.writeModel(checkpoint.network(), target.resolve(NETWORK).toFile(), true);
        Nd4j.saveBinary(checkpoint.average(), target.resolve(AVERAGE).toFile());
        Bundle best = checkpoint.best();
        if (best != null) {
            best.write(target.resolve(BEST), Precision.F32);
        }
    }

    @Override
    Json state(Checkpoint checkpoint) {
        return TrainingStateJson.of(checkpoint.state());
    }

    @Override
    Checkpoint read(Path saved, JsonPlace state) throws IOException {
        Path best = saved.resolve(BEST);
        return new Checkpoint(
                ModelSerializer.restoreMultiLayerNetwork(saved.resolve(NETWORK).toFile(), true),
                Nd4j.readBinary(saved.resolve(AVERAGE).toFile()),
                TrainingStateJson.read(state),
                Files.exists(best) ? Bundle.read(best) : null);
    }
}
