package io.github.musicgen.examples.cli.jam;

import io.github.musicgen.midi.playback.MidiOutput;
import io.github.musicgen.midi.playback.Player;
import io.github.musicgen.midi.smf.ChannelEvent;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A jam on a MIDI output: the player's keys at once, the answer on a clock of its own. */
final class MidiSound implements JamSound {
    private final MidiOutput output;
    private final Pulse pulse;
    private @Nullable Player player;

    MidiSound(MidiOutput output, Pulse pulse) {
        this.output = output;
        this.pulse = pulse;
    }

    @Override
    public void on(int pitch, int velocity) {
        output.send(new ChannelEvent.NoteOn(0, 0, pitch, velocity));
    }

    @Override
    public void off(int pitch) {
        output.send(new ChannelEvent.NoteOff(0, 0, pitch, 0));
    }

    @Override
    public void play(List<StepNote> notes, long fromMicroseconds) {
        stop();
        if (notes.isEmpty()) {
            return;
        }
        Part.Builder part = Part.builder("");
        notes.forEach(note ->
                part.note(note.pitch(), note.velocity(), JamRecord.tick(note.start()), JamRecord.tick(note.end())));
        NoteSequence music = NoteSequence.builder(JamRecord.tick(pulse.stepsPerQuarter()))
                .tempo(pulse.tempo())
                .part(part.build())
                .build();
        Player next = Player.of(music, output.receiver());
        next.seek(next.tickAt(fromMicroseconds / 1e6));
        next.start();
        player = next;
    }

    @Override
    public void stop() {
        if (player != null) {
            player.close();
            player = null;
        }
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        if (player != null) {
            player.awaitEnd();
        }
    }

    @Override
    public void close() {
        stop();
        output.close();
    }
}
