package io.github.musicgen.bench.rival;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.bench.NamedModel;
import java.util.ServiceLoader;

/** What takes the step. */
public enum Rival {
    /** Ours through the public classes, masks and likelihood included, on the engine in plain Java. */
    MUSICGEN,
    /** The same on the engine in plain Java with weights of 12 bits. */
    MUSICGEN_12BIT,
    /** The same on the engine that multiplies by OpenBLAS. */
    MUSICGEN_OPENBLAS,
    /** The floor: nothing but the matrix products of a step, by OpenBLAS. */
    OPENBLAS_PRODUCTS,
    /** The same on memory that begins with a cache line, as that of our engine does. */
    OPENBLAS_PRODUCTS_ALIGNED,
    /** Operations of ND4J on arrays made once. */
    ND4J,
    /** Deeplearning4j's own layers and {@code rnnTimeStep}. */
    DL4J,
    /** The same on the build of ND4J's native library that holds oneDNN. */
    DL4J_ONEDNN,
    /** Our export in ONNX Runtime. */
    ONNX_RUNTIME,
    /** PyTorch's LSTM through the Deep Java Library. */
    PYTORCH,
    /** PyTorch's operations through the Deep Java Library. */
    PYTORCH_OPERATIONS,
    /** A graph of TensorFlow's operations in a session of TensorFlow Java. */
    TENSORFLOW;

    /** Whoever computes scores has shown before that they are ours. */
    StepLoop loop(NamedModel model) {
        Bundle bundle = model.bundle();
        return switch (this) {
            case MUSICGEN -> new OwnLoop(bundle, Engine.portable());
            case MUSICGEN_12BIT -> new OwnLoop(bundle, Engine.compact());
            case MUSICGEN_OPENBLAS -> new OwnLoop(bundle, Engine.named("openblas"));
            case OPENBLAS_PRODUCTS -> ProductsFloor.of(bundle, false);
            case OPENBLAS_PRODUCTS_ALIGNED -> ProductsFloor.of(bundle, true);
            default -> {
                try (RivalNetwork network = network(bundle)) {
                    SameScores.require(name(), network, bundle);
                }
                yield new DrawingLoop(network(bundle), bundle);
            }
        };
    }

    private RivalNetwork network(Bundle bundle) {
        return switch (this) {
            case ND4J -> new Nd4jNetwork(bundle);
            case DL4J -> new Dl4jNetwork(bundle);
            case DL4J_ONEDNN -> Dl4jNetwork.onOneDnn(bundle);
            default -> runtime().network(bundle);
        };
    }

    private RivalRuntime runtime() {
        for (RivalRuntime runtime : ServiceLoader.load(RivalRuntime.class)) {
            if (runtime.rival() == this) {
                return runtime;
            }
        }
        throw new IllegalStateException("rival " + this
                + " must be on the class path, but was not: musicgen-bench/rivals/measure.sh runs it on its own");
    }
}
