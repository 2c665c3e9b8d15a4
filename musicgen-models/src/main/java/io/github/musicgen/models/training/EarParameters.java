package io.github.musicgen.models.training;

import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.BandVaeTensors;
import io.github.musicgen.api.bandvae.Ear;
import io.github.musicgen.api.bandvae.HeardSteps;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** What ears add, one tensor behind the other, and its gradients. At first they add nothing. */
final class EarParameters {
    private final Map<String, long[]> places = new LinkedHashMap<>(); // from and to
    private final INDArray values;
    private final INDArray gradients;

    EarParameters(BandVaeConfiguration configuration) {
        long length = place(BandVaeTensors.EAR_PITCHES, 0, Ear.PITCH_ROWS * HeardSteps.PITCH_CLASSES);
        length = place(BandVaeTensors.EAR_RHYTHM, length, Ear.RHYTHMS);
        for (BandInstrument instrument : configuration.instruments()) {
            if (instrument.drums()) {
                length = place(BandVaeTensors.ear(instrument.name()), length, Ear.DRUM_ROWS * instrument.columns());
            }
        }
        values = Nd4j.createUninitializedDetached(DataType.FLOAT, length).assign(0);
        gradients = Nd4j.createUninitializedDetached(DataType.FLOAT, length).assign(0);
    }

    private long place(String name, long from, int size) {
        places.put(name, new long[] {from, from + size});
        return from + size;
    }

    INDArray values() {
        return values;
    }

    INDArray gradients() {
        return gradients;
    }

    Ear ear(BandInstrument of) {
        return of.drums()
                ? Ear.ofDrums(of, floats(BandVaeTensors.ear(of.name())))
                : Ear.ofPitches(of, floats(BandVaeTensors.EAR_PITCHES), floats(BandVaeTensors.EAR_RHYTHM));
    }

    void addGradient(BandInstrument of, EarLoss loss, double weight) {
        if (of.drums()) {
            add(BandVaeTensors.ear(of.name()), loss.pitches(), weight);
        } else {
            add(BandVaeTensors.EAR_PITCHES, loss.pitches(), weight);
            add(BandVaeTensors.EAR_RHYTHM, loss.rhythm(), weight);
        }
    }

    void write(Map<String, float[]> weights) {
        places.keySet().forEach(name -> weights.put(name, floats(name)));
    }

    private float[] floats(String name) {
        return view(values, name).dup().data().asFloat();
    }

    private void add(String name, double[] gradient, double weight) {
        view(gradients, name)
                .addi(Nd4j.createFromArray(gradient).castTo(DataType.FLOAT).mul(weight));
    }

    private INDArray view(INDArray all, String name) {
        long[] place = Objects.requireNonNull(places.get(name), name);
        return all.get(NDArrayIndex.interval(place[0], place[1]));
    }
}
