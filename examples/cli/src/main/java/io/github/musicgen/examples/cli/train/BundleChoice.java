package io.github.musicgen.examples.cli.train;

import io.github.musicgen.api.bundle.ModelBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.examples.cli.model.ModelJson;
import io.github.musicgen.examples.cli.output.Json;
import io.github.musicgen.examples.cli.output.OutputFile;
import io.github.musicgen.examples.cli.output.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The file that a training makes, and what it says of itself. */
final class BundleChoice {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description = "The .safetensors file to write.")
    private Path output;

    @Option(
            names = "--f16",
            description = "Store numbers in 16 bits, not 32: half the size, and answers that differ a little.")
    private boolean half;

    @Option(
            names = "--checkpoints",
            paramLabel = "DIR",
            description =
                    "Where to keep what is needed to go on, for good (default: beside the output, until it ends).")
    private @Nullable Path checkpoints;

    @Option(names = "--id", paramLabel = "NAME", description = "What to call the model (default: as its file).")
    private @Nullable String id;

    @Option(
            names = "--description",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "What the model is (default: nothing is said).")
    private String description;

    @Option(
            names = "--license",
            paramLabel = "SPDX",
            defaultValue = "",
            description = "The licence of the weights, such as Apache-2.0 (default: none).")
    private String license;

    @Option(
            names = "--attribution",
            paramLabel = "WHOM",
            defaultValue = "",
            description = "Whom to name when the model is used (default: nobody).")
    private String attribution;

    Path output() {
        return output;
    }

    Precision precision() {
        return half ? Precision.F16 : Precision.F32;
    }

    /** The folder of checkpoints, named or not. */
    Path checkpoints() {
        return Objects.requireNonNullElseGet(
                checkpoints, () -> output.resolveSibling(output.getFileName() + ".checkpoints"));
    }

    /** Whether the checkpoints are needed no more when the training has ended. */
    boolean dropsCheckpoints() {
        return checkpoints == null;
    }

    ModelCard card(CommandSpec spec) {
        OutputFile.requireBundle(spec, output);
        String file = String.valueOf(output.getFileName());
        String name = file.substring(0, file.length() - OutputFile.BUNDLE_EXTENSION.length());
        return Usage.checked(
                spec,
                () -> new ModelCard(
                        Objects.requireNonNullElse(id, name), description, license, attribution, Map.of(), Map.of()));
    }

    /** Tells of the file as it is read again: 16 bits round weights, and the fingerprint is that of the rounded ones. */
    void print(CommandSpec spec) throws IOException {
        Json json = new Json()
                .put("file", output.toString())
                .put("bytes", Files.size(output))
                .put("precision", precision().name());
        ModelJson.describe(json, ModelBundle.read(output))
                .print(spec.commandLine().getOut());
    }
}
