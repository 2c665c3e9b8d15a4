package io.github.musicgen.midi;

import io.github.musicgen.midi.smf.ChannelEvent;
import io.github.musicgen.midi.smf.ChannelEvent.NoteOff;
import io.github.musicgen.midi.smf.ChannelEvent.NoteOn;
import io.github.musicgen.midi.smf.ChannelEvent.ProgramChange;
import io.github.musicgen.midi.smf.MetaContent;
import io.github.musicgen.midi.smf.MetaEvent;
import io.github.musicgen.midi.smf.MidiTrack;
import io.github.musicgen.midi.smf.TextKind;
import io.github.musicgen.representation.sequence.ControlChange;
import io.github.musicgen.representation.sequence.Lyric;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.sequence.PitchBend;
import java.util.List;

/**
 * Writes the track of a part. At one tick notes end before controllers move and before other notes begin; notes of no length end
 * at once, before longer ones begin. So whoever pairs first in, first out gets the same notes.
 */
final class PartTrack {

    /** The velocity of a release that nobody measured, as the MIDI specification has it. */
    private static final int USUAL_RELEASE = 64;

    private final Part part;
    private final int channel;
    private final int port;
    private final TrackBuilder track = new TrackBuilder();

    PartTrack(Part part, int address) {
        this.part = part;
        this.channel = Address.channel(address);
        this.port = Address.port(address);
    }

    MidiTrack track() {
        heading();
        part.notes().stream().filter(note -> !isEmpty(note)).forEach(this::end);
        controls();
        for (Lyric lyric : part.lyrics()) {
            track.add(MetaEvent.text(lyric.tick(), TextKind.LYRIC, lyric.text()));
        }
        part.notes().stream().filter(PartTrack::isEmpty).forEach(note -> {
            begin(note);
            end(note);
        });
        part.notes().stream().filter(note -> !isEmpty(note)).forEach(this::begin);
        return track.build();
    }

    private void heading() {
        if (!part.name().isEmpty()) {
            track.add(MetaEvent.text(0, TextKind.TRACK_NAME, part.name()));
        }
        if (port > 0) {
            track.add(MetaEvent.of(0, new MetaContent.Port(port)));
        }
    }

    /** Writes the program after the bank that it is taken from. */
    private void controls() {
        List<ControlChange> changes = part.controlChanges();
        int bankSelects = bankSelects(changes);
        changes.subList(0, bankSelects).forEach(this::control);
        long programTick = bankSelects == 0 ? 0 : changes.get(bankSelects - 1).tick();
        track.add(new ProgramChange(programTick, channel, part.program()));
        changes.subList(bankSelects, changes.size()).forEach(this::control);
        for (PitchBend bend : part.pitchBends()) {
            track.add(new ChannelEvent.PitchBend(bend.tick(), channel, bend.value()));
        }
    }

    /** Returns how many control changes there are up to the last bank select that comes before or with the first note. */
    private int bankSelects(List<ControlChange> changes) {
        long firstNote = part.notes().isEmpty() ? 0 : part.notes().get(0).startTick();
        int count = 0;
        for (int i = 0; i < changes.size() && changes.get(i).tick() <= firstNote; i++) {
            count = ChannelReader.isBankSelect(changes.get(i).controller()) ? i + 1 : count;
        }
        return count;
    }

    private void control(ControlChange change) {
        track.add(new ChannelEvent.ControlChange(change.tick(), channel, change.controller(), change.value()));
    }

    private void begin(Note note) {
        track.add(new NoteOn(note.startTick(), channel, note.pitch(), note.velocity()));
    }

    private void end(Note note) {
        track.add(new NoteOff(note.endTick(), channel, note.pitch(), USUAL_RELEASE));
    }

    private static boolean isEmpty(Note note) {
        return note.durationTicks() == 0;
    }
}
