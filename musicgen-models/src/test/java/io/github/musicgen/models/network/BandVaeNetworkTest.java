package io.github.musicgen.models.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.bandvae.BandCells;
import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bandvae.BandVae;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.BandVaeTensors;
import io.github.musicgen.api.bandvae.DecodedRoll;
import io.github.musicgen.api.bandvae.NextLatent;
import io.github.musicgen.api.bandvae.PatchSize;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.melodyvae.Posterior;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.models.layers.roll.DenseStack;
import io.github.musicgen.models.layers.roll.RollAutoencoder;
import io.github.musicgen.models.layers.roll.Rolls;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class BandVaeNetworkTest {
    static List<BandVaeConfiguration> configurations() {
        List<PatchSize> patches = List.of(new PatchSize(5, 4, 3), new PatchSize(6, 2, 4), new PatchSize(7, 2, 1));
        List<BandInstrument> two = List.of(
                new BandInstrument("piano", 0, false, 60, 12, patches),
                new BandInstrument(
                        "drums",
                        0,
                        true,
                        BandInstrument.DRUM_CLASSES,
                        9,
                        List.of(new PatchSize(5, 4, 9), new PatchSize(6, 4, 1))));
        BandVaeConfiguration small = BandVaeConfiguration.band();
        return List.of(
                new BandVaeConfiguration(
                        "a", 4, 16, two, 3, List.of(8, 7), List.of(9), true, List.of(1, 2), false, 0.4),
                new BandVaeConfiguration("b", 4, 16, two, 3, List.of(8, 7), List.of(9), false, List.of(), false, 0.3),
                small.withInstruments(small.instruments().subList(0, 2)),
                BandVaeConfiguration.thesis()
                        .withInstruments(
                                BandVaeConfiguration.thesis().instruments().subList(0, 2)));
    }

    private static Map<String, float[]> weights(BandVaeNetwork networks) {
        Map<String, float[]> weights = new HashMap<>();
        for (int i = 0; i < networks.configuration().instruments().size(); i++) {
            RollAutoencoder network = networks.autoencoder(i, 3);
            stir(network.parameters());
            networks.write(i, network, weights);
            DenseStack next = networks.next(i, 4);
            stir(next.parameters());
            networks.write(i, next, weights);
            float[] again = new float[9];
            Arrays.fill(again, 1 / 3f);
            weights.put(networks.configuration().instruments().get(i).name() + ".again", again);
        }
        BandVaeTensors.schema(networks.configuration())
                .shapes()
                .forEach((name, shape) -> weights.computeIfAbsent(name, ear -> new float[shape.values()]));
        return weights;
    }

    /** As a trained one is: random beginnings are too near to nothing for a difference to show. */
    private static void stir(INDArray values) {
        SeededRandom random = SeededRandom.ofSeed(4);
        for (long i = 0; i < values.length(); i++) {
            values.putScalar(i, values.getFloat(i) + (float) (0.03 * random.nextGaussian()));
        }
    }

    private static BandCells cells(int size) {
        SeededRandom random = SeededRandom.ofSeed(8);
        byte[] states = new byte[size];
        for (int i = 0; i < size; i++) {
            states[i] = (byte) Math.max(0, random.nextInt(12) - 9);
        }
        return BandCells.of(states);
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void engine_answersAsTheAutoencoders(BandVaeConfiguration configuration) throws Exception {
        BandVaeNetwork networks = new BandVaeNetwork(configuration);
        TensorTable table = networks.table(weights(networks));
        BandVae model = BandVae.of(configuration, table, Engine.portable());
        for (int i = 0; i < configuration.instruments().size(); i++) {
            BandCells cells = cells(model.cells(i));
            RollAutoencoder network = networks.autoencoder(i, table);
            Rolls rolls = new Rolls(new byte[][] {cells.states()}, new byte[1][cells.size()]);
            network.run(rolls, new float[configuration.latentSize()], 1);
            float[] told = network.told()[0];
            Posterior posterior = model.encode(i, cells);
            for (int j = 0; j < configuration.latentSize(); j++) {
                assertThat(posterior.mean().at(j)).isCloseTo(told[j], within(1e-5f));
            }
            double nats = 0;
            DecodedRoll roll = model.decode(i, posterior.mean());
            for (int cell = 0; cell < cells.size(); cell++) {
                nats += cost(roll.scores()[cell], cells.at(cell), configuration.onsets());
            }
            assertThat(nats / cells.size()).isCloseTo(network.costs()[0] / cells.size(), within(1e-5));
        }
    }

    private static double cost(float[] scores, byte state, boolean onsets) {
        double sounds = 1 / (1 + Math.exp(-scores[0]));
        int wanted = state == BandCells.SILENT ? 0 : 1;
        if (!onsets) {
            return (sounds - wanted) * (sounds - wanted);
        }
        double starts = 1 / (1 + Math.exp(-scores[1]));
        double cost = -Math.log(wanted == 1 ? sounds : 1 - sounds);
        return wanted == 1 ? cost - Math.log(state == BandCells.STRUCK ? starts : 1 - starts) : cost;
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void engine_leadsToTheSamePoints(BandVaeConfiguration configuration) throws Exception {
        BandVaeNetwork networks = new BandVaeNetwork(configuration);
        TensorTable table = networks.table(weights(networks));
        BandVae model = BandVae.of(configuration, table, Engine.portable());
        int size = configuration.latentSize();
        SeededRandom random = SeededRandom.ofSeed(2);
        LatentVector last = LatentVector.random(size, random);
        LatentVector next = LatentVector.random(size, random);
        List<Boolean> came = Collections.nCopies(configuration.lags().size(), true);
        for (int i = 0; i < configuration.instruments().size(); i++) {
            float[] inputs = new float[configuration.nextInputs(i)];
            System.arraycopy(last.values(), 0, inputs, 0, size);
            int lags = came.size();
            Arrays.fill(inputs, size, size + lags, 1);
            for (int other = 0; other < configuration.heard(i); other++) {
                int place = (1 + other) * (size + lags);
                System.arraycopy(next.values(), 0, inputs, place, size);
                Arrays.fill(inputs, place + size, place + size + lags, 1);
            }
            float[] told = networks.next(i, table).run(inputs, 1);
            NextLatent answer = model.next(
                    i,
                    new BandVae.Past(last, came),
                    Collections.nCopies(configuration.heard(i), new BandVae.Heard(next, came)));
            for (int j = 0; j < size; j++) {
                assertThat(answer.point().mean().at(j)).isCloseTo(told[j], within(1e-5f));
            }
            for (int j = 0; j < answer.scores().length; j++) {
                assertThat(answer.scores()[j]).isCloseTo(told[2 * size + j], within(1e-5f));
            }
        }
    }

    @Test
    void weights_goThereAndBack() {
        BandVaeNetwork networks = new BandVaeNetwork(configurations().get(0));
        Map<String, float[]> weights = weights(networks);
        TensorTable table = networks.table(weights);
        Map<String, float[]> back = new HashMap<>(weights);
        for (int i = 0; i < 2; i++) {
            networks.write(i, networks.autoencoder(i, table), back);
            networks.write(i, networks.next(i, table), back);
        }
        weights.forEach((name, values) -> assertThat(back.get(name)).as(name).containsExactly(values));
    }
}
