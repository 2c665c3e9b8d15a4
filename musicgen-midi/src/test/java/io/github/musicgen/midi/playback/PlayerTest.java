package io.github.musicgen.midi.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.musicgen.midi.smf.ChannelEvent.ControlChange;
import io.github.musicgen.midi.smf.ChannelEvent.NoteOff;
import io.github.musicgen.midi.smf.ChannelEvent.NoteOn;
import io.github.musicgen.midi.smf.ChannelEvent.PitchBend;
import io.github.musicgen.midi.smf.ChannelEvent.ProgramChange;
import io.github.musicgen.midi.smf.Division;
import io.github.musicgen.midi.smf.MidiEvent;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.midi.smf.MidiTrack;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import org.junit.jupiter.api.Test;

/** A clock that is moved by hand, and a receiver in memory: 500 ticks per quarter at 120 to the minute, so a tick is 1 ms. */
class PlayerTest {
    private final AtomicLong clock = new AtomicLong(123_456_789);
    private final Recorder recorder = new Recorder();

    /** Program and volume, then a note a second from second 0 on, each 500 ms long; the fourth second with the pedal down. */
    private static MidiFile piece() {
        return file(
                4_000,
                new ProgramChange(0, 0, 5),
                new ControlChange(0, 0, 7, 90),
                new NoteOn(0, 0, 60, 100),
                new NoteOff(500, 0, 60, 0),
                new ProgramChange(1_000, 0, 6),
                new NoteOn(1_000, 0, 61, 100),
                new PitchBend(1_200, 0, 1_000),
                new NoteOff(1_500, 0, 61, 0),
                new ControlChange(2_000, 0, 7, 70),
                new NoteOn(2_000, 0, 62, 100),
                new NoteOff(2_500, 0, 62, 0),
                new ControlChange(3_000, 0, 64, 127),
                new NoteOn(3_000, 0, 63, 100),
                new NoteOff(3_500, 0, 63, 0));
    }

    private static MidiFile file(long endTick, MidiEvent... events) {
        return new MidiFile(0, new Division.TicksPerQuarter(500), List.of(MidiTrack.of(List.of(events), endTick)));
    }

    private Player player() {
        return new Player(Timeline.of(piece()), recorder, clock::get);
    }

    private List<String> after(Player player, long milliseconds) {
        clock.addAndGet(milliseconds * 1_000_000);
        player.runDue();
        return recorder.take();
    }

    @Test
    void play_sendsEverythingInOrderAndAtItsTime() {
        Player player = player();
        assertThat(after(player, 1_000)).as("before the start").isEmpty();

        player.start();
        assertThat(after(player, 0)).containsExactly("program 0:5", "control 0:7=90", "on 0:60");
        assertThat(after(player, 499)).isEmpty();
        assertThat(after(player, 1)).containsExactly("off 0:60");
        assertThat(after(player, 500)).containsExactly("program 0:6", "on 0:61");
        assertThat(player.tick()).isEqualTo(1_000);
        assertThat(player.seconds()).isEqualTo(1);
    }

    @Test
    void runDue_saysHowLongToWait_scaledByTheTempoFactor() {
        Player player = player();
        player.start();
        assertThat(player.runDue()).isEqualTo(500_000_000);
        player.setTempoFactor(2);
        assertThat(player.runDue()).isEqualTo(250_000_000);
    }

    @Test
    void tempoFactor_two_halvesTheTimesFromNowOn() {
        Player player = player();
        player.start();
        after(player, 200);
        player.setTempoFactor(2);
        assertThat(after(player, 149)).isEmpty();
        assertThat(after(player, 1)).containsExactly("off 0:60");
        assertThat(after(player, 250)).containsExactly("program 0:6", "on 0:61");
        assertThat(player.tick()).isEqualTo(1_000);
    }

