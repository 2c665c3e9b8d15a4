package io.github.musicgen.midi.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.midi.smf.ChannelEvent;
import io.github.musicgen.midi.smf.ChannelEvent.ChannelPressure;
import io.github.musicgen.midi.smf.ChannelEvent.ControlChange;
import io.github.musicgen.midi.smf.ChannelEvent.KeyPressure;
import io.github.musicgen.midi.smf.ChannelEvent.NoteOff;
import io.github.musicgen.midi.smf.ChannelEvent.NoteOn;
import io.github.musicgen.midi.smf.ChannelEvent.PitchBend;
import io.github.musicgen.midi.smf.ChannelEvent.ProgramChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import org.junit.jupiter.api.Test;

class PlaybackPortsTest {
    @Test
    void names_areOfOneDirection_withoutTheJdksSequencer() {
        assertThat(MidiOutput.names())
                .contains("Memory piano", "Memory organ")
                .doesNotContain("Memory keyboard", "Real Time Sequencer");
        assertThat(MidiInput.names()).contains("Memory keyboard").doesNotContain("Memory piano", "Real Time Sequencer");
    }

    @Test
    void output_byPartOfItsName_plays_andClosingLetsGo() throws MidiPortException {
        try (MidiOutput output = MidiOutput.open("MEMORY P")) {
            assertThat(output.name()).isEqualTo("Memory piano");
            output.send(new NoteOn(0, 3, 60, 100));
            output.send(new ControlChange(0, 3, 64, 127));
            output.receiver().close();
            output.send(new NoteOn(0, 3, 62, 100));
        }
        assertThat(MemoryDevices.PIANO.recorder().take())
                .containsExactly("on 3:60", "control 3:64=127", "on 3:62", "off 3:60", "off 3:62", "control 3:64=0");
        assertThat(MemoryDevices.PIANO.isOpen()).isFalse();
    }

    @Test
    void output_thatIsNotThere_namesThoseThatAre() {
        assertThatThrownBy(() -> MidiOutput.open("theremin"))
                .isInstanceOf(MidiPortException.class)
                .hasMessageStartingWith("there is no MIDI output \"theremin\"; there are ")
                .hasMessageContaining("\"Memory piano\"")
                .hasMessageContaining("\"Memory organ\"");
    }

    @Test
    void input_thatIsNotThere_namesTheOnlyOne() {
        assertThatThrownBy(() -> MidiInput.open("theremin", event -> {}))
                .isInstanceOf(MidiPortException.class)
                .hasMessageStartingWith("there is no MIDI input \"theremin\"; there ")
                .hasMessageContaining("\"Memory keyboard\"");
    }

    @Test
    void output_ofWhichThereAreSeveral_namesThem() {
        assertThatThrownBy(() -> MidiOutput.open("memory"))
                .isInstanceOf(MidiPortException.class)
                .hasMessage("several MIDI outputs have \"memory\" in their names: \"Memory piano\", \"Memory organ\"");
    }

    @Test
    void output_thatIsBusy_saysWhy() {
        assertThatThrownBy(() -> MidiOutput.open("Memory organ"))
                .isInstanceOf(MidiPortException.class)
                .hasMessage("\"Memory organ\" cannot be opened: in use by another program");
    }

    @Test
    void input_tellsWhatIsPlayed_withItsTime_andNothingElse() throws Exception {
        List<LiveEvent> heard = new ArrayList<>();
        try (MidiInput input = MidiInput.open("memory keyboard", heard::add)) {
            assertThat(input.name()).isEqualTo("Memory keyboard");
            Receiver keys = Objects.requireNonNull(MemoryDevices.KEYBOARD.listener());
            keys.send(new ShortMessage(ShortMessage.NOTE_ON, 2, 60, 90), 1_000);
            keys.send(new ShortMessage(ShortMessage.TIMING_CLOCK), 1_100);
            keys.send(new ShortMessage(ShortMessage.NOTE_OFF, 2, 60, 0), 2_000);
            keys.send(new ShortMessage(ShortMessage.NOTE_ON, 2, 61, 90), -1);
        }
        assertThat(heard)
                .hasSize(3)
                .startsWith(
                        new LiveEvent(1_000, new NoteOn(0, 2, 60, 90)), new LiveEvent(2_000, new NoteOff(0, 2, 60, 0)));
        assertThat(heard.get(2).microseconds()).isNotNegative();
        assertThat(MemoryDevices.KEYBOARD.listener()).isNull();
        assertThat(MemoryDevices.KEYBOARD.isOpen()).isFalse();
    }

    @Test
    void messages_ofEveryKind_comeBackAsTheSameEvents() {
        List<ChannelEvent> events = List.of(
                new NoteOn(7, 1, 2, 3),
                new NoteOff(7, 15, 127, 64),
                new KeyPressure(7, 0, 1, 2),
                new ControlChange(7, 9, 7, 100),
                new ProgramChange(7, 4, 127),
                new ChannelPressure(7, 5, 66),
                new PitchBend(7, 6, -8_192),
                new PitchBend(7, 6, 8_191),
                new PitchBend(7, 6, 1));
        for (ChannelEvent event : events) {
            assertThat(Messages.toEvent(Messages.of(event), 7)).contains(event);
        }
    }
}
