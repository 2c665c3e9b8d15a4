package io.github.musicgen.examples.game;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.Generator;
import io.github.musicgen.midi.playback.MidiOutput;
import javax.sound.midi.ShortMessage;
import org.junit.jupiter.api.Test;

class MidiInstrumentTest {
    @Test
    void whatIsPlayed_isSentToTheDevice_andEveryNoteEnds() throws Exception {
        MemoryDevice.MESSAGES.clear();
        int notes;
        try (MidiOutput output = MidiOutput.open("memory")) {
            Workshop workshop = new FrameWorkshop(new Composer(Generator.load("folk")), () -> 0);
            GameLoop game = GameLoop.load(1, workshop, MidiInstrument.on(output), new SliceTimes(0));
            for (int frame = 0; frame < 4 * Soundtrack.FRAMES_PER_BAR; frame++) {
                game.frame(Autopilot::steer);
            }
            game.close();
            notes = game.score().notes().size();
        }
        assertThat(MemoryDevice.count(ShortMessage.PROGRAM_CHANGE)).isEqualTo(1);
        assertThat(MemoryDevice.count(ShortMessage.NOTE_ON)).isEqualTo(notes).isGreaterThan(4);
        assertThat(MemoryDevice.count(ShortMessage.NOTE_OFF)).isEqualTo(notes);
    }
}
