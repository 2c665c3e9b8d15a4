package io.github.musicgen.examples.cli.generate;

import io.github.musicgen.examples.cli.music.OutputFormat;
import io.github.musicgen.examples.cli.output.OutputFile;
import io.github.musicgen.examples.cli.output.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where music is written: into one file, or into several by which it is heard, seen and edited. */
public final class OutputChoice {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description =
                    "The file to write; its extension says as what: .mid, .musicxml or .mxl (a score), .svg (a picture), "
                            + ".wav (sound). Give it several times for several files.")
    private List<Path> paths;

    public List<Path> paths() {
        return paths;
    }

    /** Refuses extensions that nobody knows. */
    public void check(CommandSpec spec) {
        paths.forEach(path -> Usage.checked(spec, () -> OutputFormat.of(path)));
    }

    /** Refuses what cannot be written, or would replace what is read or something else that is written. */
    public static void requireUsable(CommandSpec spec, List<Path> outputs, List<Optional<Path>> inputs)
            throws IOException {
        for (int i = 0; i < outputs.size(); i++) {
            for (Optional<Path> input : inputs) {
                if (input.isPresent()) {
                    OutputFile.requireOther(spec, outputs.get(i), input.get());
                }
            }
            for (Path other : outputs.subList(0, i)) {
                OutputFile.requireOther(spec, outputs.get(i), other);
            }
            OutputFile.require(outputs.get(i));
        }
    }
}
