package io.github.musicgen.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.CorpusOptions;
import io.github.musicgen.models.corpus.Piece;
import io.github.musicgen.models.corpus.division.SplitFractions;
import io.github.musicgen.models.evaluation.features.MgevalFeature;
import io.github.musicgen.models.evaluation.features.MuspyMetric;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {
    private static final int PIECES = 20;

    @TempDir
    private Path folder;

    private final MelodyRnn model =
            RandomModels.model(MelodyRnnConfiguration.lookbackRnn().withLayers(8), Engine.portable(), 2);

    @Test
    void evaluate_isTheSameWhateverTheThreads() throws Exception {
        Corpus heldOut = TestCorpora.of(folder.resolve("held-out"), 1, 16);
        Corpus training = TestCorpora.of(folder.resolve("training"), 100, 8);
        Evaluator evaluator = new Evaluator(model).pieces(PIECES).training(training);

        Evaluation many = evaluator.evaluate(heldOut);
        ForkJoinPool one = new ForkJoinPool(1);
        Evaluation alone = one.submit(() -> evaluator.evaluate(heldOut)).get();
        one.shutdown();

        assertThat(JsonWriter.toText(alone.toJson())).isEqualTo(JsonWriter.toText(many.toJson()));
        assertThat(JsonWriter.toText(evaluator.seed(1).evaluate(heldOut).toJson()))
                .isNotEqualTo(JsonWriter.toText(many.toJson()));
    }

    @Test
    void evaluate_scoresAsModelAndNGramDo() throws IOException {
        Corpus heldOut = TestCorpora.of(folder.resolve("held-out"), 1, 12);
        Corpus training = TestCorpora.of(folder.resolve("training"), 100, 8);
        ModelMelodies shown = new ModelMelodies(model.configuration());

        Evaluation alone = new Evaluator(model).pieces(3).evaluate(heldOut);
        Evaluation trained = new Evaluator(model).pieces(3).training(training).evaluate(heldOut);

        assertThat(alone.pieces()).isEqualTo(12);
        assertThat(alone.score()).isEqualTo(ModelScore.of(model, heldOut.melodies()));
        assertThat(alone.nGram()).isEqualTo(NGramScore.leaveOneOut(shown, heldOut.pieces()));
        assertThat(alone.copying()).isEmpty();
        assertThat(trained.nGram()).isEqualTo(NGramScore.heldOut(shown, training.melodies(), heldOut.melodies()));
    }

    @Test
    void evaluate_comparesEveryFeatureAndMetric() throws IOException {
        MusicComparison comparison = new Evaluator(model)
                .pieces(PIECES)
                .evaluate(TestCorpora.of(folder, 1, 40))
                .comparison()
                .orElseThrow();

        assertThat(comparison.features()).containsOnlyKeys(MgevalFeature.values());
        assertThat(comparison.metrics()).containsOnlyKeys(MuspyMetric.values());
        assertThat(comparison.overlap()).isBetween(0.0, 1.0);
        assertThat(comparison.overlapHeldOut())
                .as("tunes of one source overlap more than noise with them")
                .isGreaterThan(comparison.overlap());
        assertThat(comparison.klDivergenceHeldOut()).isLessThan(comparison.klDivergence());
    }

    @Test
    void evaluate_halvesWhatAnotherSplitHeldOut() throws IOException {
        Path all = folder.resolve("all");
        List<Piece> test =
                TestCorpora.of(all, 1, 120).split(SplitFractions.usual()).test();
        Path heldOut = Files.createDirectory(folder.resolve("held-out"));
        for (Piece piece : test) {
            Files.copy(all.resolve(piece.name()), heldOut.resolve(piece.name()));
        }

        Evaluation evaluation = new Evaluator(model).pieces(3).evaluate(Corpus.read(heldOut, CorpusOptions.training()));

        assertThat(test).hasSizeGreaterThan(7);
        assertThat(evaluation.comparison()).isPresent();
    }

    @Test
    void evaluate_findsWhatIsInTheTrainingCorpusToo() throws IOException {
        Melody tune = TestCorpora.tune(1, 10);
        Corpus heldOut = TestCorpora.of(folder.resolve("held-out"), 1, 8);
        TestCorpora.write(folder.resolve("training"), "same", tune.transpose(3));
        Corpus training = TestCorpora.of(folder.resolve("training"), 100, 8);
        long notes = heldOut.melodies().get(0).toQuantizedPart().notes().size();

        Copying copying = new Evaluator(model)
                .pieces(3)
                .training(training)
                .evaluate(heldOut)
                .copying()
                .orElseThrow();

        assertThat(copying.knownMelodies()).isEqualTo(1);
        assertThat(copying.longestHeldOut().piece()).contains("same.mid");
        assertThat((long) copying.longestHeldOut().notes()).isEqualTo(notes);
        assertThat(copying.longest().notes()).isLessThan(20);
    }

    @Test
    void evaluate_tooLittleToCompare_leavesThatOut() throws IOException {
        Evaluation evaluation = new Evaluator(model).pieces(3).evaluate(TestCorpora.of(folder, 1, 1));

        assertThat(evaluation.comparison()).isEmpty();
        assertThat(evaluation.toJson().fields())
                .containsKeys("natsPerStep", "bestNgram")
                .doesNotContainKeys("overlap", "longestCopy");
    }

    @Test
    void toJson_hasTheFiguresByName() throws IOException {
        Corpus corpus = TestCorpora.of(folder, 1, 16);
        Evaluation evaluation =
                new Evaluator(model).pieces(PIECES).training(corpus).evaluate(corpus);
        Json.Fields json = evaluation.toJson();

        assertThat(json.fields().keySet())
                .containsSubsequence(
                        "pieces",
                        "melodies",
                        "steps",
                        "natsPerStep",
                        "perplexity",
                        "eventNats",
                        "natsPerEvent",
                        "accuracy",
                        "eventAccuracy",
                        "noteOnAccuracy",
                        "noEventAccuracy",
                        "bestNgram",
                        "overlap",
                        "overlapHeldOut",
                        "klDivergence",
                        "klDivergenceHeldOut",
                        "longestCopy",
                        "longestCopyHeldOut",
                        "longestCopyHeldOutPiece",
                        "knownMelodies",
                        "features",
                        "metrics");
        assertThat(json.fields()).containsEntry("knownMelodies", new Json.Whole(16));
        assertThat(number(json, "perplexity")).isEqualTo(Math.exp(number(json, "natsPerStep")), within(1e-9));
        assertThat(number(json, "eventNats"))
                .isEqualTo(evaluation.score().events().nats()
                        / evaluation.score().events().steps());
    }

    private static double number(Json.Fields json, String name) throws MalformedModelException {
        return JsonPlace.of("evaluation", json).field(name).number();
    }

    @Test
    void progress_isToldOfEveryStage() throws IOException {
        List<EvaluationStage> stages = new ArrayList<>();

        new Evaluator(model).pieces(3).progress(stages::add).evaluate(TestCorpora.of(folder, 1, 8));

        assertThat(stages).containsExactly(EvaluationStage.values());
    }

    @Test
    void pieces_tooFew_areRefused() {
        assertThatThrownBy(() -> new Evaluator(model).pieces(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("generated pieces must be 3 or more, but were 2");
    }
}
