package io.github.musicgen.api.tensorflow;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.protobuf.Message;
import io.github.musicgen.api.protobuf.MessageReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code SavedTensorSliceMeta { repeated tensor = 1 { name = 1, shape = 2, type = 3 }, versions = 2 }}. */
final class VariableList {
    private static final int TENSOR = 1;
    private static final int VERSIONS = 2;
    private static final int NAME = 1;
    private static final int SHAPE = 2;
    private static final int TYPE = 3;

    private VariableList() {}

    static Map<String, Variable> read(Message message) throws MalformedModelException {
        VersionMessage.require(message.message(VERSIONS));
        Map<String, Variable> variables = new LinkedHashMap<>();
        MessageReader reader = new MessageReader(message.bytes());
        while (reader.next(TENSOR)) {
            Variable variable = variable(reader.message());
            if (variables.put(variable.name(), variable) != null) {
                throw message.bytes().malformed(0, "every variable once", variable.name() + " again");
            }
        }
        return variables;
    }

    private static Variable variable(Message message) throws MalformedModelException {
        return new Variable(message.text(NAME), message.varint(TYPE), ShapeMessage.read(message.message(SHAPE)));
    }
}
