package io.github.musicgen.examples.recipes;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.CorpusOptions;
import io.github.musicgen.models.training.EpochReport;
import io.github.musicgen.models.training.TrainedModel;
import io.github.musicgen.models.training.Training;
import io.github.musicgen.models.training.TrainingOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** A model of one's own: trained on a folder of music, small and short here, so that it is done in seconds. */
public final class OwnModel {
    private OwnModel() {}

    /**
     * Composes a corpus, trains on it, and lets the model write.
     *
     * @param arguments the folder to write to
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Kitchen.folder(arguments);
        Path music = ComposedCorpus.write(folder.resolve("music"), 40); // your .mid, .musicxml, .mxl and .abc files

        TrainedModel trained = Training.of(MelodyRnnConfiguration.basicRnn().withLayers(64))
                .corpus(Corpus.read(music, CorpusOptions.training()))
                .options(TrainingOptions.usual().toBuilder()
                        .batchSize(2) // so little music needs many small steps
                        .averaging(0.9) // a short training looks back on fewer weights than usual() does
                        .dropout(0)
                        .epochs(10)
                        .seed(1)
                        .build())
                .card(new ModelCard("arpeggios", "Broken chords.", "CC0-1.0", "", Map.of(), Map.of()))
                .run();
        for (EpochReport epoch : trained.history()) {
            System.out.printf(
                    Locale.ROOT,
                    "epoch %d: %.3f nats per step on tunes held out%n",
                    epoch.epoch(),
                    epoch.validation().natsPerStep());
        }

        Path model = folder.resolve("own.safetensors");
        trained.bundle().write(model, Precision.F32);
        Path tune = folder.resolve("own.mid");
        Generator.load(model).fromScratch().steps(128).seed(1).generate().write(tune);
        System.out.println("the best was epoch " + trained.bestEpoch() + "; wrote " + model + " and " + tune);
    }
}
