package io.github.musicgen.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.models.OtherJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledTrainingTest {
    private static final long MILLISECONDS_PER_BATCH = 150;

    @TempDir
    private Path folder;

    @Test
    void aTrainingThatIsKilled_goesOnInAnotherProgram_toTheVeryWeights() throws Exception {
        Bundle whole = KilledTraining.training().run().bundle();
        Path checkpoints = folder.resolve("checkpoints");
        Path outcome = folder.resolve("outcome.safetensors");

        for (int kill = 0; kill < 2; kill++) {
            Process training = start(checkpoints, outcome, MILLISECONDS_PER_BATCH);
            awaitAnotherCheckpoint(checkpoints, training);
            training.destroyForcibly().waitFor();
        }
        assertThat(outcome).doesNotExist();
        int exit = start(checkpoints, outcome, 0).waitFor();

        assertThat(exit).isZero();
        assertThat(Bundle.read(outcome).hash()).isEqualTo(whole.hash());
    }

    private static Process start(Path checkpoints, Path outcome, long pause) throws IOException {
        return OtherJvm.with(KilledTraining.class, checkpoints.toString(), outcome.toString(), Long.toString(pause))
                .inheritIO()
                .start();
    }

    /** In the middle of an epoch, not at the time when a certain checkpoint is there: a kill may fall into the writing of one. */
    private static void awaitAnotherCheckpoint(Path checkpoints, Process training) throws Exception {
        String before = names(checkpoints);
        while (training.isAlive()
                && (names(checkpoints).equals(before) || names(checkpoints).isEmpty())) {
            Thread.sleep(10);
        }
        Thread.sleep(MILLISECONDS_PER_BATCH);
    }

    private static String names(Path checkpoints) throws IOException {
        if (!Files.isDirectory(checkpoints)) {
            return "";
        }
        try (Stream<Path> files = Files.list(checkpoints)) {
            return files.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.startsWith("step-"))
                    .sorted()
                    .toList()
                    .toString();
        }
    }
}
