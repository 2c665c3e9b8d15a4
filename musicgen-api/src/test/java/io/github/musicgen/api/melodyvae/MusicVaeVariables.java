package io.github.musicgen.api.melodyvae;

import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.bias;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.inputWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.recurrentWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.weights;

import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.importer.MagentaVariables;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tensors of a bundle as the variables that Magenta's MusicVAE would have saved: the way back of an import. */
public final class MusicVaeVariables {
    private static final String CONDUCTOR = "decoder/hierarchical_level_0";

    private final MelodyVaeBundle bundle;
    private final String decoder;
    private final List<Tensor> variables = new ArrayList<>();

    private MusicVaeVariables(MelodyVaeBundle bundle) {
        this.bundle = bundle;
        this.decoder = bundle.configuration().decoder().isConducted() ? "core_decoder/decoder" : "decoder";
    }

    /** The variables of a bundle. */
    public static TensorTable of(MelodyVaeBundle bundle) {
        MusicVaeVariables variables = new MusicVaeVariables(bundle);
        variables.addEncoder();
        variables.addDense("encoder/mu", MelodyVaeTensors.MEAN);
        variables.addDense("encoder/sigma", MelodyVaeTensors.DEVIATION);
        variables.addConductor();
        variables.addDense(variables.decoder + "/z_to_initial_state", MelodyVaeTensors.INITIAL);
        variables.addDecoder();
        variables.addDense(variables.decoder + "/output_projection", MelodyVaeTensors.OUTPUT);
        return TensorTable.of(variables.variables);
    }

    private void addEncoder() {
        EncoderLayers encoder = bundle.configuration().encoder();
        String level = encoder.readsBars() ? "encoder/hierarchical_level_" : "";
        addTwoWay(level + 0, MelodyVaeTensors.BAR_ENCODER, encoder.ofBars());
        addTwoWay(level.isEmpty() ? "encoder" : level + 1, MelodyVaeTensors.ENCODER, encoder.layers());
    }

    private void addTwoWay(String level, String scope, List<Integer> layers) {
        for (int i = 0; i < layers.size(); i++) {
            String name = level + "/cell_" + i + "/bidirectional_rnn/";
            addCells(name + "fw/multi_rnn_cell/cell_0/lstm_cell", layers.get(i), MelodyVaeTensors.forward(scope, i));
            addCells(name + "bw/multi_rnn_cell/cell_0/lstm_cell", layers.get(i), MelodyVaeTensors.backward(scope, i));
        }
    }

    /** Its first layer is shown a 0: a row of weights that can do nothing, here of large ones. */
    private void addConductor() {
        List<Integer> layers = bundle.configuration().decoder().conductor();
        if (layers.isEmpty()) {
            return;
        }
        addDense(CONDUCTOR + "/initial_state", MelodyVaeTensors.CONDUCTOR_INITIAL);
        Tensor recurrent = tensor(recurrentWeights(MelodyVaeTensors.conductorLayer(0)));
        int columns = recurrent.shape().size(1);
        float[] kernel = new float[columns + recurrent.values().length];
        Arrays.fill(kernel, 0, columns, 99);
        System.arraycopy(recurrent.values(), 0, kernel, columns, recurrent.values().length);
        Shape shape = Shape.of(1 + layers.get(0), columns);
        addKernel(
                CONDUCTOR + "/cell_0/lstm_cell",
                layers.get(0),
                MelodyVaeTensors.conductorLayer(0),
                new Tensor(CONDUCTOR + "/cell_0/lstm_cell/kernel", shape, kernel));
        for (int i = 1; i < layers.size(); i++) {
            addCells(CONDUCTOR + "/cell_" + i + "/lstm_cell", layers.get(i), MelodyVaeTensors.conductorLayer(i));
        }
    }

    private void addDecoder() {
        List<Integer> layers = bundle.configuration().decoder().layers();
        for (int i = 0; i < layers.size(); i++) {
            String scope = MelodyVaeTensors.layer(i);
            String name = decoder + "/multi_rnn_cell/cell_" + i + "/lstm_cell";
            if (i > 0) {
                addCells(name, layers.get(i), scope);
            } else {
                List<String> rows =
                        List.of(inputWeights(scope), MelodyVaeTensors.LATENT_WEIGHTS, recurrentWeights(scope));
                addKernel(name, layers.get(i), scope, stacked(name + "/kernel", rows));
            }
        }
    }

    private void addCells(String name, int units, String scope) {
        addKernel(name, units, scope, stacked(name + "/kernel", List.of(inputWeights(scope), recurrentWeights(scope))));
    }

    private void addKernel(String name, int units, String scope, Tensor kernel) {
        variables.add(MagentaVariables.reordered(kernel, units, 0));
        Tensor biases = tensor(bias(scope));
        variables.add(
                MagentaVariables.reordered(new Tensor(name + "/bias", biases.shape(), biases.values()), units, 1));
    }

    private void addDense(String name, String scope) {
        Tensor kernel = tensor(weights(scope));
        Tensor biases = tensor(bias(scope));
        variables.add(new Tensor(name + "/kernel", kernel.shape(), kernel.values()));
        variables.add(new Tensor(name + "/bias", biases.shape(), biases.values()));
    }

    private Tensor tensor(String name) {
        return bundle.tensors().tensor(name);
    }

    private Tensor stacked(String name, List<String> names) {
        int columns = tensor(names.get(0)).shape().size(1);
        int rows = names.stream().mapToInt(each -> tensor(each).shape().size(0)).sum();
        float[] values = new float[rows * columns];
        int place = 0;
        for (String each : names) {
            float[] part = tensor(each).values();
            System.arraycopy(part, 0, values, place, part.length);
            place += part.length;
        }
        return new Tensor(name, Shape.of(rows, columns), values);
    }
}
