package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.api.bandvae.BandCells;
import io.github.musicgen.api.bandvae.BandVae;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.HeardSteps;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyvae.Posterior;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.models.corpus.band.LedPiece;
import io.github.musicgen.models.training.course.Batches;
import io.github.musicgen.models.training.course.EpochDraws;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What instruments hear of each other. The autoencoders stay as they are: each different segment of an instrument that hears others is
 * decoded from a point that is drawn where it lies, and the ear learns what the others tell of the cells beyond that. Each of these is hidden as
 * often as hidden units are dropped elsewhere, so that each alone tells what it can.
 */
final class EarStage implements BandStage {
    private final BandVaeConfiguration configuration;
    private final BandVae model;
    private final BandTrainingOptions options;
    private final EarParameters parameters;
    private final List<Example> training;
    private final List<Example> validation;
    private List<List<Example>> batches = List.of();

    /** A segment, and what those played whom the instrument hears. */
    private record Example(int instrument, BandCells cells, Posterior seen, List<BandCells> others) {}

    /** Each is learned once with each leader. */
    private record Seen(int leader, BandCells cells) {}

    private EarStage(BandVae model, BandTrainingOptions options, BandLessons lessons) {
        this.configuration = model.configuration();
        this.model = model;
        this.options = options;
        this.parameters = new EarParameters(configuration);
        this.training = examples(lessons.learned());
        this.validation = examples(lessons.watched());
    }

    static EarStage of(
            BandVaeConfiguration configuration, TensorTable weights, BandTrainingOptions options, BandLessons lessons) {
        try {
            BandVae model = BandVae.of(configuration, weights, Engine.portable());
            return new EarStage(model, options, lessons);
        } catch (MalformedModelException e) {
            throw new IllegalStateException("weights of a training are those of its configuration", e);
        }
    }

    private List<Example> examples(List<LedPiece> pieces) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < configuration.instruments().size(); i++) {
            Set<Seen> known = new HashSet<>();
            for (LedPiece piece : pieces) {
                for (int segment = 0; segment < piece.rolls().segments(); segment++) {
                    BandCells cells = piece.rolls().segment(i, segment);
                    if (configuration.heard(i) > 0
                            && LedPiece.hasPart(piece.leader(), i)
                            && !cells.isSilent()
                            && known.add(new Seen(piece.leader(), cells))) {
                        examples.add(new Example(i, cells, model.encode(i, cells), others(piece, i, segment)));
                    }
                }
            }
        }
        return examples;
    }

    private List<BandCells> others(LedPiece piece, int instrument, int segment) {
        List<BandCells> others = new ArrayList<>();
        for (int other = 0; other < configuration.heard(instrument); other++) {
            others.add(piece.rolls().segment(other, segment));
        }
        return others;
    }

    @Override
    public String name() {
        return "ears";
    }

    @Override
    public INDArray parameters() {
        return parameters.values();
    }

    @Override
    public INDArray gradients() {
        return parameters.gradients();
    }

    @Override
    public boolean addsToWhatIsThere() {
        return true;
    }

    @Override
    public int epochs() {
        return training.isEmpty() ? 0 : options.nextEpochs(); // nobody who could hear plays
    }

    @Override
    public int begin(int epoch) {
        List<Example> order = new ArrayList<>(training);
        EpochDraws.random(options.seed(), epoch).shuffle(order);
        batches = Batches.of(order, options.batchSize());
        return batches.size();
    }

    @Override
    public int size(int batch) {
        return batches.get(batch).size();
    }

    @Override
    public double learn(int batch, long step) {
        List<Example> chosen = batches.get(batch);
        parameters.gradients().assign(0);
        SeededRandom random = SeededRandom.ofSeed(options.seed() + step);
        double sum = 0;
        for (Example example : chosen) {
            EarLoss loss = new EarLoss(parameters.ties(example.instrument()));
            sum += cost(example, () -> random.nextDouble() >= options.dropout(), loss, random);
            parameters.addGradient(example.instrument(), loss.gradient(), 1.0 / chosen.size());
        }
        return sum / chosen.size();
    }

    private double cost(Example example, NextExamples.Hearing hearing, EarLoss loss, SeededRandom random) {
        HeardSteps heard = HeardSteps.of(configuration, example.others(), other -> hearing.hears());
        float[][] scores = model.decode(example.instrument(), example.seen().sample(random))
                .scores();
        parameters.ear(example.instrument()).listen(heard, scores);
        return loss.add(example.cells(), heard, scores);
    }

    @Override
    public double validated() {
        SeededRandom random = SeededRandom.ofSeed(options.seed());
        double sum = 0;
        for (Example example : validation) {
            sum += cost(example, NextExamples.Hearing.ALL, new EarLoss(parameters.ties(example.instrument())), random);
        }
        return sum / Math.max(1, validation.size());
    }

    @Override
    public void write(Map<String, float[]> weights) {
        parameters.write(weights);
    }
}
