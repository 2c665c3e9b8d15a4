package io.github.musicgen.models.export;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.melodyrnn.CellKind;
import io.github.musicgen.api.melodyrnn.MelodyInput;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.models.files.AtomicFolder;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes a model as a folder that Magenta.js loads as a {@code MusicRNN}.
 *
 * <pre>{@code
 * Bundle bundle = Bundle.read(Path.of("basic.safetensors"));
 * MagentaJsExporter.write(bundle, Path.of("basic"));
 * }</pre>
 *
 * <p>Magenta.js runs one-hot melodies through LSTM layers, and nothing else of what this library has: that is basic and mono RNN,
 * with any layers and any range. It neither transposes melodies to the model's key nor knows its grid; {@code config.json} tells
 * both, and the license, under {@code musicgen}, which Magenta.js passes over.
 *
 * <p>Reading such a folder gives the same weights to the bit, but for forget biases: Magenta.js adds 1 to those when it runs, so
 * 1 is taken off, which rounds those below 0.5 unless they came out of TensorFlow (see {@code MagentaJsVariables}).
 */
public final class MagentaJsExporter {
    private MagentaJsExporter() {}

    /**
     * Writes a folder. It appears as a whole, or not at all.
     *
     * @param bundle the model
     * @param folder where it shall be: nowhere yet, an empty folder, or a folder that holds such a model and nothing else, which
     *     is replaced
     * @throws IOException if it cannot be written, or something else is there
     * @throws IllegalArgumentException if Magenta.js cannot run the model; it says why
     */
    public static void write(Bundle bundle, Path folder) throws IOException {
        requireExpressible(bundle.configuration());
        TensorTable variables = MagentaJsVariables.of(bundle);
        AtomicFolder.write(folder, MagentaJsFiles::isOne, target -> {
            MagentaJsFiles.writeConfig(bundle, target);
            MagentaJsFiles.writeWeights(variables, target);
        });
    }

    private static void requireExpressible(MelodyRnnConfiguration configuration) {
        if (configuration.input() != MelodyInput.ONE_HOT) {
            throw inexpressible(
                    "one-hot input, because that is how it shows melodies to all its models",
                    configuration.input().word());
        }
        if (configuration.cell() != CellKind.LSTM) {
            throw inexpressible(
                    "LSTM cells, because it has no others", configuration.cell().word());
        }
        if (configuration.attention().isPresent()) {
            throw inexpressible(
                    "no attention, because its own assumes three layers and leaves out the bias of the query",
                    "attention over " + configuration.attention().get().length() + " steps");
        }
    }

    private static IllegalArgumentException inexpressible(String wanted, String found) {
        return new IllegalArgumentException("a model for Magenta.js must have " + wanted + ", but had " + found);
    }
}
