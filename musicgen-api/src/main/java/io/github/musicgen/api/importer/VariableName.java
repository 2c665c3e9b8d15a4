package io.github.musicgen.api.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The name of a variable in today's spelling. TensorFlow changed its own over the years: what is
 * {@code rnn/multi_rnn_cell/cell_0/basic_lstm_cell/kernel} now was {@code RNN/MultiRNNCell/Cell0/BasicLSTMCell/Linear/Matrix} in 2016.
 */
final class VariableName {
    private static final Map<String, String> LEAVES = Map.ofEntries(
            Map.entry("weights", "kernel"),
            Map.entry("matrix", "kernel"),
            Map.entry("w_0", "kernel"),
            Map.entry("biases", "bias"),
            Map.entry("b", "bias"));

    private static final Map<String, String> SCOPES = Map.of(
            "attention_output_projection", "attn_output_projection",
            "lstm_cell", "basic_lstm_cell",
            "rnn_cell", "basic_rnn_cell");

    /** Scopes that say nothing: a product is one whatever it stands in. */
    private static final Set<String> SILENT = Set.of("linear", "_linear");

    private VariableName() {}

    static String today(String name) {
        List<String> scopes = new ArrayList<>();
        for (String scope : name.split("/", -1)) {
            String spelled = underscored(scope);
            if (!SILENT.contains(spelled)) {
                scopes.add(SCOPES.getOrDefault(spelled, spelled));
            }
        }
        if (!scopes.isEmpty()) {
            int leaf = scopes.size() - 1;
            scopes.set(leaf, LEAVES.getOrDefault(scopes.get(leaf), scopes.get(leaf)));
        }
        return String.join("/", scopes);
    }

    /** {@code MultiRNNCell} is {@code multi_rnn_cell}, {@code Cell0} is {@code cell_0}, {@code AttnW} is {@code attn_w}. */
    private static String underscored(String scope) {
        return scope.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .replaceAll("^(?i)(cell)_?(\\d+)$", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}
