package io.github.musicgen.models.training;

import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.models.training.course.TrainingStep;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A program that trains, to be killed. */
final class KilledTraining {
    private KilledTraining() {}

    /**
     * Trains from where it was.
     *
     * @param arguments a folder for checkpoints, a file for the outcome, and how many milliseconds each batch takes longer
     */
    public static void main(String[] arguments) throws IOException {
        long pause = Long.parseLong(arguments[2]);
        training()
                .checkpoints(Path.of(arguments[0]))
                .betweenCheckpoints(Duration.ZERO)
                .progress(new TrainingProgress() {
                    @Override
                    public void step(TrainingStep step) {
                        sleep(pause);
                    }
                })
                .run()
                .bundle()
                .write(Path.of(arguments[1]), Precision.F32);
    }

    static Training training() {
        return Training.of(MelodyRnnConfiguration.basicRnn().withLayers(12, 12))
                .melodies(Phrases.melodies(20, 1), Phrases.melodies(5, 2))
                .options(TrainingOptions.usual().toBuilder()
                        .batchSize(4)
                        .slicing(new Slicing.Crops(20))
                        .dropout(0.2)
                        .epochs(2)
                        .build());
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