    @Test
    void pause_releasesWhatSounds_andStartGoesOnWithTheStateRestored() {
        Player player = player();
        player.start();
        after(player, 1_300);
        player.pause();
        assertThat(recorder.take()).containsExactly("off 0:61");
        assertThat(after(player, 60_000)).isEmpty();
        assertThat(player.tick()).isEqualTo(1_300);

        player.start();
        assertThat(recorder.take()).containsExactly("control 0:64=0", "control 0:7=90", "program 0:6", "bend 0:1000");
        assertThat(after(player, 200)).containsExactly("off 0:61");
        assertThat(after(player, 500)).containsExactly("control 0:7=70", "on 0:62");
    }

    @Test
    void pause_withThePedalDown_letsItGo_andResumingPressesIt() {
        Player player = player();
        player.start();
        after(player, 3_700);
        player.pause();
        assertThat(recorder.take()).containsExactly("control 0:64=0");
        player.start();
        assertThat(recorder.take()).contains("control 0:64=127");
    }

    @Test
    void seek_whilePlaying_releases_restores_andGoesOnThere() {
        Player player = player();
        player.start();
        after(player, 100);
        player.seek(1_900);
        assertThat(recorder.take())
                .containsExactly("off 0:60", "control 0:64=0", "control 0:7=90", "program 0:6", "bend 0:1000");
        assertThat(after(player, 100)).containsExactly("control 0:7=70", "on 0:62");
    }

    @Test
    void seek_backward_putsAtRestWhatIsSetOnlyLater() {
        Player player = player();
        player.start();
        after(player, 3_100);
        player.seek(0);
        assertThat(recorder.take())
                .containsExactly(
                        "off 0:63", "control 0:64=0", "control 0:7=100", "control 0:64=0", "program 0:0", "bend 0:0");
        assertThat(after(player, 0)).containsExactly("program 0:5", "control 0:7=90", "on 0:60");
    }

    @Test
    void seek_keepsParameterNumbersAndTheirValuesInOrder() {
        MidiFile file = file(
                1_000,
                new ControlChange(0, 2, 101, 0),
                new ControlChange(0, 2, 100, 0),
                new ControlChange(0, 2, 6, 12),
                new ControlChange(0, 2, 101, 127),
                new ControlChange(0, 2, 100, 127),
                new ControlChange(100, 2, 1, 3),
                new ControlChange(200, 2, 1, 4));
        Player player = new Player(Timeline.of(file), recorder, clock::get);
        player.seek(500);
        player.start();
        assertThat(recorder.take())
                .containsExactly(
                        "control 2:101=0",
                        "control 2:100=0",
                        "control 2:6=12",
                        "control 2:101=127",
                        "control 2:100=127",
                        "control 2:1=4");
    }

    @Test
    void loop_endsNotesAtItsEnd_restores_andKeepsTime() {
        Player player = player();
        player.loop(1_000, 1_250);
        player.start();
        after(player, 1_249);
        assertThat(after(player, 1))
                .containsExactly(
                        "off 0:61",
                        "control 0:64=0",
                        "bend 0:0",
                        "program 0:5",
                        "control 0:7=90",
                        "program 0:6",
                        "on 0:61");
        assertThat(after(player, 200)).containsExactly("bend 0:1000");
        assertThat(player.tick()).isEqualTo(1_200);
        assertThat(after(player, 250 * 1_000L))
                .as("late by a thousand rounds, played once")
                .hasSizeLessThan(20);
        assertThat(player.tick()).isEqualTo(1_200);

        player.endLoop();
        assertThat(after(player, 300)).containsExactly("off 0:61");
    }

    @Test
    void loop_fromBeyondIt_jumpsToItsStart() {
        Player player = player();
        player.start();
        after(player, 2_600);
        player.loop(1_000, 2_000);
        assertThat(after(player, 0)).contains("on 0:61").doesNotContain("on 0:62");
        assertThat(player.tick()).isEqualTo(1_000);
    }

