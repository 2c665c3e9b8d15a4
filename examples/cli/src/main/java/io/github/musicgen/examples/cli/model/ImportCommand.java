package io.github.musicgen.examples.cli.model;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.importer.ImportOptions;
import io.github.musicgen.api.importer.ImportedModel;
import io.github.musicgen.api.melodyrnn.Attention;
import io.github.musicgen.examples.cli.output.Failures;
import io.github.musicgen.examples.cli.output.Json;
import io.github.musicgen.examples.cli.output.OutputFile;
import io.github.musicgen.examples.cli.output.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a bundle of a model that somebody trained elsewhere. */
@Command(
        name = "import",
        description = {
            "Turns a melody model of Google Magenta, or a MusicVAE of melodies or drums, into one .safetensors file.",
            "",
            "All commands read Magenta's files directly, too; a bundle is smaller, is read faster, carries "
                    + "its licence, and can prove later that it still answers as it does today.",
            "",
            "Prints what was written, as JSON. What the file left open, and what in it only training needs, "
                    + "is said on standard error.",
            ""
        },
        footer = {"", "Example:", "  musicgen import attention_rnn.mag -o attention.safetensors --license MIT"},
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "IN", completionCandidates = ModelChoice.AllNames.class, description = ModelChoice.ANY)
    private ModelChoice input;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description = "The .safetensors file to write.")
    private Path output;

    @Option(names = "--f16", description = "Store numbers in 16 bits: half the size, and answers that differ a little.")
    private boolean half;

    @Option(
            names = "--attention-length",
            paramLabel = "N",
            description = "How many steps a model with attention looks back, if you know better than its file "
                    + "(without either: " + Attention.DEFAULT_LENGTH + ").")
    private @Nullable Integer attentionLength;

    @Option(names = "--id", paramLabel = "NAME", description = "What to call the model (default: as its file says).")
    private @Nullable String id;

    @Option(names = "--license", paramLabel = "SPDX", description = "The licence of the weights, such as Apache-2.0.")
    private @Nullable String license;

    @Option(names = "--attribution", paramLabel = "WHOM", description = "Whom to name when the model is used.")
    private @Nullable String attribution;

    @Override
    public Integer call() throws IOException {
        OutputFile.requireBundle(spec, output);
        ImportOptions options = Usage.checked(spec, this::options);
        Usage.checked(spec, () -> card(ModelCard.of("unnamed")));
        if (input.place().isPresent()) {
            OutputFile.requireOther(spec, output, input.place().get());
        }
        OutputFile.require(output);
        ImportedModel<? extends ModelBundle> model = input.readAny(spec, options);
        report(model);
        ModelBundle bundle = model.bundle();
        bundle.withCard(card(bundle.card())).write(output, half ? Precision.F16 : Precision.F32);
        print(model.format());
        return 0;
    }

    private ImportOptions options() {
        return new ImportOptions(attentionLength == null ? OptionalInt.empty() : OptionalInt.of(attentionLength));
    }

    private ModelCard card(ModelCard found) {
        return new ModelCard(
                Objects.requireNonNullElse(id, found.id()),
                found.description(),
                Objects.requireNonNullElse(license, found.license()),
                Objects.requireNonNullElse(attribution, found.attribution()),
                found.provenance(),
                found.figures());
    }

    private void report(ImportedModel<? extends ModelBundle> model) {
        model.warnings().forEach(warning -> say("warning: " + warning));
        OptionalInt length = attentionLength(model.bundle());
        if (attentionLength != null && length.isEmpty()) {
            say("warning: the model has no attention; --attention-length " + attentionLength + " means nothing");
        } else if (attentionLength != null && length.getAsInt() != attentionLength) {
            say("warning: the bundle itself says that attention looks back " + length.getAsInt()
                    + " steps; --attention-length " + attentionLength + " is not used");
        }
        model.passedOver().forEach(each -> say("passed over: " + each));
    }

    private static OptionalInt attentionLength(ModelBundle bundle) {
        return bundle instanceof Bundle melodies
                ? melodies.configuration().attention().stream()
                        .mapToInt(Attention::length)
                        .findFirst()
                : OptionalInt.empty();
    }

    private void say(String words) {
        spec.commandLine().getErr().println(input + ": " + Failures.oneLine(words));
    }

    /** Tells of the file as it is read again: 16 bits round weights, and the fingerprint is that of the rounded ones. */
    private void print(String format) throws IOException {
        ModelBundle written = ModelBundle.read(output);
        Json json = new Json()
                .put("file", output.toString())
                .put("bytes", Files.size(output))
                .put("importedFrom", input.toString())
                .put("importedFormat", format)
                .put("precision", (half ? Precision.F16 : Precision.F32).name());
        ModelJson.golden(ModelJson.describe(json, written), written)
                .print(spec.commandLine().getOut());
    }
}
