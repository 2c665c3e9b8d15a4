package io.github.musicgen.models.training.melodyvae;

import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.models.training.checkpoint.SavedFiles;
import io.github.musicgen.models.training.course.AdamSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.nd4j.linalg.factory.Nd4j;

/** The files of a checkpoint of a space. */
final class LatentCheckpointFiles extends SavedFiles<LatentCheckpoint> {
    private static final String WEIGHTS = "weights.bin";

    LatentCheckpointFiles(Map<String, String> identity) {
        super(identity, WEIGHTS);
    }

    @Override
    protected void writeContent(LatentCheckpoint checkpoint, Path target) throws IOException {
        Nd4j.saveBinary(checkpoint.weights().memory(), target.resolve(WEIGHTS).toFile());
        MelodyVaeBundle best = checkpoint.best();
        if (best != null) {
            best.write(target.resolve(BEST), Precision.F32);
        }
    }

    @Override
    protected Json state(LatentCheckpoint checkpoint) {
        return LatentStateJson.of(checkpoint.state());
    }

    @Override
    protected LatentCheckpoint read(Path saved, JsonPlace state) throws IOException {
        Path best = saved.resolve(BEST);
        return new LatentCheckpoint(
                AdamSteps.of(Nd4j.readBinary(saved.resolve(WEIGHTS).toFile())),
                LatentStateJson.read(state),
                Files.exists(best) ? MelodyVaeBundle.read(best) : null);
    }
}
