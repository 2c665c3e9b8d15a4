package io.github.musicgen.models.report;

import io.github.musicgen.midi.format.NamedOutput;
import io.github.musicgen.models.training.EpochReport;
import io.github.musicgen.models.training.TrainingProgress;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what TensorBoard reads: after each epoch a few numbers, by how often weights have been moved.
 *
 * <pre>{@code
 * try (TensorBoardEvents events = TensorBoardEvents.in(Path.of("events"))) {
 *     Training.of(configuration).corpus(corpus).progress(events).run();
 * }
 * }</pre>
 *
 * <p>Then {@code tensorboard --logdir events} shows {@code nats/training}, {@code nats/validation}, {@code accuracy/all},
 * {@code accuracy/events} and {@code learning_rate}. Each run adds a file to the folder; that of a training that goes on goes on
 * with its steps. What cannot be written does not stop the training: {@link #close} says it.
 */
public final class TensorBoardEvents implements TrainingProgress, Closeable {
    private static final double MILLIS_PER_SECOND = 1000;

    private final OutputStream file;
    private final InstantSource clock;
    private @Nullable IOException failure;

    private TensorBoardEvents(OutputStream file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** What to write, once it is known when. */
    @FunctionalInterface
    private interface Message {
        byte[] at(double seconds) throws IOException;
    }

    /**
     * Begins a file.
     *
     * @param folder where to; it is made if there is none
     * @return what writes it
     * @throws IOException if there can be no such file
     */
    public static TensorBoardEvents in(Path folder) throws IOException {
        return in(folder, InstantSource.system());
    }

    static TensorBoardEvents in(Path folder, InstantSource clock) throws IOException {
        Files.createDirectories(folder);
        OutputStream file = create(folder, clock.instant().getEpochSecond());
        TensorBoardEvents events = new TensorBoardEvents(file, clock);
        events.write(EventMessages::version);
        return events;
    }

    /** Files are read in the order of their names, so one that begins in the same second is named after a later one. */
    private static OutputStream create(Path folder, long second) throws IOException {
        long free = second;
        while (Files.exists(path(folder, free))) {
            free++;
        }
        Path path = path(folder, free);
        return new NamedOutput(
                path, Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    private static Path path(Path folder, long second) {
        return folder.resolve("events.out.tfevents." + second + ".musicgen");
    }

    /** A run that was killed may have told of an epoch that is now learned again: TensorBoard shall forget that. */
    @Override
    public void start(List<EpochReport> history) {
        if (!history.isEmpty()) {
            long next = history.get(history.size() - 1).steps() + 1;
            write(seconds -> EventMessages.restart(seconds, next));
        }
    }

    @Override
    public void epoch(EpochReport report) {
        write(seconds -> EventMessages.scalars(seconds, report.steps(), numbers(report)));
    }

    private static Map<String, Double> numbers(EpochReport report) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("nats/training", report.trainingNats());
        numbers.put("nats/validation", report.validation().natsPerStep());
        numbers.put("accuracy/all", report.validation().accuracy());
        numbers.put("accuracy/events", report.validation().eventAccuracy());
        numbers.put("learning_rate", report.learningRate());
        numbers.values().removeIf(number -> !Double.isFinite(number));
        return numbers;
    }

    /** One write for each record, past no buffer: a run killed at any moment leaves all records before. */
    private void write(Message message) {
        if (failure != null) {
            return; // behind half a record no reader finds another
        }
        try {
            double seconds = clock.millis() / MILLIS_PER_SECOND;
            file.write(EventRecords.frame(message.at(seconds)));
        } catch (IOException e) {
            failure = e;
        }
    }

    /**
     * Ends the file.
     *
     * @throws IOException if not all could be written
     */
    @Override
    public void close() throws IOException {
        file.close();
        if (failure != null) {
            throw failure;
        }
    }
}
