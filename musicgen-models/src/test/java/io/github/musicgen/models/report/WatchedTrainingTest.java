package io.github.musicgen.models.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.models.training.TrainedModel;
import io.github.musicgen.models.training.Training;
import io.github.musicgen.models.training.TrainingOptions;
import io.github.musicgen.models.training.TrainingProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedTrainingTest {
    @TempDir
    Path folder;

    @Test
    void aTrainingThatGoesOn_isShownFromItsBeginning() throws IOException {
        assertThat(train(1)).startsWith("epoch 1  learned");
        assertThat(train(2)).startsWith("goes on after epoch 1").contains("epoch 2  learned");

        assertThat(folder.resolve("page.html")).content().contains("2 epochs so far");
        try (Stream<Path> files = Files.list(folder.resolve("events"))) {
            assertThat(files).hasSize(2);
        }
    }

    /** Returns what the console said. */
    private String train(int epochs) throws IOException {
        StringWriter said = new StringWriter();
        TrainingOptions options =
                TrainingOptions.usual().toBuilder().epochs(epochs).build();
        try (TensorBoardEvents events = TensorBoardEvents.in(folder.resolve("events"));
                LivePage page = LivePage.at(folder.resolve("page.html"), TrainingPage::of)) {
            TrainedModel trained = Training.of(MelodyRnnConfiguration.basicRnn().withLayers(4))
                    .melodies(TrainingPageTest.melodies(), TrainingPageTest.melodies())
                    .options(options)
                    .checkpoints(folder.resolve("checkpoints"))
                    .progress(TrainingProgress.all(TrainingConsole.of(new PrintWriter(said), false), events, page))
                    .run();
            assertThat(trained.history()).hasSize(epochs);
        }
        return said.toString();
    }
}
