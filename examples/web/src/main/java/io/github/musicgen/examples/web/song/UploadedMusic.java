package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.midi.MidiReader;
import io.github.musicgen.midi.format.MalformedMusicException;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.time.Tempo;
import java.util.List;

/** Music of a file that somebody sent. */
final class UploadedMusic {
    private UploadedMusic() {}

    static NoteSequence read(byte[] midi) {
        try {
            return MidiReader.read(MidiFile.parse(midi));
        } catch (MalformedMusicException | IllegalArgumentException e) {
            throw Refusal.of(Refusal.BAD, "the MIDI file must be one by the rules, but " + e.getMessage());
        }
    }

    /** How fast it is where it ends, as far as songs are so fast. */
    static double tempo(NoteSequence music) {
        List<Tempo> tempos = music.tempoMap().tempos();
        double tempo = tempos.get(tempos.size() - 1).quartersPerMinute();
        return Math.min(SongStyle.MAX_TEMPO, Math.max(SongStyle.MIN_TEMPO, tempo));
    }
}
