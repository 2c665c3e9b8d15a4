package io.github.musicgen.api.bandvae;

import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.bias;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.weights;

import io.github.musicgen.api.engine.PatchShape;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.TensorSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names and shapes of a band, as bundles hold them; {@code docs/bundle-format.md} lists them. Rows are inputs, columns outputs. */
public final class BandVaeTensors {
    /** What a cell may be: silent, sustained, struck. */
    public static final int STATES = 3;

    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    private BandVaeTensors() {}

    /**
     * The scope of a layer that reads patches.
     *
     * @param instrument its name
     * @param layer from 0 on
     * @return the beginning of its tensors' names
     */
    public static String down(String instrument, int layer) {
        return instrument + ".encoder.patch." + layer;
    }

    /**
     * The scope of a layer that writes patches.
     *
     * @param instrument its name
     * @param layer from 0 on, in the order of the encoder: 0 writes the cells
     * @return the beginning of its tensors' names
     */
    public static String up(String instrument, int layer) {
        return instrument + ".decoder.patch." + layer;
    }

    /**
     * The scope of what leads from the last patch to means and logarithms of variances.
     *
     * @param instrument its name
     * @return the beginning of its tensors' names
     */
    public static String toLatent(String instrument) {
        return instrument + ".encoder.latent";
    }

    /**
     * The scope of what leads from a point to the first patch of the decoder.
     *
     * @param instrument its name
     * @return the beginning of its tensors' names
     */
    public static String fromLatent(String instrument) {
        return instrument + ".decoder.latent";
    }

    /**
     * The scope of a layer of the network that leads to the next segment.
     *
     * @param instrument its name
     * @param layer from 0 on
     * @return the beginning of its tensors' names
     */
    public static String next(String instrument, int layer) {
        return instrument + ".next." + layer;
    }

    /**
     * What becomes of a cell in a segment that is an earlier one again: a row for what it was, a column for what it is.
     *
     * @param instrument its name
     * @return the name of a tensor of probabilities
     */
    public static String again(String instrument) {
        return instrument + ".again";
    }

    /** What intervals between pitches that sound or start together add: rows as {@link EarTies} has them. */
    public static final String EAR_PITCHES = "ear.pitches";

    /** What it adds that others sound or start. */
    public static final String EAR_RHYTHM = "ear.rhythm";

    /**
     * What it adds to drums that others start or sound, all together and each.
     *
     * @param drums the name of the instrument
     * @return the name of a tensor
     */
    public static String ear(String drums) {
        return drums + ".ear";
    }

    /**
     * The tensors of a configuration.
     *
     * @param configuration the configuration
     * @return names and shapes, in the order in which bundles hold them
     */
    public static TensorSchema schema(BandVaeConfiguration configuration) {
        BandVaeTensors tensors = new BandVaeTensors();
        for (int i = 0; i < configuration.instruments().size(); i++) {
            tensors.addInstrument(configuration, i);
        }
        if (configuration.chances()) {
            tensors.addEars(configuration);
        }
        return new TensorSchema(tensors.shapes);
    }

    private void addInstrument(BandVaeConfiguration configuration, int index) {
        String name = configuration.instruments().get(index).name();
        List<PatchShape> read = configuration.encoderShapes(index);
        for (int i = 0; i < read.size(); i++) {
            addDense(down(name, i), read.get(i).patchSize(), read.get(i).filters());
        }
        int width = read.get(read.size() - 1).filters();
        addDense(toLatent(name), width, configuration.encoderOutputs());
        addDense(fromLatent(name), configuration.latentSize(), width);
        List<PatchShape> written = configuration.decoderShapes(index);
        for (int i = written.size() - 1; i >= 0; i--) {
            PatchShape shape = written.get(i);
            shapes.put(weights(up(name, i)), Shape.of(shape.filters(), shape.patchSize()));
            shapes.put(bias(up(name, i)), Shape.of(shape.channels()));
        }
        addNext(configuration, index, name);
    }

    private void addNext(BandVaeConfiguration configuration, int index, String name) {
        int inputs = configuration.nextInputs(index);
        List<Integer> units = configuration.nextUnits(index);
        for (int i = 0; i < units.size(); i++) {
            addDense(next(name, i), inputs, units.get(i));
            inputs = units.get(i);
        }
        addDense(next(name, units.size()), inputs, configuration.nextOutputs());
        if (configuration.chances()) {
            shapes.put(again(name), Shape.of(STATES, STATES));
        }
    }

    private void addEars(BandVaeConfiguration configuration) {
        shapes.put(EAR_PITCHES, Shape.of(EarTies.PITCH_ROWS, HeardSteps.PITCH_CLASSES));
        shapes.put(EAR_RHYTHM, Shape.of(EarTies.RHYTHMS));
        for (int i = 0; i < configuration.instruments().size(); i++) {
            BandInstrument instrument = configuration.instruments().get(i);
            if (instrument.drums()) {
                int rows = EarTies.drumRows(configuration.heard(i));
                shapes.put(ear(instrument.name()), Shape.of(rows, instrument.columns()));
            }
        }
    }

    private void addDense(String scope, int inputs, int outputs) {
        shapes.put(weights(scope), Shape.of(inputs, outputs));
        shapes.put(bias(scope), Shape.of(outputs));
    }
}
