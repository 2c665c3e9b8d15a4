package io.github.musicgen.examples.cli.model;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelBundle;
import io.github.musicgen.api.importer.ImportOptions;
import io.github.musicgen.api.importer.ImportedModel;
import io.github.musicgen.examples.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a model is. */
@Command(
        name = "info",
        description = {
            "Tells what a trained model is, as JSON.",
            "",
            "That is what it reads (its configuration), how large it is (layers, and parameters, the numbers "
                    + "that training found), where it comes from and what may be done with it.",
            "",
            "sha256 is the fingerprint of configuration and parameters, whatever file they lie in: two models "
                    + "with the same one answer the same. golden says whether the model, run here and now, answers as "
                    + "it did when its bundle was made: verified, differs (goldenDifferences says where), or none, if "
                    + "the file does not tell.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "What a model that comes along was trained on, and one that Magenta made:",
            "  musicgen info folk",
            "  musicgen info attention_rnn.mag"
        },
        mixinStandardHelpOptions = true)
public final class InfoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", completionCandidates = ModelChoice.AllNames.class, description = ModelChoice.ANY)
    private ModelChoice choice;

    @Override
    public Integer call() throws IOException {
        ImportedModel<? extends ModelBundle> model = choice.readAny(spec, ImportOptions.DEFAULT);
        Json json = new Json().put("file", choice.toString()).put("format", model.format());
        ModelJson.describe(json, model.bundle())
                .put("warnings", model.warnings())
                .put("passedOver", model.passedOver());
        Optional<Path> place = choice.place();
        if (place.isEmpty() || (Files.isRegularFile(place.get()) && Bundle.recognizes(place.get()))) {
            ModelJson.golden(json, model.bundle());
        } else {
            json.put("golden", "none");
        }
        json.print(spec.commandLine().getOut());
        return 0;
    }
}
