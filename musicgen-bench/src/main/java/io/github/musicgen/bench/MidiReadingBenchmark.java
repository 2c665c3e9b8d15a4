package io.github.musicgen.bench;

import io.github.musicgen.midi.MidiFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Track;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to read a set of MIDI files from memory, ours beside the JDK's. With {@code -prof gc} also what that
 * allocates; the size of the set is printed when it is loaded.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class MidiReadingBenchmark {

    @Param
    private Rival rival;

    private MidiCorpus corpus;

    @Setup
    public void load() throws IOException {
        corpus = MidiCorpus.load();
        System.out.println(corpus.describe());
    }

    @Benchmark
    public long readAll() throws IOException {
        long events = 0;
        for (byte[] file : corpus.files()) {
            events += rival.countEvents(file);
        }
        return events;
    }

    /** The readers compared. */
    public enum Rival {
        /** Ours. */
        OURS {
            @Override
            long countEvents(byte[] file) throws IOException {
                return MidiCorpus.events(MidiFile.parse(file));
            }
        },
        /** The JDK's. */
        JDK {
            @Override
            long countEvents(byte[] file) throws IOException {
                try {
                    long events = 0;
                    for (Track track : MidiSystem.getSequence(new ByteArrayInputStream(file))
                            .getTracks()) {
                        events += track.size();
                    }
                    return events;
                } catch (InvalidMidiDataException refused) {
                    throw new IOException(refused);
                }
            }
        };

        /** Reads a file and counts its events, ends of tracks included. */
        abstract long countEvents(byte[] file) throws IOException;
    }
}
