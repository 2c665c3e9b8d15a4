package io.github.musicgen.models.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.github.musicgen.api.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * A graph of ONNX while it is put together. Values go by their names; a node is called like the first value it gives.
 *
 * <p>All inputs and outputs have the batch as their first axis; the axis that operators work along is the one behind it.
 */
final class OnnxGraph {
    private static final String BATCH = "batch";
    private static final int AXIS = 1;

    private final GraphProto.Builder graph = GraphProto.newBuilder();

    void weights(Tensor tensor) {
        ByteBuffer bytes =
                ByteBuffer.allocate(tensor.values().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(tensor.values());
        TensorProto.Builder weights = initializer(tensor.name(), TensorProto.DataType.FLOAT);
        for (int axis = 0; axis < tensor.shape().rank(); axis++) {
            weights.addDims(tensor.shape().size(axis));
        }
        weights.setRawData(ByteString.copyFrom(bytes));
    }

    /** A list of whole numbers that operators refer to by name. */
    String numbers(String name, Long... values) {
        initializer(name, TensorProto.DataType.INT64).addDims(values.length).addAllInt64Data(List.of(values));
        return name;
    }

    private TensorProto.Builder initializer(String name, TensorProto.DataType type) {
        return graph.addInitializerBuilder().setName(name).setDataType(type.getNumber());
    }

    String input(String name, String meaning, int... sizes) {
        graph.addInput(value(name, meaning, sizes));
        return name;
    }

    String output(String name, String meaning, int... sizes) {
        graph.addOutput(value(name, meaning, sizes));
        return name;
    }

    private static ValueInfoProto value(String name, String meaning, int... sizes) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        shape.addDimBuilder().setDimParam(BATCH);
        Arrays.stream(sizes).forEach(size -> shape.addDimBuilder().setDimValue(size));
        TypeProto.Tensor.Builder type = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setDocString(meaning)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }

    /** An operator without attributes. */
    String node(String operator, String result, String... operands) {
        add(operator, result, operands);
        return result;
    }

    /** An operator that works along the axis behind the batch. */
    String nodeAlongAxis(String operator, String result, String... operands) {
        add(operator, result, operands).addAttribute(attribute("axis", AXIS));
        return result;
    }

    /** Cuts a value into parts. */
    void split(String value, String sizes, List<String> parts) {
        NodeProto.Builder node = add("Split", parts.get(0), value, sizes).addAttribute(attribute("axis", AXIS));
        node.addAllOutput(parts.subList(1, parts.size()));
    }

    /** The sum along an axis, which is then gone. */
    String sum(String result, String value, String axes) {
        add("ReduceSum", result, value, axes).addAttribute(attribute("keepdims", 0));
        return result;
    }

    private NodeProto.Builder add(String operator, String result, String... operands) {
        return graph.addNodeBuilder()
                .setOpType(operator)
                .setName(result)
                .addAllInput(List.of(operands))
                .addOutput(result);
    }

    private static AttributeProto attribute(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    GraphProto build(String name, String description) {
        return graph.setName(name).setDocString(description).build();
    }
}
