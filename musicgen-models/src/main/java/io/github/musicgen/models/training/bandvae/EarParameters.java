package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.BandVaeTensors;
import io.github.musicgen.api.bandvae.Ear;
import io.github.musicgen.api.bandvae.EarTies;
import io.github.musicgen.api.bandvae.HeardSteps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What the ears of a band add, and its gradients: the numbers that all share who play pitches, then those of drums. At first they add nothing. */
final class EarParameters {
    private static final int INTERVALS = EarTies.PITCH_ROWS * HeardSteps.PITCH_CLASSES;
    private static final int SHARED = INTERVALS + EarTies.RHYTHMS;

    private final List<EarTies> ties = new ArrayList<>(); // [instruments]
    private final List<Integer> places = new ArrayList<>(); // [instruments], of the first of their numbers
    private final INDArray values;
    private final INDArray gradients;

    EarParameters(BandVaeConfiguration configuration) {
        int length = SHARED;
        for (int i = 0; i < configuration.instruments().size(); i++) {
            BandInstrument instrument = configuration.instruments().get(i);
            ties.add(new EarTies(instrument, configuration.heard(i)));
            places.add(instrument.drums() ? length : 0);
            length += instrument.drums() ? ties.get(i).count() : 0;
        }
        values = Nd4j.createUninitializedDetached(DataType.FLOAT, length).assign(0);
        gradients = Nd4j.createUninitializedDetached(DataType.FLOAT, length).assign(0);
    }

    INDArray values() {
        return values;
    }

    INDArray gradients() {
        return gradients;
    }

    EarTies ties(int instrument) {
        return ties.get(instrument);
    }

    Ear ear(int instrument) {
        int place = places.get(instrument);
        return new Ear(
                ties.get(instrument),
                numbers(place, place + ties.get(instrument).count()));
    }

    void addGradient(int instrument, double[] gradient, double weight) {
        int place = places.get(instrument);
        for (int i = 0; i < gradient.length; i++) {
            gradients.putScalar(place + i, gradients.getFloat(place + i) + (float) (weight * gradient[i]));
        }
    }

    void write(Map<String, float[]> weights) {
        weights.put(BandVaeTensors.EAR_PITCHES, numbers(0, INTERVALS));
        weights.put(BandVaeTensors.EAR_RHYTHM, numbers(INTERVALS, SHARED));
        for (int i = 0; i < ties.size(); i++) {
            if (ties.get(i).listener().drums()) {
                int place = places.get(i);
                weights.put(
                        BandVaeTensors.ear(ties.get(i).listener().name()),
                        numbers(place, place + ties.get(i).count()));
            }
        }
    }

    private float[] numbers(int from, int to) {
        return Arrays.copyOfRange(values.dup().data().asFloat(), from, to);
    }
}
