package io.github.musicgen.models.training;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.codec.ConfigurationJson;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.models.training.checkpoint.SavedFiles;
import io.github.musicgen.models.training.course.TrainingData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.factory.Nd4j;

/** The files of a checkpoint of a network of Deeplearning4j. */
class CheckpointFiles extends SavedFiles<Checkpoint> {
    private static final String NETWORK = "network.zip";
    private static final String AVERAGE = "average.bin";

    CheckpointFiles(MelodyRnnConfiguration configuration, TrainingOptions options, TrainingData data) {
        super(identity(configuration, options, data), NETWORK, AVERAGE);
    }

    /** All that decides the weights. */
    private static Map<String, String> identity(
            MelodyRnnConfiguration configuration, TrainingOptions options, TrainingData data) {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("model", JsonWriter.toText(ConfigurationJson.of(configuration)));
        // How long it may go on does not change the way: a training that has ended can be given more epochs.
        identity.put(
                "options", options.toBuilder().epochs(1).patience(1).build().toString());
        identity.put("melodies", data.fingerprint());
        return identity;
    }

    @Override
    protected void writeContent(Checkpoint checkpoint, Path target) throws IOException {
        ModelSerializer.writeModel(checkpoint.network(), target.resolve(NETWORK).toFile(), true);
        Nd4j.saveBinary(checkpoint.average(), target.resolve(AVERAGE).toFile());
        Bundle best = checkpoint.best();
        if (best != null) {
            best.write(target.resolve(BEST), Precision.F32);
        }
    }

    @Override
    protected Json state(Checkpoint checkpoint) {
        return TrainingStateJson.of(checkpoint.state());
    }

    @Override
    protected Checkpoint read(Path saved, JsonPlace state) throws IOException {
        Path best = saved.resolve(BEST);
        return new Checkpoint(
                ModelSerializer.restoreMultiLayerNetwork(saved.resolve(NETWORK).toFile(), true),
                Nd4j.readBinary(saved.resolve(AVERAGE).toFile()),
                TrainingStateJson.read(state),
                Files.exists(best) ? Bundle.read(best) : null);
    }
}
