package io.github.musicgen.examples.cli.model;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.importer.ImportedModel;
import io.github.musicgen.examples.cli.music.MusicInput;
import io.github.musicgen.examples.cli.output.Failures;
import io.github.musicgen.examples.cli.output.Json;
import io.github.musicgen.examples.cli.output.OutputFile;
import io.github.musicgen.examples.cli.output.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a model for other programs. */
@Command(
        name = "export",
        description = {
            "Writes a model for other programs to run.",
            "",
            "onnx: one file for ONNX Runtime and its like, in Python, C++, JavaScript and elsewhere. It holds one step: "
                    + "it takes an input and the state of the network, and gives scores and the next state. It tells "
                    + "itself how to run it.",
            "",
            "magentajs: a folder that Magenta.js loads in a browser, as a MusicRNN. Only basic and mono models can be "
                    + "written so.",
            "",
            "Prints what was written, as JSON.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "For ONNX Runtime, in a program of any language:",
            "  musicgen export folk --to onnx -o folk.onnx",
            "For Magenta.js, in a web page:",
            "  musicgen export basic.safetensors --to magentajs -o basic"
        },
        mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "MODEL",
            completionCandidates = ModelChoice.Names.class,
            description = ModelChoice.DESCRIPTION)
    private ModelChoice model;

    @Option(names = "--to", paramLabel = "FORMAT", required = true, description = "The format: onnx or magentajs.")
    private ExportFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description = "The .onnx file to write, or the folder.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        Usage.checked(spec, () -> format.checked(output));
        if (model.place().isPresent()) {
            OutputFile.requireOther(spec, output, model.place().get());
        }
        format.require(output);
        ImportedModel<Bundle> imported = model.read(Family.MELODY_MODELS, spec);
        imported.warnings()
                .forEach(warning ->
                        spec.commandLine().getErr().println(Failures.oneLine(model + ": warning: " + warning)));
        Bundle bundle = imported.bundle();
        write(bundle);
        new Json()
                .put("file", output.toString())
                .put("format", format.name().toLowerCase(Locale.ROOT))
                .put("bytes", ExportFormat.size(output))
                .put("id", bundle.card().id())
                .put("sha256", bundle.hash())
                .print(spec.commandLine().getOut());
        return 0;
    }

    /** What the exporter refuses is about this model. */
    private void write(Bundle bundle) throws IOException {
        try {
            format.write(bundle, output);
        } catch (IllegalArgumentException refused) {
            throw MusicInput.in(model, refused);
        }
    }
}
