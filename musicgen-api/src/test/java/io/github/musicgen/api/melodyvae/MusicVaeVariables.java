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
import java.util.List;

/** The tensors of a bundle as the variables that Magenta's MusicVAE would have saved: the way back of an import. */
public final class MusicVaeVariables {

    private final MelodyVaeBundle bundle;
    private final List<Tensor> variables = new ArrayList<>();

    private MusicVaeVariables(MelodyVaeBundle bundle) {
        this.bundle = bundle;
    }

    /** The variables of a bundle. */
    public static TensorTable of(MelodyVaeBundle bundle) {
        MusicVaeVariables variables = new MusicVaeVariables(bundle);
        variables.addEncoder("fw", MelodyVaeTensors.FORWARD);
        variables.addEncoder("bw", MelodyVaeTensors.BACKWARD);
        variables.addDense("encoder/mu", MelodyVaeTensors.MEAN);
        variables.addDense("encoder/sigma", MelodyVaeTensors.DEVIATION);
        variables.addDense("decoder/z_to_initial_state", MelodyVaeTensors.INITIAL);
        variables.addDecoder();
        variables.addDense("decoder/output_projection", MelodyVaeTensors.OUTPUT);
        return TensorTable.of(variables.variables);
    }

    private void addEncoder(String direction, String scope) {
        String name = "encoder/cell_0/bidirectional_rnn/" + direction + "/multi_rnn_cell/cell_0/lstm_cell";
        addCells(
                name,
                bundle.configuration().encoderUnits(),
                scope,
                List.of(inputWeights(scope), recurrentWeights(scope)));
    }

    private void addDecoder() {
        for (int i = 0; i < bundle.configuration().decoderLayers().size(); i++) {
            String scope = MelodyVaeTensors.layer(i);
            List<String> rows = i == 0
                    ? List.of(inputWeights(scope), MelodyVaeTensors.LATENT_WEIGHTS, recurrentWeights(scope))
                    : List.of(inputWeights(scope), recurrentWeights(scope));
            addCells(
                    "decoder/multi_rnn_cell/cell_" + i + "/lstm_cell",
                    bundle.configuration().decoderLayers().get(i),
                    scope,
                    rows);
        }
    }

    private void addCells(String name, int units, String scope, List<String> rows) {
        variables.add(MagentaVariables.reordered(stacked(name + "/kernel", rows), units, 0));
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
