package io.github.musicgen.api.tensorflow;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.protobuf.Message;
import io.github.musicgen.api.protobuf.MessageReader;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads from {@code MetaGraphDef { graph_def = 2 { node = 1 } }} how many steps an attention wrapper looks back, which no variable
 * tells: TensorFlow's AttentionCellWrapper turns its flat state into a matrix first, by a constant shape of -1, steps, size.
 */
public final class MetaGraph {
    /** The most steps that are believed: a session keeps a vector for each. */
    public static final int MAX_ATTENTION_LENGTH = 1 << 16;

    private static final int GRAPH_DEF = 2;
    private static final int NODE = 1;

    /** The nodes that hold such a shape, in whatever way the scopes before were named over the years. */
    private static final Pattern STATE_SHAPE =
            Pattern.compile(".*attention_?cell_?wrapper(_\\d+)?/reshape(_\\d+)?/shape", Pattern.CASE_INSENSITIVE);

    private final Set<Integer> lengths = new TreeSet<>();

    private MetaGraph() {}

    /**
     * Looks for the length of an attention wrapper.
     *
     * @param message a meta graph, as a {@code .meta} file or a generator bundle holds it
     * @return the number of steps, if there is an attention wrapper and all agree
     * @throws MalformedModelException if this is no such message
     */
    public static OptionalInt attentionLength(Bytes message) throws MalformedModelException {
        MetaGraph graph = new MetaGraph();
        graph.readNodes(new Message(message).message(GRAPH_DEF).bytes());
        return graph.lengths.size() == 1
                ? OptionalInt.of(graph.lengths.iterator().next())
                : OptionalInt.empty();
    }

    private void readNodes(Bytes message) throws MalformedModelException {
        MessageReader reader = new MessageReader(message);
        while (reader.next(NODE)) {
            GraphNode node = new GraphNode(reader.message());
            if (STATE_SHAPE.matcher(node.name()).matches()) {
                add(node.constant());
            }
        }
    }

    /** Of the two shapes in a wrapper the other one, -1 and steps times size, leads back. */
    private void add(int[] shape) {
        if (shape.length == 3 && shape[0] == -1 && shape[1] > 0 && shape[1] <= MAX_ATTENTION_LENGTH) {
            lengths.add(shape[1]);
        }
    }
}
