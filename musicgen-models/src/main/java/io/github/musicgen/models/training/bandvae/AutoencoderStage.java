package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.api.bandvae.BandCells;
import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.models.corpus.band.LedPiece;
import io.github.musicgen.models.layers.roll.RollAutoencoder;
import io.github.musicgen.models.layers.roll.RollLoss;
import io.github.musicgen.models.layers.roll.Rolls;
import io.github.musicgen.models.network.BandVaeNetwork;
import io.github.musicgen.models.training.course.Batches;
import io.github.musicgen.models.training.course.EpochDraws;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The autoencoder of an instrument: it learns each different segment once in each epoch, in a key that is drawn. */
final class AutoencoderStage implements BandStage {
    private final BandVaeNetwork networks;
    private final int instrument;
    private final BandInstrument of;
    private final BandTrainingOptions options;
    private final RollAutoencoder network;
    private final List<SegmentRoll> training;
    private final List<SegmentRoll> validation;
    private List<List<SegmentRoll>> batches = List.of();

    AutoencoderStage(BandVaeNetwork networks, int instrument, BandTrainingOptions options, BandLessons lessons) {
        this.networks = networks;
        this.instrument = instrument;
        this.of = networks.configuration().instruments().get(instrument);
        this.options = options;
        this.network = networks.autoencoder(instrument, options.seed() + instrument);
        this.training = different(lessons.learned());
        this.validation = different(lessons.watched());
    }

    private List<SegmentRoll> different(List<LedPiece> pieces) {
        Map<BandCells, SegmentRoll> different = new LinkedHashMap<>();
        for (LedPiece piece : pieces) {
            for (int i = 0; i < piece.rolls().segments(); i++) {
                BandCells cells = piece.rolls().segment(instrument, i);
                SegmentRoll known = different.computeIfAbsent(
                        cells, unseen -> new SegmentRoll(cells.states(), new byte[cells.size()]));
                byte[] velocities = piece.rolls().velocities(instrument, i);
                for (int cell = 0; cell < velocities.length; cell++) {
                    known.velocities()[cell] = (byte) Math.max(known.velocities()[cell], velocities[cell]);
                }
            }
        }
        return new ArrayList<>(different.values());
    }

    @Override
    public String name() {
        return of.name();
    }

    @Override
    public INDArray parameters() {
        return network.parameters();
    }

    @Override
    public INDArray gradients() {
        return network.gradients();
    }

    @Override
    public int epochs() {
        return options.epochs();
    }

    @Override
    public int begin(int epoch) {
        SeededRandom random = EpochDraws.random(options.seed(), epoch);
        List<SegmentRoll> order = new ArrayList<>();
        for (SegmentRoll segment : training) {
            int semitones = random.nextInt(2 * options.semitones() + 1) - options.semitones();
            order.add(segment.moved(of.columns(), of.drums() ? 0 : semitones));
        }
        random.shuffle(order);
        batches = Batches.of(order, options.batchSize());
        return batches.size();
    }

    @Override
    public int size(int batch) {
        return batches.get(batch).size();
    }

    @Override
    public double learn(int batch, long step) {
        Rolls rolls = rolls(batches.get(batch));
        return network.learn(rolls, noise(step, rolls.size()), options.beta()).total();
    }

    static Rolls rolls(List<SegmentRoll> segments) {
        return new Rolls(
                segments.stream().map(SegmentRoll::states).toArray(byte[][]::new),
                segments.stream().map(SegmentRoll::velocities).toArray(byte[][]::new));
    }

    private float[] noise(long step, int batch) {
        return EpochDraws.noise(options.seed(), step, networks.configuration().latentSize() * batch);
    }

    @Override
    public double validated() {
        double sum = 0;
        List<List<SegmentRoll>> watched = Batches.of(validation, options.batchSize());
        for (int i = 0; i < watched.size(); i++) {
            Rolls rolls = rolls(watched.get(i));
            RollLoss loss = network.run(rolls, noise(-2L - i, rolls.size()), options.beta());
            sum += loss.total() * rolls.size();
        }
        return sum / validation.size();
    }

    @Override
    public void write(Map<String, float[]> weights) {
        networks.write(instrument, network, weights);
    }
}
