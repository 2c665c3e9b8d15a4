package io.github.musicgen.midi.abc.playing;

import io.github.musicgen.midi.abc.tune.FineTime;
import io.github.musicgen.midi.abc.tune.ScoreNote;
import io.github.musicgen.midi.abc.tune.SungNote;
import io.github.musicgen.midi.abc.tune.Timeline;
import io.github.musicgen.midi.abc.tune.Voice;
import io.github.musicgen.midi.abc.unfolding.Span;
import io.github.musicgen.representation.sequence.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * A voice on its way along the route: its notes as they sound, ties joined, and what is sung to them.
 *
 * <p>Grace notes come before the beat: they take their time, a 32nd each but at most half of it, from what sounded before, so
 * that no other note begins elsewhere than written.
 */
final class PlayedVoice {
    private static final long GRACE_LENGTH = FineTime.QUARTER / 8;

    private record PlayedNote(long start, long end, int pitch, int velocity) {

        PlayedNote until(long newEnd) {
            return new PlayedNote(start, newEnd, pitch, velocity);
        }
    }

    private record PlayedSyllable(long time, String text) {}

    private final List<ScoreNote> notes;
    private final List<SungNote> sungNotes;
    private final int[] passes; // [sungNotes]: how often each has been played
    private final List<PlayedNote> playedNotes = new ArrayList<>();
    private final List<PlayedSyllable> syllables = new ArrayList<>();
    private final Map<Integer, Integer> tied = new HashMap<>(); // pitch -> index of the played note that may go on
    private final List<Integer> lastChord = new ArrayList<>(); // indices of the played notes that began last

    PlayedVoice(Voice voice) {
        notes = voice.notes().stream()
                .sorted(Comparator.comparingLong(ScoreNote::time))
                .toList();
        sungNotes = voice.sungNotes();
        passes = new int[sungNotes.size()];
    }

    /** How many notes a span has. */
    int count(Span span) {
        return first(span.to()) - first(span.from());
    }

    private int first(long time) {
        return Timeline.firstNotBefore(time, notes, ScoreNote::time);
    }

    /** Plays a span of the score from a time of the performance on. */
    void play(Span span, long start) {
        long shift = start - span.from();
        for (ScoreNote note : notes.subList(first(span.from()), first(span.to()))) {
            play(note, note.time() + shift);
        }
        int from = Timeline.firstNotBefore(span.from(), sungNotes, SungNote::time);
        int to = Timeline.firstNotBefore(span.to(), sungNotes, SungNote::time);
        for (int i = from; i < to; i++) {
            String text = sungNotes.get(i).syllable(passes[i]++);
            if (!text.isEmpty()) {
                syllables.add(new PlayedSyllable(sungNotes.get(i).time() + shift, text));
            }
        }
    }

    private void play(ScoreNote note, long start) {
        if (note.isGrace()) {
            playGrace(note, start);
            return;
        }
        long end = start + note.length();
        int index = playedNotes.size();
        Integer before = tied.remove(note.pitch());
        if (before != null && playedNotes.get(before).end() == start) {
            playedNotes.set(before, playedNotes.get(before).until(end));
            index = before;
        } else {
            playedNotes.add(new PlayedNote(start, end, note.pitch(), note.velocity()));
            remember(index, start);
        }
        if (note.tied()) {
            tied.put(note.pitch(), index);
        }
    }

    private void remember(int index, long start) {
        if (!lastChord.isEmpty() && playedNotes.get(lastChord.get(0)).start() != start) {
            lastChord.clear();
        }
        lastChord.add(index);
    }

    private void playGrace(ScoreNote note, long beat) {
        long free = lastChord.isEmpty()
                ? beat
                : (beat - playedNotes.get(lastChord.get(0)).start()) / 2;
        long room = Math.min(note.graceSlots() * GRACE_LENGTH, free);
        for (int index : lastChord) {
            PlayedNote before = playedNotes.get(index);
            if (before.end() > beat - room && !tied.containsValue(index)) {
                playedNotes.set(index, before.until(beat - room));
            }
        }
        long start = beat - room + room * note.graceSlot() / note.graceSlots();
        long end = beat - room + room * (note.graceSlot() + 1) / note.graceSlots();
        playedNotes.add(new PlayedNote(start, end, note.pitch(), note.velocity()));
    }

    /** Tells all times at which something happens. */
    void visitTimes(LongConsumer visitor) {
        for (PlayedNote note : playedNotes) {
            visitor.accept(note.start());
            visitor.accept(note.end());
        }
    }

    /** Writes what has been played. */
    void writeTo(Part.Builder part, Resolution resolution) {
        for (PlayedNote note : playedNotes) {
            part.note(note.pitch(), note.velocity(), resolution.ticks(note.start()), resolution.ticks(note.end()));
        }
        for (PlayedSyllable syllable : syllables) {
            part.lyric(resolution.ticks(syllable.time()), syllable.text());
        }
    }
}
