package io.github.musicgen.examples.cli.train;

import io.github.musicgen.examples.cli.output.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a training writes: what cannot be written is said before it works for hours.
 *
 * @param model the file of the model
 * @param checkpoints a folder
 * @param page a file with a page, if one is wished for
 * @param events a folder for TensorBoard, if it is
 * @param corpusReport a file with what became of the corpus, if it is
 */
record TrainingPlaces(
        Path model,
        Path checkpoints,
        @Nullable Path page,
        @Nullable Path events,
        @Nullable Path corpusReport) {

    /** A cache that cannot be written costs nothing but time, but must be no other of the files. */
    void require(CommandSpec spec, @Nullable Path cache) throws IOException {
        List<Path> all = Stream.of(model, checkpoints, page, events, corpusReport, cache)
                .filter(Objects::nonNull)
                .toList();
        for (int i = 0; i < all.size(); i++) {
            for (Path other : all.subList(0, i)) {
                OutputFile.requireOther(spec, all.get(i), other);
            }
        }
        for (Path file :
                Stream.of(page, corpusReport, cache).filter(Objects::nonNull).toList()) {
            OutputFile.requireNoMusic(spec, file);
        }
        for (Path file :
                Stream.of(model, page, corpusReport).filter(Objects::nonNull).toList()) {
            OutputFile.require(file);
        }
        for (Path folder :
                Stream.of(checkpoints, events).filter(Objects::nonNull).toList()) {
            OutputFile.requireFolder(folder);
        }
    }
}
