package io.github.musicgen.midi.playback;

import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.midi.smf.Division;
import io.github.musicgen.midi.smf.Division.TicksPerQuarter;
import io.github.musicgen.midi.smf.Division.TimeCode;
import io.github.musicgen.midi.smf.MetaContent.TempoChange;
import io.github.musicgen.midi.smf.MetaEvent;
import io.github.musicgen.midi.smf.MidiEvent;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.midi.smf.MidiTrack;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.time.Tempo;
import io.github.musicgen.representation.time.TempoMap;
import io.github.musicgen.representation.time.Ticks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that a device is sent for a piece, in one order: by tick, then by track. The patterns of a format 2 file follow one
 * another, as they do where such a file is read.
 *
 * <p>A device has sixteen channels. Music that asks for further MIDI ports shares them: its parts of one channel sound alike.
 */
record Timeline(TempoMap tempoMap, List<Cue> cues, long endTick) {
    private static final int PATTERNS = 2;
    private static final double NANOSECONDS = 1e9;

    static Timeline of(NoteSequence music) {
        Timeline written = of(MidiWriter.toMidiFile(music));
        return new Timeline(music.tempoMap(), written.cues, music.endTick());
    }

    static Timeline of(MidiFile file) {
        List<Cue> cues = new ArrayList<>();
        List<Tempo> tempos = new ArrayList<>();
        long start = 0;
        long end = 0;
        for (MidiTrack track : file.tracks()) {
            collect(track, start, cues, tempos);
            end = Math.max(end, Ticks.require("end of the music", start + track.endTick()));
            start = file.format() == PATTERNS ? end : 0;
        }
        cues.sort(Comparator.comparingLong(Cue::tick));
        return new Timeline(tempoMap(file.division(), tempos), List.copyOf(cues), end);
    }

    private static void collect(MidiTrack track, long start, List<Cue> cues, List<Tempo> tempos) {
        for (MidiEvent event : track.events()) {
            long tick = Ticks.require("tick", start + event.tick());
            if (event instanceof MetaEvent meta && meta.content() instanceof TempoChange change) {
                tempos.add(new Tempo(tick, change.microsecondsPerQuarter()));
            }
            Messages.of(event).ifPresent(message -> cues.add(new Cue(tick, message)));
        }
    }

    /** Film time runs on whatever the tempo. */
    private static TempoMap tempoMap(Division division, List<Tempo> tempos) {
        return division instanceof TimeCode time
                ? TempoMap.of(time.ticksPerQuarter(), List.of(new Tempo(0, time.microsecondsPerQuarter())))
                : TempoMap.of(((TicksPerQuarter) division).ticks(), tempos);
    }

    double seconds() {
        return tempoMap.secondsAt(endTick);
    }

    long nanosAt(long tick) {
        return Math.round(tempoMap.secondsAt(tick) * NANOSECONDS);
    }

    long tickAt(long nanos) {
        return Math.min(endTick, tempoMap.tickAt(Math.max(0, nanos) / NANOSECONDS));
    }

    /** How many cues are due before a tick, which is the index of the first one at or after it. */
    int indexOf(long tick) {
        int low = 0;
        int high = cues.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cues.get(middle).tick() < tick) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
