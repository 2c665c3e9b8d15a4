package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.api.bundle.BandVaeBundle;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.models.training.checkpoint.SavedFiles;
import io.github.musicgen.models.training.course.AdamSteps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.nd4j.linalg.factory.Nd4j;

/** The files of a checkpoint of a band. */
final class BandCheckpointFiles extends SavedFiles<BandCheckpoint> {
    private static final String WEIGHTS = "weights.bin";

    BandCheckpointFiles(Map<String, String> identity) {
        super(identity, WEIGHTS);
    }

    @Override
    protected void writeContent(BandCheckpoint checkpoint, Path target) throws IOException {
        Nd4j.saveBinary(checkpoint.weights().memory(), target.resolve(WEIGHTS).toFile());
        checkpoint.best().write(target.resolve(BEST), Precision.F32);
    }

    @Override
    protected Json state(BandCheckpoint checkpoint) {
        return BandStateJson.of(checkpoint.state());
    }

    @Override
    protected BandCheckpoint read(Path saved, JsonPlace state) throws IOException {
        return new BandCheckpoint(
                AdamSteps.of(Nd4j.readBinary(saved.resolve(WEIGHTS).toFile())),
                BandStateJson.read(state),
                BandVaeBundle.read(saved.resolve(BEST)));
    }
}
