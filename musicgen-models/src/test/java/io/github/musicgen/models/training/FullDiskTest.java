package io.github.musicgen.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.models.training.checkpoint.Checkpoints;
import io.github.musicgen.models.training.course.TrainingData;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is full costs the work since the last checkpoint, and not a bit of it once there is room again. */
class FullDiskTest {
    /** In the order in which they are written. */
    private static final List<String> FILES = List.of("network.zip", "average.bin", "state.json", "best.safetensors");

    private static final String FULL = "No space left on device";

    private static final MelodyRnnConfiguration SMALL =
            MelodyRnnConfiguration.basicRnn().withLayers(8, 8);

    private static final TrainingOptions OPTIONS = TrainingOptions.usual().toBuilder()
            .batchSize(4)
            .slicing(new Slicing.Crops(20))
            .epochs(2)
            .build();

    private static final TrainingData DATA =
            new TrainingData(Phrases.melodies(6, 1), Phrases.melodies(3, 2), List.of(), Map.of());

    /** Writes to the disk of a test. */
    @FunctionalInterface
    private interface Writing {
        void write(Path target, Whole checkpoint) throws IOException;
    }

    /** All files of a checkpoint. */
    @FunctionalInterface
    private interface Whole {
        void write() throws IOException;
    }

    private static final class FilesOf extends CheckpointFiles {
        private final Writing writing;

        FilesOf(Writing writing) {
            super(SMALL, OPTIONS, DATA);
            this.writing = writing;
        }

        @Override
        protected void write(Checkpoint checkpoint, Path target) throws IOException {
            writing.write(target, () -> super.write(checkpoint, target));
        }
    }

    private static String whole; // the fingerprint of a training that no disk stopped

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() throws IOException {
        whole = run(Optional.empty()).hash();
    }

    private static Bundle run(Optional<Checkpoints<Checkpoint>> kept) throws IOException {
        ModelCard card = ModelCard.of("small");
        return new TrainingRun(SMALL, OPTIONS, DATA, card, kept, TrainingProgress.NONE, List.of())
                .run()
                .bundle();
    }

    /** A checkpoint after every batch. */
    private Bundle run(Writing writing) throws IOException {
        try (Checkpoints<Checkpoint> kept = Checkpoints.open(folder, Duration.ZERO, new FilesOf(writing))) {
            return run(Optional.of(kept));
        }
    }

    /** Some checkpoints have room, and then so much of one. */
    private static final class SmallDisk implements Writing {
        private final double share;
        private int room;

        SmallDisk(int room, double share) {
            this.room = room;
            this.share = share;
        }

        @Override
        public void write(Path target, Whole checkpoint) throws IOException {
            checkpoint.write();
            if (--room < 0) {
                List<Path> files = FILES.stream()
                        .map(target::resolve)
                        .filter(Files::exists)
                        .toList();
                assertThat(names(target)).hasSameSizeAs(files);
                cut(files);
                throw new IOException(FULL);
            }
        }

        private void cut(List<Path> files) throws IOException {
            long all = 0;
            for (Path file : files) {
                all += Files.size(file);
            }
            long left = (long) (share * all);
            for (Path file : files) {
                long size = Math.min(left, Files.size(file));
                left -= size;
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(size);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 0.99", "1, 0", "1, 0.4", "2, 0.6", "3, 0.8", "4, 0.99"})
    void aFullDisk_isNamed_andLeavesTheCheckpointBefore_fromWhichTrainingGoesOn(int room, double share)
            throws IOException {
        assertThatThrownBy(() -> run(new SmallDisk(room, share)))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("a checkpoint cannot be written (" + FULL + ")")
                .hasMessageContaining("the same training goes on from it");
        List<String> left = checkpoints();
        assertThat(left).hasSize(Math.min(1, room)).allMatch(name -> name.startsWith("step-"));

        assertThatThrownBy(() -> run(new SmallDisk(0, share))).hasMessageContaining(FULL);
        assertThat(checkpoints()).isEqualTo(left);

        assertThat(run((target, checkpoint) -> checkpoint.write()).hash()).isEqualTo(whole);
    }

    /** The writers themselves, on the only full disk that needs no rights; the bundle is written beside and moved, so not there. */
    @ParameterizedTest
    @ValueSource(strings = {"network.zip", "average.bin", "state.json"})
    @EnabledOnOs(OS.LINUX)
    void eachFile_tellsOfAFullDisk(String name) {
        Writing onFullDisk = (target, checkpoint) -> {
            Files.createSymbolicLink(target.resolve(name), Path.of("/dev/full"));
            checkpoint.write();
        };

        assertThatThrownBy(() -> run(onFullDisk))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("a checkpoint cannot be written");
    }

    @Test
    void whatAKillLeft_makesRoomForTheNextCheckpoint() throws IOException {
        assertThatThrownBy(() -> run(new SmallDisk(2, 0))).hasMessageContaining(FULL);
        Path half = Files.createDirectory(folder.resolve(".01234567-89ab-cdef-0123-456789abcdef.tmp"));
        Files.write(half.resolve("network.zip"), new byte[1000]);
        Writing aloneWithTheLast = (target, checkpoint) -> {
            assertThat(half).doesNotExist();
            checkpoint.write();
        };

        assertThat(run(aloneWithTheLast).hash()).isEqualTo(whole);
    }

    private List<String> checkpoints() throws IOException {
        return names(folder).stream()
                .filter(name -> !name.equals("training.lock"))
                .toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> String.valueOf(path.getFileName())).toList();
        }
    }
}
