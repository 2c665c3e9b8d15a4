package io.github.musicgen.models.layers;

import io.github.musicgen.models.layers.cells.Cells;
import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.AbstractLSTM;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** From the configuration of a recurrent layer to the layer. */
final class Instantiation {
    private Instantiation() {}

    static Layer of(
            BaseRecurrentLayer configuration,
            Cells cells,
            boolean inputGradient,
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType type) {
        String kind = configuration.getClass().getSimpleName();
        LayerValidation.assertNInNOutSet(
                kind, configuration.getLayerName(), index, configuration.getNIn(), configuration.getNOut());
        Sequences.requireFloat(kind, type);
        require(kind, "activation", configuration.getActivationFn(), ActivationTanH.class);
        if (configuration instanceof AbstractLSTM lstm) {
            require(kind, "gate activation", lstm.getGateActivationFn(), ActivationSigmoid.class);
        }
        FusedRecurrentLayer<BaseRecurrentLayer> layer = new FusedRecurrentLayer<>(conf, type, cells, inputGradient);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(configuration.initializer().init(conf, parameters, initialize));
        layer.setConf(conf);
        return layer;
    }

    private static void require(String kind, String what, IActivation given, Class<? extends IActivation> known) {
        if (!known.isInstance(given)) {
            throw new IllegalArgumentException(
                    what + " of " + kind + " must be " + known.getSimpleName() + ", but was " + given);
        }
    }
}
