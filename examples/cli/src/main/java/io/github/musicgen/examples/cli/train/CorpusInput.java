package io.github.musicgen.examples.cli.train;

import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.examples.cli.output.Failures;
import io.github.musicgen.examples.cli.output.StageProgress;
import io.github.musicgen.examples.cli.output.Usage;
import io.github.musicgen.midi.format.AtomicFile;
import io.github.musicgen.models.corpus.Augmentation;
import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.CorpusOptions;
import io.github.musicgen.models.corpus.CorpusReader;
import io.github.musicgen.models.corpus.PartChoice;
import io.github.musicgen.models.corpus.band.BandCorpus;
import io.github.musicgen.models.corpus.drums.DrumCorpus;
import io.github.musicgen.models.corpus.drums.DrumSplit;
import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import io.github.musicgen.models.corpus.report.Verdict;
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
        if (report != null) {
            AtomicFile.write(report, JsonWriter.toBytes(corpus.report().toJson()));
        }
        return corpus;
    }

    /** Reads drums, and tells on standard error what became of the files. */
    static DrumCorpus drums(PrintWriter err, MelodyVaeConfiguration configuration, List<Path> folders)
            throws IOException {
        DrumCorpus drums = DrumCorpus.read(configuration, folders.toArray(Path[]::new));
        drums.files().forEach(file -> tell(err, file.name(), file.verdict(), file.reason()));
        err.println(drums.pieces().size() + " of " + drums.files().size() + " files give "
                + DrumSplit.stretches(drums.pieces()).size() + " different stretches of drums");
        return drums;
    }

    /** Reads songs for a band, and tells on standard error of those that it cannot learn. */
    static BandCorpus songs(PrintWriter err, BandVaeConfiguration configuration, List<Path> folders)
            throws IOException {
        BandCorpus songs = BandCorpus.read(configuration, folders.toArray(Path[]::new));
        songs.files().forEach(file -> tell(err, file.name(), file.verdict(), file.reason()));
        return songs;
    }

    private static void tell(PrintWriter err, String file, Verdict verdict, String reason) {
        if (verdict != Verdict.KEPT) {
            err.println(Failures.oneLine(file + ": " + verdict.word() + ": " + reason));
        }
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

    /** The same of music that is not kept in a file. */
    Corpus read(List<Path> folders) throws IOException {
        return read(new CorpusReader(options), folders);
    }

    private Corpus read(CorpusReader reader, List<Path> folders) throws IOException {
        StageProgress line = StageProgress.of(spec);
        Corpus corpus;
        try {
            corpus = reader.progress((done, total, name) -> line.show("reading " + done + " of " + total + " files"))
                    .read(folders);
        } finally {
            line.end();
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println(corpus.report().summary().strip());
        corpus.notices().forEach(notice -> err.println(Failures.oneLine(notice)));
        return corpus;
    }
}
