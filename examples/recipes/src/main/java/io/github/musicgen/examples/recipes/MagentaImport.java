package io.github.musicgen.examples.recipes;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.importer.ImportedModel;
import io.github.musicgen.api.importer.ModelFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Takes over a melody model of Google Magenta: a {@code .mag} bundle, a TensorFlow checkpoint, or a folder of Magenta.js.
 *
 * <pre>mvn -q -B -P run -pl examples/recipes -am compile -Drecipe=MagentaImport -Dexec.args="out attention_rnn.mag"</pre>
 */
public final class MagentaImport {
    private MagentaImport() {}

    /**
     * Reads a model, writes it as a bundle, and lets that make music.
     *
     * @param arguments the folder to write to, and where the model is
     * @throws IOException if the model cannot be read, or a file not written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException(
                    "arguments must be a folder to write to and a model of Magenta, but were "
                            + Arrays.toString(arguments));
        }
        Path folder = Kitchen.folder(arguments);
        ImportedModel<Bundle> model = ModelFiles.read(Path.of(arguments[1]));
        System.out.println(model.format() + ": " + model.bundle().configuration());
        model.warnings().forEach(warning -> System.err.println("warning: " + warning));

        Path file = folder.resolve("imported.safetensors");
        model.bundle().write(file, Precision.F32); // smaller and faster to read; Generator.load takes either
        Path tune = folder.resolve("imported.mid");
        Generator.load(file)
                .continuing(Kitchen.primer())
                .steps(64)
                .seed(1)
                .generate()
                .write(tune);
        System.out.println("wrote " + file + " and " + tune);
    }
}
