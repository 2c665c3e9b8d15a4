package io.github.musicgen.api.magenta;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.bytes.HalfFloat;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.tensor.PassedOver;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensorflow.TrainingVariables;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One weight of a manifest: {@code {"name", "shape", "dtype", "quantization": {"dtype", "scale", "min"}}}.
 *
 * @param name its name
 * @param shape its sizes
 * @param type the form of its values in memory
 * @param stored the form of its values in the file
 * @param scale what values that are stored as whole numbers are multiplied by
 * @param min what is added to them then
 */
record ManifestEntry(String name, Shape shape, StoredForm type, StoredForm stored, double scale, double min) {
    /** Strings and complex numbers, of which TensorFlow.js knows too, have no place in a model of music. */
    private static final List<StoredForm> TYPES = List.of(StoredForm.FLOAT32, StoredForm.INT32, StoredForm.BOOL);

    private static final List<StoredForm> QUANTIZED = List.of(StoredForm.UINT8, StoredForm.UINT16, StoredForm.FLOAT16);

    static ManifestEntry read(JsonPlace place) throws MalformedModelException {
        String name = place.field("name").text();
        StoredForm type = StoredForm.read(place.field("dtype"), TYPES);
        Shape shape = shape(place.field("shape"));
        Optional<JsonPlace> quantization = place.optionalField("quantization");
        if (quantization.isEmpty()) {
            return new ManifestEntry(name, shape, type, type, 1, 0);
        }
        StoredForm stored = StoredForm.read(quantization.get().field("dtype"), QUANTIZED);
        if (stored == StoredForm.FLOAT16) {
            return new ManifestEntry(name, shape, type, stored, 1, 0);
        }
        double scale = quantization.get().field("scale").number();
        double min = quantization.get().field("min").number();
        return new ManifestEntry(name, shape, type, stored, scale, min);
    }

    private static Shape shape(JsonPlace place) throws MalformedModelException {
        long[] sizes = place.wholes();
        return Shape.ifPossible(sizes).orElseThrow(() -> place.malformed(Shape.POSSIBLE, Arrays.toString(sizes)));
    }

    /** How much room its values take in the file. */
    long byteCount() {
        return (long) shape.values() * stored.size();
    }

    /** Why no model needs this weight to run, if none does. */
    Optional<PassedOver> passedOver() {
        Optional<String> otherType = type == StoredForm.FLOAT32 ? Optional.empty() : Optional.of("type " + type.word());
        return TrainingVariables.reasonToPassOver(name).or(() -> otherType).map(reason -> new PassedOver(name, reason));
    }

    /** Its values, where it is not passed over. */
    float[] values(Bytes bytes) {
        return switch (stored) {
            case FLOAT16 -> HalfFloat.toFloats(bytes);
            case UINT8, UINT16 -> dequantized(bytes.buffer());
            default -> bytes.floats();
        };
    }

    /** In double precision and then rounded once, as JavaScript does it. */
    private float[] dequantized(ByteBuffer buffer) {
        float[] values = new float[shape.values()];
        for (int i = 0; i < values.length; i++) {
            int number = stored == StoredForm.UINT8
                    ? Byte.toUnsignedInt(buffer.get())
                    : Short.toUnsignedInt(buffer.getShort());
            values[i] = (float) (number * scale + min);
        }
        return values;
    }
}
