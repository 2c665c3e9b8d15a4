package io.github.musicgen.midi.musicxml.playing;

import io.github.musicgen.midi.musicxml.score.MeasureElement.Transposition;
import io.github.musicgen.midi.musicxml.score.MeasureElement.Unpitched;
import io.github.musicgen.midi.musicxml.score.MeasureElement.WrittenNote;
import io.github.musicgen.midi.musicxml.score.MeasureElement.WrittenPitch;
import io.github.musicgen.midi.musicxml.score.MeasureElement.WrittenSound;
import io.github.musicgen.midi.musicxml.score.PartDeclaration.MidiInstrument;
import io.github.musicgen.midi.musicxml.score.ScorePart;
import io.github.musicgen.midi.musicxml.source.Notices;
import io.github.musicgen.midi.musicxml.vocabulary.DrumStaff;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Which MIDI pitches the notes of a part sound. */
final class PartSounds {
    private final boolean drums;
    private final Map<String, Integer> drumsByInstrument = new HashMap<>();
    private final Notices notices;

    PartSounds(ScorePart part, Notices notices) {
        this.notices = notices;
        this.drums = part.declaration().onPercussionChannel() || onlyUnpitched(part);
        for (MidiInstrument instrument : part.declaration().instruments()) {
            if (instrument.unpitched() > 0) {
                drumsByInstrument.put(instrument.id(), instrument.unpitched() - 1);
            }
        }
    }

    /** Whether pitches mean drums: the part plays on channel 10, or all that it plays has no pitch. */
    boolean drums() {
        return drums;
    }

    /** The pitch of a note; empty for a rest and for what cannot be expressed. */
    OptionalInt pitch(WrittenNote note, Transposition transposition) {
        if (note.sound() instanceof WrittenPitch pitch) {
            int drum = drums ? drumsByInstrument.getOrDefault(note.instrument(), -1) : -1;
            return drum >= 0 ? OptionalInt.of(drum) : inRange(note, pitch.semitones() + transposition.chromatic());
        }
        return note.sound() instanceof Unpitched unpitched ? drum(note, unpitched) : OptionalInt.empty();
    }

    /** A pitch if MIDI has it. */
    OptionalInt inRange(WrittenNote note, int pitch) {
        if (pitch >= Pitch.MIN && pitch <= Pitch.MAX) {
            return OptionalInt.of(pitch);
        }
        notices.add(note.place(), "note outside the range of MIDI; dropped");
        return OptionalInt.empty();
    }

    private OptionalInt drum(WrittenNote note, Unpitched unpitched) {
        if (!drums) {
            notices.add(note.place(), "note without a pitch in a part that has pitches; dropped");
            return OptionalInt.empty();
        }
        Integer known = drumsByInstrument.get(note.instrument());
        if (known == null) {
            notices.add(note.place(), "drum that no MIDI instrument names; taken from its place on the staff");
            known = DrumStaff.drumAt(unpitched.displayStep(), unpitched.displayOctave());
        }
        return OptionalInt.of(Objects.requireNonNullElse(known, DrumStaff.FALLBACK_DRUM));
    }

    private static boolean onlyUnpitched(ScorePart part) {
        return sounds(part).anyMatch(Unpitched.class::isInstance)
                && sounds(part).noneMatch(WrittenPitch.class::isInstance);
    }

    private static Stream<WrittenSound> sounds(ScorePart part) {
        return part.measures().stream()
                .flatMap(measure -> measure.elements().stream())
                .filter(WrittenNote.class::isInstance)
                .map(element -> ((WrittenNote) element).sound());
    }
}
