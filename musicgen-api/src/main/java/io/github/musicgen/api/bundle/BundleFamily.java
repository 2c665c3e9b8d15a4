package io.github.musicgen.api.bundle;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.Optional;

/** What the bundles of one family have that those of others have not. */
interface BundleFamily<B extends ModelBundle> {
    /** Its name in files. */
    String word();

    /** What its models are, for whoever has one where another family is wanted. */
    String description();

    /** Reads a bundle whose version and family are right: the configuration, then the table of tensors, and only then their values. */
    B read(BundleReader reader) throws MalformedModelException;

    Json configuration(B bundle);

    Optional<Json> golden(B bundle);

    /** The bundle with other weights of the same shapes, and with what they answer if it told that of its own. */
    B withTensors(B bundle, TensorTable tensors);
}
