package io.github.musicgen.api.magenta;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.protobuf.Message;
import io.github.musicgen.api.protobuf.MessageReader;
import io.github.musicgen.api.tensorflow.Checkpoint;
import io.github.musicgen.api.tensorflow.CheckpointV1;
import io.github.musicgen.api.tensorflow.MetaGraph;
import java.util.OptionalInt;

/**
 * A {@code .mag} file: {@code GeneratorBundle { generator_details = 1 { id = 1, description = 2 }, repeated checkpoint_file = 2,
 * metagraph_file = 3, bundle_details = 4 { notes = 1 } }}.
 *
 * @param id the configuration that the model was trained with, such as {@code attention_rnn}
 * @param description what Magenta says of that configuration
 * @param notes what whoever made the bundle says of it
 * @param checkpoint the variables
 * @param attentionLength how many steps an attention wrapper looks back, if there is one
 */
public record GeneratorBundle(
        String id, String description, String notes, Checkpoint checkpoint, OptionalInt attentionLength) {
    private static final int GENERATOR_DETAILS = 1;
    private static final int ID = 1;
    private static final int DESCRIPTION = 2;
    private static final int CHECKPOINT_FILE = 2;
    private static final int METAGRAPH_FILE = 3;
    private static final int BUNDLE_DETAILS = 4;
    private static final int NOTES = 1;

    /** The first byte of the generator's details, and of the id in them: field 1 of either, a length follows. */
    private static final int FIRST_TAG = 0x0A;

    /**
     * Tells by the first bytes, without believing them, whether they may be a bundle.
     *
     * @param bytes a file
     * @return whether it begins as bundles do, with the generator's id
     */
    public static boolean recognizes(Bytes bytes) {
        int inner = bytes.size() > 1 && bytes.at(1) >= 0x80 ? 3 : 2; // behind a length of two bytes or of one
        return bytes.size() > inner && bytes.at(0) == FIRST_TAG && bytes.at(inner) == FIRST_TAG;
    }

    /**
     * Reads a bundle.
     *
     * @param bytes a {@code .mag} file
     * @return what is in it
     * @throws MalformedModelException if it breaks the format
     */
    public static GeneratorBundle read(Bytes bytes) throws MalformedModelException {
        Message bundle = new Message(bytes);
        Message details = bundle.message(GENERATOR_DETAILS);
        return new GeneratorBundle(
                details.text(ID),
                details.text(DESCRIPTION),
                bundle.message(BUNDLE_DETAILS).text(NOTES),
                CheckpointV1.read(onlyCheckpoint(bytes).named("checkpoint")),
                MetaGraph.attentionLength(bundle.message(METAGRAPH_FILE).bytes().named("graph")));
    }

    /** The format allows several files; Magenta itself reads the first of them and writes one. */
    private static Bytes onlyCheckpoint(Bytes bytes) throws MalformedModelException {
        MessageReader reader = new MessageReader(bytes);
        if (!reader.next(CHECKPOINT_FILE)) {
            throw bytes.malformed(0, "a bundle with a checkpoint", "none");
        }
        Bytes checkpoint = reader.bytes();
        if (reader.next(CHECKPOINT_FILE)) {
            throw bytes.malformed(0, "a bundle with one checkpoint", "several");
        }
        return checkpoint;
    }
}
