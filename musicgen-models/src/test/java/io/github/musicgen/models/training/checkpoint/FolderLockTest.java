package io.github.musicgen.models.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.models.OtherJvm;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    private static final String REFUSED = "another training keeps its checkpoints there";

    @TempDir
    private Path folder;

    /** A program that takes a folder, says so, and holds it until it is killed. */
    static final class Holder {
        private Holder() {}

        /**
         * Takes a folder.
         *
         * @param arguments the folder
         */
        public static void main(String[] arguments) throws Exception {
            try (FolderLock held = FolderLock.take(Path.of(arguments[0]))) {
                System.out.print("taken");
                System.out.flush();
                TimeUnit.MINUTES.sleep(5);
                held.deleteFile();
            } catch (FileSystemException refused) {
                System.out.print(refused.getMessage());
            }
        }
    }

    @Test
    void aFolder_isTakenOnce_inOneProgram() throws IOException {
        Path kept = folder.resolve("kept");
        try (FolderLock first = FolderLock.take(kept)) {
            assertThatThrownBy(() -> FolderLock.take(folder.resolve(".").resolve("kept")))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessageContaining("kept")
                    .hasMessageContaining(REFUSED);
            first.deleteFile();
        }

        FolderLock.take(kept).close();
        FolderLock.take(kept).close();
    }

    @Test
    void aSecondTryInTheSameProgram_leavesTheFolderTaken_forOtherPrograms() throws Exception {
        try (FolderLock first = FolderLock.take(folder)) {
            assertThatThrownBy(() -> FolderLock.take(folder)).hasMessageContaining(REFUSED);

            Process other = hold(folder, folder.resolve("said.txt"));

            assertThat(other.waitFor()).isZero();
            assertThat(folder.resolve("said.txt"))
                    .content()
                    .contains(folder.toString())
                    .contains(REFUSED);
            first.deleteFile();
        }
    }

    @Test
    void aProgramThatIsKilled_givesItsFolderBack() throws Exception {
        Path said = folder.resolve("said.txt");
        Process other = hold(folder, said);
        while (other.isAlive() && !Files.readString(said).equals("taken")) {
            Thread.sleep(10);
        }

        assertThatThrownBy(() -> FolderLock.take(folder))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(REFUSED);
        other.destroyForcibly().waitFor();

        FolderLock.take(folder).close();
    }

    private static Process hold(Path folder, Path said) throws IOException {
        return OtherJvm.with(Holder.class, folder.toString())
                .redirectOutput(said.toFile())
                .start();
    }
}
