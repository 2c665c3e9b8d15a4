package io.github.musicgen.models.export;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

/** Melodies side by side through an exported model in ONNX Runtime, by what the file says of itself and nothing else. */
final class OnnxRun implements AutoCloseable {
    private static final String INPUT = "input";
    private static final String LOGITS = "logits";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final int batch;
    private final Map<String, long[]> shapes = new HashMap<>();
    private final Map<String, float[]> states = new LinkedHashMap<>(); // [batch * size] each

    OnnxRun(byte[] model, int batch) throws OrtException {
        this.environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        this.batch = batch;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            this.session = environment.createSession(model, options);
        }
        session.getInputInfo().forEach((name, node) -> addInput(name, (TensorInfo) node.getInfo()));
    }

    private void addInput(String name, TensorInfo tensor) {
        long[] shape = tensor.getShape().clone();
        shape[0] = batch;
        shapes.put(name, shape);
        if (!name.equals(INPUT)) {
            states.put(name, new float[Math.toIntExact(LongStream.of(shape).reduce(1, Math::multiplyExact))]);
        }
    }

    OrtSession session() {
        return session;
    }

    /** From the inputs of a step to its logits, melody after melody. */
    float[] step(float[] input) throws OrtException {
        Map<String, OnnxTensorLike> inputs = new HashMap<>();
        try {
            inputs.put(INPUT, tensor(INPUT, input));
            for (Map.Entry<String, float[]> state : states.entrySet()) {
                inputs.put(state.getKey(), tensor(state.getKey(), state.getValue()));
            }
            try (OrtSession.Result outputs = session.run(inputs)) {
                for (Map.Entry<String, float[]> state : states.entrySet()) {
                    state.setValue(values(outputs, "next_" + state.getKey()));
                }
                return values(outputs, LOGITS);
            }
        } finally {
            inputs.values().forEach(OnnxTensorLike::close);
        }
    }

    private OnnxTensor tensor(String name, float[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), Objects.requireNonNull(shapes.get(name)));
    }

    private static float[] values(OrtSession.Result outputs, String name) {
        FloatBuffer buffer = ((OnnxTensor) outputs.get(name).orElseThrow()).getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
