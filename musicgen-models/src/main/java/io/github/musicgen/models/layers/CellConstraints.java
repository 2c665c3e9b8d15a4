package io.github.musicgen.models.layers;

import io.github.musicgen.models.layers.cells.GateNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.api.layers.LayerConstraint;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.jspecify.annotations.Nullable;

/** Constraints that a builder holds for recurrent weights alone. */
final class CellConstraints {
    private CellConstraints() {}

    static void addRecurrent(BaseRecurrentLayer layer, @Nullable List<LayerConstraint> recurrent) {
        if (recurrent == null) {
            return;
        }
        List<LayerConstraint> all =
                new ArrayList<>(layer.getConstraints() == null ? List.of() : layer.getConstraints());
        for (LayerConstraint constraint : recurrent) {
            LayerConstraint own = constraint.clone();
            own.setParams(Set.of(GateNames.STANDARD.recurrentWeights()));
            all.add(own);
        }
        layer.setConstraints(all);
    }
}
