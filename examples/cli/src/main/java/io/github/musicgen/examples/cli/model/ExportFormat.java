package io.github.musicgen.examples.cli.model;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.examples.cli.output.OutputFile;
import io.github.musicgen.models.export.MagentaJsExporter;
import io.github.musicgen.models.export.OnnxExporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What {@code export} writes. The exporters stand in method bodies alone, so that no other command loads a class of
 * {@code musicgen-models}; {@code LoadedClassesIT} looks.
 */
enum ExportFormat {
    /** A file for ONNX Runtime. */
    ONNX {
        @Override
        Path checked(Path output) {
            if (!output.toString().toLowerCase(Locale.ROOT).endsWith(".onnx")) {
                throw new IllegalArgumentException("the output must end with .onnx, but was \"" + output + "\"");
            }
            return output;
        }

        @Override
        void require(Path output) throws IOException {
            OutputFile.require(output);
        }

        @Override
        void write(Bundle bundle, Path output) throws IOException {
            OnnxExporter.write(bundle, output);
        }
    },

    /** A folder for Magenta.js. */
    MAGENTAJS {
        @Override
        void write(Bundle bundle, Path output) throws IOException {
            MagentaJsExporter.write(bundle, output);
        }
    };

    /** Refuses a name that this format does not have. */
    Path checked(Path output) {
        return output;
    }

    /** Refuses a place that cannot be written to; the exporter of folders looks for itself. */
    void require(Path output) throws IOException {}

    abstract void write(Bundle bundle, Path output) throws IOException;

    /** The bytes of a file, or of all files of a folder. */
    static long size(Path output) throws IOException {
        if (!Files.isDirectory(output)) {
            return Files.size(output);
        }
        long sum = 0;
        try (Stream<Path> files = Files.list(output)) {
            for (Path file : files.toList()) {
                sum += Files.size(file);
            }
        }
        return sum;
    }
}
