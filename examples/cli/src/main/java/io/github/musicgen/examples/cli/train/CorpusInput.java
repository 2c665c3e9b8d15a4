package io.github.musicgen.examples.cli.train;

import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.examples.cli.output.Failures;
import io.github.musicgen.examples.cli.output.StageProgress;
import io.github.musicgen.examples.cli.output.Usage;
import io.github.musicgen.midi.format.AtomicFile;
import io.github.musicgen.models.corpus.Augmentation;
import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.CorpusOptions;
import io.github.musicgen.models.corpus.CorpusReader;
import io.github.musicgen.models.corpus.PartChoice;
import io.github.musicgen.models.corpus.UnusableCorpusException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The music that is learned, as all trainings read it.
 *
 * @param spec the command
 * @param options what in it is taken for a melody
 */
record CorpusInput(CommandSpec spec, CorpusOptions options) {
    private static final int MOST_SEMITONES = 12;

    static CorpusOptions options(CommandSpec spec, CorpusChoice choice, int stepsPerQuarter) {
        return Usage.checked(
                spec,
                () -> CorpusOptions.training().toBuilder()
                        .stepsPerQuarter(stepsPerQuarter)
                        .parts(PartChoice.parse(choice.parts))
                        .splitLongMelodies(choice.splitLong)
                        .dropDuplicates(choice.dropDuplicates)
                        .build());
    }

    static Augmentation transposed(int semitones, int minPitch, int maxPitch) {
        if (semitones < 0 || semitones > MOST_SEMITONES) {
            throw new IllegalArgumentException("--transpose must be 0.." + MOST_SEMITONES + ", but was " + semitones);
        }
        List<Integer> all = IntStream.rangeClosed(-semitones, semitones)
                .filter(each -> each != 0)
                .boxed()
                .toList();
        return new Augmentation(all, List.of(), minPitch, maxPitch);
    }

    /** Reads the corpus, with a line of progress on a terminal, and tells on standard error what became of the files. */
    Corpus read(CorpusChoice choice, @Nullable Path report) throws IOException {
        CorpusReader reader = new CorpusReader(options);
        if (choice.cache != null) {
            reader.cache(choice.cache);
        }
        Corpus corpus = read(reader, choice.folders);
        PrintWriter err = spec.commandLine().getErr();
        err.println(corpus.report().summary().strip());
        corpus.notices().forEach(notice -> err.println(Failures.oneLine(notice)));
        if (report != null) {
            AtomicFile.write(report, JsonWriter.toBytes(corpus.report().toJson()));
        }
        return corpus;
    }

    /** Divides what was read. */
    interface Division<T> {
        T of() throws IOException;
    }

    /** Says where the music lies that cannot be learned from. */
    static <T> T divided(List<Path> folders, Division<T> division) throws IOException {
        try {
            return division.of();
        } catch (UnusableCorpusException unusable) {
            String names = folders.stream().map(Path::toString).collect(Collectors.joining(", "));
            throw new IOException(names + ": " + unusable.getMessage(), unusable);
        }
    }

    private Corpus read(CorpusReader reader, List<Path> folders) throws IOException {
        StageProgress line = StageProgress.of(spec);
        try {
            return reader.progress((done, total, name) -> line.show("reading " + done + " of " + total + " files"))
                    .read(folders);
        } finally {
            line.end();
        }
    }
}