    @Test
    void end_isTold_andStartBeginsAnew() {
        Player player = player();
        List<String> heard = new ArrayList<>();
        player.addListener(new PlayerListener() {
            @Override
            public void position(long tick, double seconds) {
                heard.add(tick + " " + seconds);
            }

            @Override
            public void finished() {
                heard.add("finished");
            }
        });
        player.start();
        after(player, 0);
        after(player, 20);
        after(player, 2_480);
        after(player, 10_000);
        assertThat(heard).containsExactly("0 0.0", "2500 2.5", "4000 4.0", "finished");
        assertThat(player.isPlaying()).isFalse();

        player.start();
        assertThat(after(player, 0)).endsWith("on 0:60");
    }

    @Test
    void end_withNotesThatNobodyEnds_leavesNothingSounding() {
        MidiFile file = file(100, new NoteOn(0, 0, 60, 100), new NoteOn(0, 0, 60, 100), new NoteOn(5, 9, 40, 1));
        Player player = new Player(Timeline.of(file), recorder, clock::get);
        player.start();
        clock.addAndGet(1_000_000_000);
        player.runDue();
        assertThat(recorder.stillDown()).isEmpty();
        assertThat(recorder.take()).containsSequence("off 0:60", "off 0:60", "off 9:40");
    }

    @Test
    void close_leavesNothingSounding_whereverItComes() {
        for (long time = 0; time < 4_000; time += 50) {
            Recorder one = new Recorder();
            Player player = new Player(Timeline.of(piece()), one, clock::get);
            player.start();
            clock.addAndGet(time * 1_000_000);
            player.runDue();
            player.close();
            assertThat(one.stillDown()).as("closed after %d ms", time).isEmpty();
            one.take();
            clock.addAndGet(1_000_000_000);
            player.runDue();
            player.close();
            assertThat(one.take()).isEmpty();
            assertThatIllegalStateException().isThrownBy(player::start).withMessageContaining("closed");
        }
    }

    @Test
    void tempoChanges_areFollowed() {
        var music = WavSample.withTempoChange();
        Player player = new Player(Timeline.of(music), recorder, clock::get);
        player.start();
        after(player, 1_999);
        assertThat(after(player, 1)).contains("on 1:64");
    }

    @Test
    void wrongArguments_areRefused_withValueAndBound() {
        Player player = player();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> player.seek(4_001))
                .withMessage("tick must be 0..4000 ticks, but was 4001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> player.setTempoFactor(Double.NaN))
                .withMessageContaining("0.05..20.0, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> player.loop(100, 105))
                .withMessageContaining("0.01 seconds or longer, but lasts 0.005");
    }

    @Test
    @SuppressWarnings("try") // that it may be closed twice, and by whom, is what is tested
    void thread_playsByItself_andListenersMayCloseThePlayer() throws InterruptedException {
        MidiFile file = file(60, new NoteOn(0, 0, 60, 100), new NoteOff(30, 0, 60, 0));
        CountDownLatch finished = new CountDownLatch(1);
        try (Player player = Player.of(file, recorder)) {
            player.addListener(new PlayerListener() {
                @Override
                public void finished() {
                    player.close();
                    finished.countDown();
                }
            });
            player.start();
            player.awaitEnd();
            assertThat(finished.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(recorder.take()).containsExactly("on 0:60", "off 0:60");
        }
    }

    @Test
    void receiver_thatRefuses_pausesThePlayer_andIsTold() {
        Receiver broken = new Receiver() {
            @Override
            public void send(MidiMessage message, long timeStamp) {
                throw new IllegalStateException("unplugged");
            }

            @Override
            public void close() {}
        };
        Player player = new Player(Timeline.of(piece()), broken, clock::get);
        List<String> heard = new ArrayList<>();
        player.addListener(new PlayerListener() {
            @Override
            public void failed(RuntimeException failure) {
                heard.add(String.valueOf(failure.getMessage()));
            }
        });
        player.start();
        player.runDue();
        assertThat(heard).containsExactly("unplugged");
        assertThat(player.isPlaying()).isFalse();
        player.close();
    }
}
