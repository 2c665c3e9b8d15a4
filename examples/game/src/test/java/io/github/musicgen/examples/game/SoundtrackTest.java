package io.github.musicgen.examples.game;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.Generator;
import io.github.musicgen.representation.sequence.Note;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is played is measured frame by frame; a clock that stands still gives each slice all the steps it wants. */
class SoundtrackTest {
    private static final int BAR = Soundtrack.FRAMES_PER_BAR;
    private static final int FRAMES = 10_000;
    private static final Generator FOLK = Generator.load("folk");

    private static GameLoop game(long seed, Workshop workshop) {
        return GameLoop.load(seed, workshop, new Silence(), new SliceTimes(0));
    }

    private static GameLoop played(long seed, int frames) {
        GameLoop game = game(seed, new FrameWorkshop(new Composer(FOLK), () -> 0));
        for (int frame = 0; frame < frames; frame++) {
            game.frame(Autopilot::steer);
        }
        game.close();
        return game;
    }

    @Test
    void aLongGame_isMusic_withoutSilence_stuckNotesOrGapsAtBarBoundaries() {
        GameLoop game = played(1, FRAMES);
        List<Note> notes = game.score().notes();

        assertThat(game.soundtrack().lateBars()).isZero();
        assertThat(game.score().isSilent()).as("a note is stuck").isTrue();
        assertThat(notes).allSatisfy(note -> {
            assertThat(note.pitch()).isBetween(54, 78);
            assertThat(note.durationTicks()).isBetween((long) Soundtrack.FRAMES_PER_STEP, (long) BAR);
        });
        Set<Long> starts = notes.stream().map(Note::startTick).collect(Collectors.toSet());
        assertThat(LongStream.range(0, FRAMES / BAR).map(bar -> bar * BAR))
                .as("bars that begin with a note")
                .allMatch(starts::contains);
        assertThat(longestRest(notes)).isLessThanOrEqualTo(Soundtrack.FRAMES_PER_QUARTER);
        assertThat(notes.stream().mapToLong(Note::durationTicks).sum()).isGreaterThan(FRAMES * 9 / 10);
    }

    private static long longestRest(List<Note> notes) {
        long longest = notes.get(0).startTick();
        for (int i = 1; i < notes.size(); i++) {
            longest = Math.max(
                    longest, notes.get(i).startTick() - notes.get(i - 1).endTick());
        }
        return longest;
    }

    @Test
    void theSameSeed_playsTheSameGame_noteForNote_andAnotherOneAnother() {
        List<Note> once = played(3, 20 * BAR).score().notes();

        assertThat(played(3, 20 * BAR).score().notes()).isEqualTo(once);
        assertThat(played(4, 20 * BAR).score().notes()).isNotEqualTo(once);
    }

    @Test
    @Timeout(60)
    void aBarThatIsNotReady_isReplacedByTheOneBefore_andNothingWaits() {
        Composer composer = new Composer(FOLK);
        CountDownLatch stalled = new CountDownLatch(1);
        Level level = Level.of(1, 0);
        PlayedScore score = new PlayedScore();
        Bar first = composer.compose(new BarOrder(level, Mood.ofDanger(0)));
        boolean[] loaded = {false};
        ThreadWorkshop workshop = new ThreadWorkshop(order -> {
            if (loaded[0]) { // the first bar is made while the level loads
                awaitQuietly(stalled);
            }
            loaded[0] = true;
            return first;
        });

        try (Soundtrack soundtrack = Soundtrack.load(workshop, score, level)) {
            for (int frame = 0; frame < 4 * BAR; frame++) {
                soundtrack.frame(frame, level, 0.5); // would never return if it waited for the stalled thread
            }
            soundtrack.silence(4L * BAR);
            assertThat(soundtrack.lateBars()).isEqualTo(3);
        } finally {
            stalled.countDown();
        }
        List<Note> notes = score.notes();
        int perBar = notes.size() / 4;
        assertThat(notes).hasSize(4 * perBar);
        for (int i = perBar; i < notes.size(); i++) {
            Note before = notes.get(i - perBar);
            assertThat(notes.get(i)).isEqualTo(before.withTicks(before.startTick() + BAR, before.endTick() + BAR));
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aNewLevel_bringsItsTuneAtTheNextBar_neverBefore() {
        Level one = Level.of(1, 0);
        Level two = one.next(1);
        PlayedScore score = new PlayedScore();
        Workshop workshop = new FrameWorkshop(new Composer(FOLK), () -> 0);

        try (Soundtrack soundtrack = Soundtrack.load(workshop, score, one)) {
            int frame = 0;
            for (; frame < BAR / 2; frame++) {
                soundtrack.frame(frame, one, 0);
            }
            for (; frame < BAR; frame++) {
                soundtrack.frame(frame, two, 0);
                assertThat(soundtrack.playing().order().level()).isEqualTo(one);
            }
            soundtrack.frame(frame, two, 0);
            assertThat(soundtrack.playing().order().level()).isEqualTo(two);
        }
    }
}
