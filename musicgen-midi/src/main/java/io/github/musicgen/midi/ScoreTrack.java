package io.github.musicgen.midi;

import io.github.musicgen.midi.smf.MetaContent.KeyChange;
import io.github.musicgen.midi.smf.MetaContent.MeterChange;
import io.github.musicgen.midi.smf.MetaContent.TempoChange;
import io.github.musicgen.midi.smf.MetaEvent;
import io.github.musicgen.midi.smf.MidiTrack;
import io.github.musicgen.midi.smf.TextKind;
import io.github.musicgen.representation.sequence.ChordSymbol;
import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.KeySignature.Mode;
import io.github.musicgen.representation.sequence.Marker;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.time.Tempo;
import io.github.musicgen.representation.time.TimeSignature;

/** Writes the first track: what stands above all parts. */
final class ScoreTrack {

    private static final int CLOCKS_PER_QUARTER = 24;
    private static final int USUAL_THIRTY_SECONDS = 8;

    private ScoreTrack() {}

    static MidiTrack of(NoteSequence sequence) {
        TrackBuilder track = new TrackBuilder();
        if (!sequence.title().isEmpty()) {
            track.add(MetaEvent.text(0, TextKind.TRACK_NAME, sequence.title()));
        }
        for (Tempo tempo : sequence.tempoMap().tempos()) {
            track.add(MetaEvent.of(tempo.tick(), new TempoChange(tempo.microsecondsPerQuarter())));
        }
        for (TimeSignature signature : sequence.meterMap().timeSignatures()) {
            track.add(MetaEvent.of(signature.tick(), meter(signature)));
        }
        for (KeySignature key : sequence.keySignatures()) {
            track.add(MetaEvent.of(key.tick(), new KeyChange(key.fifths(), key.mode() == Mode.MINOR)));
        }
        for (ChordSymbol chord : sequence.chordSymbols()) {
            track.add(ChordText.event(chord.tick(), chord.text()));
        }
        for (Marker marker : sequence.markers()) {
            track.add(MetaEvent.text(marker.tick(), TextKind.MARKER, marker.text()));
        }
        return track.build(sequence.endTick());
    }

    /** The metronome clicks on every beat, in compound meters such as 6/8 on every third. */
    private static MeterChange meter(TimeSignature signature) {
        int numerator = signature.numerator();
        boolean compound = numerator > 3 && numerator % 3 == 0 && signature.denominator() >= 8;
        int clocks = 4 * CLOCKS_PER_QUARTER * (compound ? 3 : 1) / signature.denominator();
        int power = Integer.numberOfTrailingZeros(signature.denominator());
        return new MeterChange(numerator, power, Math.max(1, clocks), USUAL_THIRTY_SECONDS);
    }
}
