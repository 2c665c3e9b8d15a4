package io.github.musicgen.api.importer;

import io.github.musicgen.api.melodyrnn.Attention;
import io.github.musicgen.api.melodyrnn.CellKind;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.List;
import java.util.Optional;

/**
 * A recurrent network, as its tensors tell it.
 *
 * @param tensors under the names of bundles
 * @param inputs the width of its input
 * @param classes how many answers there are
 * @param cell its cells
 * @param layers units in each layer
 * @param attention whether it looks back at its outputs
 * @param warnings what was noticed
 */
record Network(
        TensorTable tensors,
        int inputs,
        int classes,
        CellKind cell,
        List<Integer> layers,
        Optional<Attention> attention,
        List<String> warnings) {}
