package io.github.musicgen.examples.cli.jam;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.Generator;
import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jam whose clock is what the test says: a beat lasts half a second, a sixteenth an eighth of one. */
class LiveJamTest {
    private static final long SIXTEENTH = 125_000;
    private static final long BEAT = 4 * SIXTEENTH;
    private static final long MORNING = 7_000_000; // no clock starts at 0

    @TempDir
    private Path folder;

    private Path file;
    private final Listening sound = new Listening();
    private final StringWriter said = new StringWriter();
    private LiveJam jam;

    @BeforeEach
    void begin() {
        file = folder.resolve("jam.mid");
        Pulse pulse = new Pulse(120, 4);
        Partner partner = new Partner(Generator.load("folk"), pulse, 2, 7, UnaryOperator.identity());
        JamRecord record = new JamRecord(pulse, "folk", Optional.of(file));
        JamTalk talk = new JamTalk(new PrintWriter(said, true), "folk", false);
        jam = new LiveJam(partner, 2, record, sound, talk, true);
    }

    private void play(int pitch, long at, long length) {
        jam.hear(new Heard.On(MORNING + at, pitch, 80));
        jam.hear(new Heard.Off(MORNING + at + length, pitch));
    }

    @Test
    void pause_ofTwoBeats_isAnsweredOnTheNextBeat() throws Exception {
        play(60, 0, BEAT);
        play(64, BEAT, BEAT);
        long over = MORNING + 4 * BEAT;

        assertThat(jam.due(MORNING + 2 * BEAT)).isEqualTo(over);
        assertThat(jam.due(over - 1)).isEqualTo(over);
        assertThat(jam.answers()).isZero();
        assertThat(jam.due(over)).isEqualTo(Ear.NEVER);

        assertThat(jam.answers()).isOne();
        assertThat(sound.played).isNotEmpty().allMatch(note -> note.start() >= 5 * 4 && note.end() <= 5 * 4 + 32);
        assertThat(sound.from).isEqualTo(4 * BEAT);
        assertThat(said.toString()).startsWith("you:  C4 E4").contains("folk: ");
    }

    @Test
    void keyThatIsHeldDown_isNoPause() throws Exception {
        jam.hear(new Heard.On(MORNING, 60, 80));

        assertThat(jam.due(MORNING + 100 * BEAT)).isEqualTo(Ear.NEVER);
        assertThat(jam.answers()).isZero();
    }

    @Test
    void chord_isTakenForItsLastKey_andOverlapsAreCut() throws Exception {
        jam.hear(new Heard.On(MORNING, 60, 80));
        jam.hear(new Heard.On(MORNING + 1, 64, 80));
        jam.hear(new Heard.On(MORNING + BEAT, 67, 80));
        jam.hear(new Heard.Off(MORNING + 2 * BEAT, 67));
        jam.hear(new Heard.Off(MORNING + 2 * BEAT, 64));
        jam.due(MORNING + 4 * BEAT);

        assertThat(said.toString()).startsWith("you:  E4 G4");
    }

    @Test
    void playingIntoAnAnswer_endsIt_andIsAnsweredNext() throws Exception {
        play(60, 0, BEAT);
        jam.due(MORNING + 3 * BEAT);
        sound.stopped = false;

        play(62, 5 * BEAT, BEAT);

        assertThat(sound.stopped).isTrue();
        jam.due(MORNING + 8 * BEAT);
        assertThat(jam.answers()).isEqualTo(2);
        assertThat(said.toString()).contains("you:  D4");
    }

    @Test
    void keysOfAComputer_lastAnEighth_andSoundThrough() throws Exception {
        jam.hear(new Heard.Struck(MORNING, 60));

        assertThat(jam.due(MORNING)).isEqualTo(MORNING + 2 * SIXTEENTH);
        assertThat(sound.down).containsExactly(60);
        assertThat(jam.due(MORNING + 2 * SIXTEENTH)).isEqualTo(MORNING + 2 * SIXTEENTH + 2 * BEAT);
        assertThat(sound.down).isEmpty();
    }

    @Test
    void record_holdsBothWhereTheyWerePlayed() throws Exception {
        play(60, 0, BEAT);
        jam.due(MORNING + 3 * BEAT);
        play(62, 30 * BEAT, BEAT);
        jam.due(MORNING + 33 * BEAT);

        NoteSequence written = MusicFiles.read(file);
        assertThat(written.tempoMap().tempoAt(0).quartersPerMinute()).isEqualTo(120);
        assertThat(written.parts().get(0).notes())
                .containsExactly(
                        new Note(60, 80, 0, written.ticksPerQuarter()),
                        new Note(62, 80, 30L * written.ticksPerQuarter(), 31L * written.ticksPerQuarter()));
        assertThat(written.parts().get(1).notes())
                .hasSizeGreaterThan(2)
                .allMatch(note -> note.startTick() >= 4L * written.ticksPerQuarter());
        assertThat(written.parts()).hasSize(2);
    }

    private static final class Listening implements JamSound {
        private final List<Integer> down = new ArrayList<>();
        private List<StepNote> played = List.of();
        private long from;
        private boolean stopped;

        @Override
        public void on(int pitch, int velocity) {
            down.add(pitch);
        }

        @Override
        public void off(int pitch) {
            down.remove((Integer) pitch);
        }

        @Override
        public void play(List<StepNote> notes, long fromMicroseconds) {
            played = notes;
            from = fromMicroseconds;
        }

        @Override
        public void stop() {
            stopped = true;
        }

        @Override
        public void awaitEnd() {}

        @Override
        public void close() {}
    }
}
