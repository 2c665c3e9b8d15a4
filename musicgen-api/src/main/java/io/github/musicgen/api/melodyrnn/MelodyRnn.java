package io.github.musicgen.api.melodyrnn;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.engine.StepNetwork;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.representation.encoding.SequenceEncoding;

/** A melody model, ready to run: immutable, and shared by all threads. */
public final class MelodyRnn {
    private final MelodyRnnConfiguration configuration;
    private final SequenceEncoding encoding;
    private final StepNetwork network;

    private MelodyRnn(MelodyRnnConfiguration configuration, StepNetwork network) {
        this.configuration = configuration;
        this.encoding = configuration.encoding();
        this.network = network;
    }

    /**
     * Puts a model together.
     *
     * @param configuration what it is
     * @param tensors its weights, of the {@linkplain MelodyRnnTensors#schema names and shapes} of the configuration
     * @param engine what multiplies
     * @return the model
     * @throws MalformedModelException if a tensor is missing, extra or misshapen
     */
    public static MelodyRnn of(MelodyRnnConfiguration configuration, TensorTable tensors, Engine engine)
            throws MalformedModelException {
        tensors.schema().require(configuration.name() + " model", MelodyRnnTensors.schema(configuration));
        return new MelodyRnn(configuration, new NetworkAssembly(configuration, tensors, engine).network());
    }

    /**
     * What the model is.
     *
     * @return its configuration
     */
    public MelodyRnnConfiguration configuration() {
        return configuration;
    }

    /**
     * What the network is shown, and how its answers are read.
     *
     * @return the encoding
     */
    public SequenceEncoding encoding() {
        return encoding;
    }

    /**
     * The network itself.
     *
     * @return the network
     */
    public StepNetwork network() {
        return network;
    }

    /**
     * Makes what feeds many runs at once.
     *
     * @param most how many runs at most
     * @return a batch that belongs to one thread
     */
    public MelodyRnnBatch batch(int most) {
        return new MelodyRnnBatch(network.batch(most), most);
    }

    /**
     * Starts a run from nothing.
     *
     * @return the state of one run
     */
    public MelodyRnnState start() {
        return new MelodyRnnState(encoding.start(), network.start(), encoding.classCount());
    }
}
