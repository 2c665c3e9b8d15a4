package io.github.musicgen.models.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WorkspaceTest {
    private static final long MORE_THAN_ANY_MACHINE_HAS = 1L << 56;

    @Test
    void moreThanThereIs_leavesWhatWasThere() {
        Workspace memory = new Workspace();
        NativeFloats window = new NativeFloats();
        long address = memory.ofAtLeast(3);
        window.at(address).put(new float[] {1, 2, 3}, 0, 3);
        assertThatThrownBy(() -> memory.ofAtLeast(MORE_THAN_ANY_MACHINE_HAS)).isInstanceOf(OutOfMemoryError.class);
        assertThat(memory.ofAtLeast(2)).isEqualTo(address);
        float[] kept = new float[3];
        window.at(address).get(kept, 0, 3);
        assertThat(kept).containsExactly(1, 2, 3);
    }

    @Test
    void memory_beginsWithALineOfTheCache() {
        for (int floats = 0; floats < 100; floats++) {
            assertThat(new Workspace().ofAtLeast(floats) % 64).isZero();
        }
    }
}
