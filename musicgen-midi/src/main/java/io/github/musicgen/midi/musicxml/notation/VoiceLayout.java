package io.github.musicgen.midi.musicxml.notation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Spreads the notes of a part over staves and voices. Keyboards that use both hands get two staves, divided at middle C. On each
 * staff notes that begin and end together are chords, and a note goes to the first of four voices that is free; if none is, it
 * shares the last one, where long notes are then cut and tied.
 */
public final class VoiceLayout {
    /** As many as notation programs take on a staff. */
    static final int VOICES_PER_STAFF = 4;

    private static final int MIDDLE_C = 60;
    private static final int LOW_FOR_RIGHT_HAND = 55;
    private static final int HIGH_FOR_LEFT_HAND = 65;
    private static final int LAST_PIANO = 7;
    private static final Comparator<NotatedNote> ORDER = Comparator.comparingLong(NotatedNote::start)
            .thenComparing(Comparator.comparingLong(NotatedNote::end).reversed())
            .thenComparingInt(NotatedNote::pitch);

    private VoiceLayout() {}

    /** What stands at the start of a staff. */
    public enum Clef {
        /** For high notes. */
        TREBLE("G", 2),
        /** For low notes. */
        BASS("F", 4),
        /** For drums. */
        PERCUSSION("percussion", 2);

        public final String sign;
        public final int line;

        Clef(String sign, int line) {
            this.sign = sign;
            this.line = line;
        }
    }

    /** A staff and its voices, at least one, each in order of time. */
    public record Staff(Clef clef, List<List<NotatedNote>> voices) {}

    static List<Staff> staves(List<NotatedNote> notes, int program, boolean drums) {
        if (drums) {
            return List.of(new Staff(Clef.PERCUSSION, voices(notes)));
        }
        if (program <= LAST_PIANO && needsTwoHands(notes)) {
            return List.of(
                    new Staff(Clef.TREBLE, voices(only(notes, note -> note.pitch() >= MIDDLE_C))),
                    new Staff(Clef.BASS, voices(only(notes, note -> note.pitch() < MIDDLE_C))));
        }
        double mean = notes.stream().mapToInt(NotatedNote::pitch).average().orElse(MIDDLE_C);
        return List.of(new Staff(mean >= MIDDLE_C ? Clef.TREBLE : Clef.BASS, voices(notes)));
    }

    private static boolean needsTwoHands(List<NotatedNote> notes) {
        return notes.stream().anyMatch(note -> note.pitch() < LOW_FOR_RIGHT_HAND)
                && notes.stream().anyMatch(note -> note.pitch() > HIGH_FOR_LEFT_HAND);
    }

    private static List<NotatedNote> only(List<NotatedNote> notes, Predicate<NotatedNote> wanted) {
        return notes.stream().filter(wanted).toList();
    }

    private static List<List<NotatedNote>> voices(List<NotatedNote> notes) {
        List<List<NotatedNote>> voices = new ArrayList<>();
        voices.add(new ArrayList<>());
        long[] ends = new long[VOICES_PER_STAFF];
        int voice = 0;
        NotatedNote last = null;
        for (NotatedNote note : notes.stream().sorted(ORDER).toList()) {
            boolean sameChord = last != null && last.start() == note.start() && last.end() == note.end();
            if (!sameChord) {
                voice = freeVoice(ends, note.start());
            }
            if (voice == voices.size()) {
                voices.add(new ArrayList<>());
            }
            voices.get(voice).add(note);
            ends[voice] = Math.max(ends[voice], note.end());
            last = note;
        }
        return voices;
    }

    private static int freeVoice(long[] ends, long start) {
        for (int voice = 0; voice < ends.length; voice++) {
            if (ends[voice] <= start) {
                return voice;
            }
        }
        return ends.length - 1;
    }
}
