package io.github.musicgen.midi;

import io.github.musicgen.midi.MidiNotice.Kind;
import io.github.musicgen.midi.smf.MetaContent;
import io.github.musicgen.midi.smf.MetaContent.KeyChange;
import io.github.musicgen.midi.smf.MetaContent.MeterChange;
import io.github.musicgen.midi.smf.MetaContent.TempoChange;
import io.github.musicgen.midi.smf.MetaContent.Text;
import io.github.musicgen.midi.smf.MetaEvent;
import io.github.musicgen.midi.smf.MidiEvent;
import io.github.musicgen.midi.smf.MidiTrack;
import io.github.musicgen.midi.smf.TextKind;
import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.KeySignature.Mode;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.time.Tempo;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what stands above all parts: tempos, meters, keys, chord symbols and markers, in whichever track they are. */
final class ScoreReader {

    private static final int MAX_DENOMINATOR_POWER = Integer.numberOfTrailingZeros(TimeSignature.MAX_DENOMINATOR);

    private final NoteSequence.Builder sequence;
    private final boolean tempoCounts;
    private final List<MidiNotice> notices;
    private final Set<KeySignature> keysBefore = new HashSet<>();
    private int index;
    private long offset;

    ScoreReader(NoteSequence.Builder sequence, boolean tempoCounts, List<MidiNotice> notices) {
        this.sequence = sequence;
        this.tempoCounts = tempoCounts;
        this.notices = notices;
    }

    void read(int trackIndex, MidiTrack track, long trackOffset) {
        index = trackIndex;
        offset = trackOffset;
        Set<KeySignature> keysHere = new HashSet<>();
        for (MidiEvent event : track.events()) {
            if (event instanceof MetaEvent meta) {
                readMeta(meta, keysHere);
            }
        }
        keysBefore.addAll(keysHere);
    }

    /** Undoes what an earlier pattern of a format 2 file has set. */
    void beginPattern(long patternOffset) {
        if (patternOffset > 0) {
            if (tempoCounts) {
                sequence.tempo(new Tempo(patternOffset, Tempo.DEFAULT_MICROSECONDS_PER_QUARTER));
            }
            sequence.timeSignature(patternOffset, 4, 4);
        }
    }

    private void readMeta(MetaEvent meta, Set<KeySignature> keysHere) {
        long tick = offset + meta.tick();
        MetaContent content = meta.content();
        if (content instanceof TempoChange tempo) {
            readTempo(tick, meta, tempo);
        } else if (content instanceof MeterChange meter) {
            readMeter(tick, meta, meter);
        } else if (content instanceof KeyChange key) {
            readKey(new KeySignature(tick, key.sharps(), key.minor() ? Mode.MINOR : Mode.MAJOR), keysHere);
        } else if (content instanceof Text text) {
            readText(tick, text);
        } else if (content instanceof MetaContent.Opaque && meta.isScore()) {
            notice(Kind.UNREADABLE_META_EVENT, meta);
        }
    }

    private void readTempo(long tick, MetaEvent meta, TempoChange tempo) {
        if (tempoCounts) {
            sequence.tempo(new Tempo(tick, tempo.microsecondsPerQuarter()));
        } else {
            notice(Kind.TEMPO_WITHOUT_EFFECT, meta);
        }
    }

    private void readMeter(long tick, MetaEvent meta, MeterChange meter) {
        if (meter.denominatorPower() <= MAX_DENOMINATOR_POWER) {
            sequence.timeSignature(tick, meter.numerator(), 1 << meter.denominatorPower());
        } else {
            notice(Kind.UNSUPPORTED_METER, meta);
        }
    }

    /** Many programs write the key signatures into every track; those of an earlier track need no repetition. */
    private void readKey(KeySignature key, Set<KeySignature> keysHere) {
        keysHere.add(key);
        if (!keysBefore.contains(key)) {
            sequence.keySignature(key);
        }
    }

    private void readText(long tick, Text text) {
        if (text.kind() == TextKind.MARKER) {
            sequence.marker(tick, text.text());
        } else if (text.kind() == TextKind.TEXT && ChordText.isChord(text.text())) {
            sequence.chordSymbol(tick, ChordText.chord(text.text()));
        }
    }

    private void notice(Kind kind, MetaEvent meta) {
        notices.add(new MidiNotice(kind, index + 1, meta));
    }
}
