package io.github.musicgen.api.importer;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.bundle.ModelBundle;
import io.github.musicgen.api.weights.WeightFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The one door to trained models, whatever their files are: bundles of this library, Magenta's {@code .mag} bundles, TensorFlow
 * checkpoints, folders of Magenta.js. They are read here without any other library.
 *
 * <pre>{@code
 * ImportedModel<Bundle> model = ModelFiles.read(Path.of("attention_rnn.mag"));
 * model.warnings().forEach(System.err::println);
 * model.bundle().write(Path.of("attention.safetensors"), Precision.F32);
 * }</pre>
 */
public final class ModelFiles {
    private ModelFiles() {}

    /**
     * Reads a model.
     *
     * @param path a {@code .safetensors} or {@code .mag} file, a V1 checkpoint, the prefix or the index of a V2 checkpoint, or a
     *     folder with a {@code weights_manifest.json}
     * @return the model
     * @throws IOException if it cannot be read, breaks its format, or is no melody model
     */
    public static ImportedModel<Bundle> read(Path path) throws IOException {
        return read(path, ImportOptions.DEFAULT);
    }

    /**
     * Reads a model.
     *
     * @param path where it is, as above
     * @param options what its file does not tell
     * @return the model
     * @throws IOException if it cannot be read, breaks its format, or is no melody model
     */
    public static ImportedModel<Bundle> read(Path path, ImportOptions options) throws IOException {
        Optional<Bundle> bundle = Files.isRegularFile(path) ? Bundle.readIfBundle(path) : Optional.empty();
        return bundle.isPresent()
                ? ImportedModel.ofBundle(bundle.get())
                : new MagentaImport(path, WeightFile.read(path), options).model();
    }

    /**
     * Reads a space of melodies or of drums.
     *
     * @param path a {@code .safetensors} file, a checkpoint of MusicVAE or a folder of Magenta.js, as above
     * @return the model
     * @throws IOException if it cannot be read, breaks its format, or is no MusicVAE of melodies or of drums
     */
    public static ImportedModel<MelodyVaeBundle> readMelodyVae(Path path) throws IOException {
        Optional<MelodyVaeBundle> bundle =
                Files.isRegularFile(path) ? MelodyVaeBundle.readIfBundle(path) : Optional.empty();
        return bundle.isPresent()
                ? ImportedModel.ofBundle(bundle.get())
                : new MusicVaeImport(path, WeightFile.read(path)).model();
    }

    /**
     * Reads a model of whatever family.
     *
     * @param path where it is, as above
     * @param options what the file of a melody model does not tell
     * @return the model
     * @throws IOException if it cannot be read, breaks its format, or is of no family that is known
     */
    public static ImportedModel<? extends ModelBundle> readAny(Path path, ImportOptions options) throws IOException {
        Optional<ModelBundle> bundle = Files.isRegularFile(path) ? ModelBundle.readIfBundle(path) : Optional.empty();
        if (bundle.isPresent()) {
            return ImportedModel.ofBundle(bundle.get());
        }
        WeightFile file = WeightFile.read(path);
        MusicVaeImport musicVae = new MusicVaeImport(path, file);
        return musicVae.isMusicVae() ? musicVae.model() : new MagentaImport(path, file, options).model();
    }
}
