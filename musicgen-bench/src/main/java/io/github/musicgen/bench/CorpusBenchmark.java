package io.github.musicgen.bench;

import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.CorpusOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to read a folder of MIDI files and take their melodies out, on all cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class CorpusBenchmark {
    private Path folder;

    @Setup
    public void write() throws IOException {
        MidiCorpus corpus = MidiCorpus.load();
        System.out.println(corpus.describe());
        folder = Files.createTempDirectory("corpus");
        List<byte[]> files = corpus.files();
        for (int i = 0; i < files.size(); i++) {
            Files.write(folder.resolve(i + ".mid"), files.get(i));
        }
    }

    @TearDown
    public void delete() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(CorpusBenchmark::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Benchmark
    public Corpus read() throws IOException {
        return Corpus.read(folder, CorpusOptions.training());
    }
}
