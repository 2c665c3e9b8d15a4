package io.github.musicgen.bench.rival.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.bench.rival.RivalNetwork;
import io.github.musicgen.models.export.OnnxExporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A session that allocates no tensor: inputs and outputs are direct buffers made once, bound by name. The states are there twice,
 * because a step must not write what it reads; the steps take turns.
 */
final class OnnxNetwork implements RivalNetwork {
    private static final String INPUT = "input";
    private static final String LOGITS = "logits";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    private final OrtSession session;
    private final List<OnnxTensor> tensors = new ArrayList<>();
    private final FloatBuffer input;
    private final FloatBuffer logits;
    private final float[] scores; // [classCount]
    private Turn turn;
    private Turn other;

    /** What one of two alternating steps reads and writes. */
    private record Turn(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs) {}

    OnnxNetwork(Bundle bundle) {
        try {
            this.session = session(bundle);
            this.turn = new Turn(new HashMap<>(), new HashMap<>());
            this.other = new Turn(new HashMap<>(), new HashMap<>());
            int classes = bundle.configuration().encoding().classCount();
            this.scores = new float[classes];
            this.logits = buffer(classes);
            OnnxTensor logitsTensor = tensor(logits, 1, classes);
            turn.outputs.put(LOGITS, logitsTensor);
            other.outputs.put(LOGITS, logitsTensor);
            this.input = buffer(bundle.configuration().encoding().inputSize());
            for (var each : session.getInputInfo().entrySet()) {
                addInput(each.getKey(), ((TensorInfo) each.getValue().getInfo()).getShape());
            }
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private OrtSession session(Bundle bundle) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            Path file = Files.createTempFile("rival", ".onnx");
            try {
                OnnxExporter.write(bundle, file);
                return environment.createSession(file.toString(), options);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addInput(String name, long[] shape) throws OrtException {
        shape[0] = 1;
        if (name.equals(INPUT)) {
            OnnxTensor tensor = tensor(input, shape);
            turn.inputs.put(name, tensor);
            other.inputs.put(name, tensor);
            return;
        }
        int values = 1;
        for (long size : shape) {
            values *= Math.toIntExact(size);
        }
        OnnxTensor one = tensor(buffer(values), shape);
        OnnxTensor two = tensor(buffer(values), shape);
        turn.inputs.put(name, one);
        turn.outputs.put("next_" + name, two);
        other.inputs.put(name, two);
        other.outputs.put("next_" + name, one);
    }

    private static FloatBuffer buffer(int values) {
        return ByteBuffer.allocateDirect(values * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    private OnnxTensor tensor(FloatBuffer buffer, long... shape) throws OrtException {
        OnnxTensor tensor = OnnxTensor.createTensor(environment, buffer, shape);
        tensors.add(tensor);
        return tensor;
    }

    @Override
    public float[] step(float[] values) {
        input.put(0, values);
        try {
            session.run(turn.inputs, turn.outputs).close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
        logits.get(0, scores);
        Turn next = other;
        other = turn;
        turn = next;
        return scores;
    }

    @Override
    public void close() {
        tensors.forEach(OnnxTensor::close);
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
