package io.github.musicgen.examples.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.midi.MidiReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GameTest {
    private static final int FRAMES = 10_000;

    /** Most frames only play: a tenth of the budget is a great deal. */
    private static final double MEDIAN_MILLIS = 0.1;

    private static final int MOST_BEYOND = 2;

    @TempDir
    private Path folder;

    /**
     * Judged by the processor's time, which others on the machine do not spend. In one slice or two of 10,000 the virtual machine may be busy
     * with itself.
     */
    @Test
    void musicOfAFrame_takesLessThanAMillisecond_andNoBarIsLate() throws Exception {
        HeadlessRun run = HeadlessRun.play(GameOptions.parse(), FRAMES);

        System.out.println(run);
        assertThat(run.worked().slices()).isEqualTo(FRAMES);
        assertThat(run.worked().beyondBudget()).isLessThanOrEqualTo(MOST_BEYOND);
        assertThat(run.worked().median()).isLessThan(MEDIAN_MILLIS);
        assertThat(run.lateBars()).isZero();
    }

    @Test
    void aHeadlessGame_tellsWhatMusicCost_andWritesWhatWasPlayed() throws Exception {
        Path file = folder.resolve("played.mid");
        GameOptions options = GameOptions.parse("--headless", "3000", "--seed", "7", "--midi", file.toString());

        HeadlessRun run = HeadlessRun.play(options, options.headless().orElseThrow());

        assertThat(run.toString()).contains("3000 frames", "worst", "99th percentile", "median");
        assertThat(run.bars()).isEqualTo(24);
        assertThat(run.elapsed().slices()).isEqualTo(3_000);
        assertThat(MidiReader.read(file).notes()).hasSize(run.notes());
        assertThat(MidiReader.read(file).seconds()).isBetween(49.9, 50.1);
    }

    @Test
    void wrongOptions_areRefused_withWhatIsMeant() {
        assertThatThrownBy(() -> GameOptions.parse("--headless", "0"))
                .hasMessage("--headless must be 1..10000000 frames, but was 0");
        assertThatThrownBy(() -> GameOptions.parse("--seed", "x"))
                .hasMessage("--seed must be a whole number, but was \"x\"");
        assertThatThrownBy(() -> GameOptions.parse("--midi"))
                .hasMessage("--midi must be followed by a value, but nothing followed");
        assertThatThrownBy(() -> GameOptions.parse("--loud")).hasMessageContaining("but there was \"--loud\"");
    }
}
