package io.github.musicgen.midi;

import io.github.musicgen.midi.MidiNotice.Kind;
import io.github.musicgen.midi.smf.Division;
import io.github.musicgen.midi.smf.Division.TicksPerQuarter;
import io.github.musicgen.midi.smf.Division.TimeCode;
import io.github.musicgen.midi.smf.MidiEvent;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.midi.smf.MidiTrack;
import io.github.musicgen.representation.sequence.Lyric;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.time.Tempo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads all tracks of one file and puts together what they say to one another. */
final class SequenceReader {

    private static final int PATTERNS = 2;

    private final MidiFile file;
    private final List<MidiNotice> notices = new ArrayList<>();
    private final NoteSequence.Builder sequence;
    private final SharedPrograms programs = new SharedPrograms();
    private final ScoreReader score;
    private final List<TrackReader> readers = new ArrayList<>();
    private long endTick;

    SequenceReader(MidiFile file) {
        this.file = file;
        this.sequence = startSequence(file.division());
        this.score = new ScoreReader(sequence, file.division() instanceof TicksPerQuarter, notices);
    }

    MidiReading read() {
        if (file.format() == PATTERNS) {
            readPatterns();
        } else {
            readTracks();
        }
        List<Part> parts = new ArrayList<>();
        readers.forEach(reader -> reader.parts().forEach(part -> parts.add(part.build())));
        LyricMatch.place(strayLyrics(), parts).forEach(sequence::part);
        return new MidiReading(sequence.title(title()).endTick(endTick).build(), notices);
    }

    private static NoteSequence.Builder startSequence(Division division) {
        return division instanceof TimeCode time
                ? NoteSequence.builder(time.ticksPerQuarter()).tempo(new Tempo(0, time.microsecondsPerQuarter()))
                : NoteSequence.builder(division.code());
    }

    private void readTracks() {
        List<MidiTrack> tracks = file.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            programs.add(i, tracks.get(i));
        }
        for (int i = 0; i < tracks.size(); i++) {
            readTrack(i, tracks.get(i), 0);
        }
        Map<Integer, Part.Builder> firstParts = firstParts();
        for (int i = 1; i < readers.size(); i++) {
            addSilentPart(readers.get(i), firstParts.keySet());
        }
        readers.forEach(reader -> reader.giveStrayControls(firstParts));
    }

    private void readPatterns() {
        long offset = 0;
        for (int i = 0; i < file.tracks().size(); i++) {
            MidiTrack track = file.tracks().get(i);
            if (offset + track.endTick() <= MidiEvent.MAX_TICK) {
                score.beginPattern(offset);
                readTrack(i, track, offset);
                offset += track.endTick();
            } else if (!track.events().isEmpty()) {
                notices.add(new MidiNotice(
                        Kind.PATTERN_TOO_LATE, i + 1, track.events().get(0)));
            }
        }
        readers.forEach(reader -> reader.giveStrayControls(Map.of()));
    }

    private void readTrack(int index, MidiTrack track, long offset) {
        score.read(index, track, offset);
        TrackReader reader = new TrackReader(index, track, offset, programs, notices);
        reader.read();
        readers.add(reader);
        endTick = Math.max(endTick, offset + track.endTick());
    }

    private Map<Integer, Part.Builder> firstParts() {
        Map<Integer, Part.Builder> first = new HashMap<>();
        readers.forEach(reader -> reader.firstParts().forEach(first::putIfAbsent));
        return first;
    }

    private static void addSilentPart(TrackReader reader, Set<Integer> played) {
        Set<Integer> addresses = reader.addresses();
        if (reader.parts().isEmpty() && addresses.size() == 1 && !played.containsAll(addresses)) {
            reader.addSilentParts();
        }
    }

    private List<Lyric> strayLyrics() {
        boolean isKaraoke = Karaoke.isSigned(file);
        List<Lyric> stray = new ArrayList<>();
        readers.forEach(reader -> stray.addAll(reader.strayLyrics(isKaraoke)));
        return stray;
    }

    private String title() {
        if (readers.isEmpty()) {
            return "";
        }
        TrackReader first = readers.get(0);
        return first.parts().isEmpty() || file.tracks().size() == 1 ? first.name() : "";
    }
}
