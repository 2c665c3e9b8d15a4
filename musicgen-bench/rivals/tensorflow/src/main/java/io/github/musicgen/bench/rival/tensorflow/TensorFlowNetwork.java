package io.github.musicgen.bench.rival.tensorflow;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.bench.rival.Gate;
import io.github.musicgen.bench.rival.RivalNetwork;
import io.github.musicgen.bench.rival.RivalWeights;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/** A session of one thread. The states that a step fetches are fed to the next as the tensors they are. */
final class TensorFlowNetwork implements RivalNetwork {
    private final StepGraph graph;
    private final Session session;
    private final float[] scores; // [classCount]
    private final List<Tensor> zeros = new ArrayList<>();
    private final List<Tensor> states = new ArrayList<>(); // in the order of the graph's
    private @Nullable Result last; // owns the states

    TensorFlowNetwork(Bundle bundle) {
        RivalWeights weights = RivalWeights.of(bundle, Gate.INPUT, Gate.NEW_VALUE, Gate.FORGET, Gate.OUTPUT);
        this.graph = new StepGraph(weights);
        this.session = new Session(
                graph.graph,
                ConfigProto.newBuilder()
                        .setIntraOpParallelismThreads(1)
                        .setInterOpParallelismThreads(1)
                        .build());
        this.scores = new float[weights.classes()];
        for (StepGraph.State state : graph.states) {
            zeros.add(row(new float[state.units()]));
        }
        states.addAll(zeros);
    }

    private static TFloat32 row(float[] values) {
        return TFloat32.tensorOf(Shape.of(1, values.length), DataBuffers.of(values));
    }

    @Override
    public float[] step(float[] input) {
        try (TFloat32 shown = row(input)) {
            Session.Runner runner = session.runner().feed(graph.input, shown).fetch(graph.scores);
            for (int i = 0; i < states.size(); i++) {
                StepGraph.State state = graph.states.get(i);
                runner.feed(state.fed(), states.get(i)).fetch(state.next());
            }
            Result result = runner.run();
            ((TFloat32) result.get(0)).copyTo(DataBuffers.of(scores));
            for (int i = 0; i < states.size(); i++) {
                states.set(i, result.get(i + 1));
            }
            closeLast();
            last = result;
            return scores;
        }
    }

    private void closeLast() {
        if (last != null) {
            last.close();
        }
    }

    @Override
    public void close() {
        closeLast();
        zeros.forEach(Tensor::close);
        session.close();
        graph.graph.close();
    }
}
