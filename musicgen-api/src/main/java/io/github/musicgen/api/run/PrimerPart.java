package io.github.musicgen.api.run;

import io.github.musicgen.representation.sequence.GeneralMidi;
import io.github.musicgen.representation.sequence.QuantizedNote;
import io.github.musicgen.representation.sequence.QuantizedPart;
import io.github.musicgen.representation.sequence.QuantizedSequence;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Chooses the part of music whose melody is meant. */
final class PrimerPart {
    private static final int MAX_TOLD = 20;

    private final String what; // the music is called in messages
    private final QuantizedSequence music;

    PrimerPart(String what, QuantizedSequence music) {
        this.what = what;
        this.music = music;
    }

    /** The part of that name or number; or else of the parts with one note at a time the highest, or else the highest of all. */
    int choose(Optional<String> name) {
        return name.isPresent() ? withMelody(name.get(), find(name.get())) : highest();
    }

    private int find(String name) {
        List<Integer> found = IntStream.range(0, music.parts().size())
                .filter(i -> inOneLine(music.parts().get(i).name()).equals(inOneLine(name)))
                .boxed()
                .toList();
        if (found.isEmpty() && isNumberOfAPart(name)) {
            return Integer.parseInt(name) - 1;
        }
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    what + " must have one part named \"" + name + "\", but had " + found.size() + "; it has " + parts()
                            + (found.isEmpty() ? "" : "; its number tells it from the others"));
        }
        return found.get(0);
    }

    /** Names in printed music are often set in two lines, which nobody sees who reads them in a message. */
    private static String inOneLine(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }

    /** Counted from 1 on, as messages count them. */
    private boolean isNumberOfAPart(String text) {
        return text.matches("[1-9]\\d{0,5}")
                && Integer.parseInt(text) <= music.parts().size();
    }

    private int withMelody(String name, int index) {
        QuantizedPart part = music.parts().get(index);
        if (part.drums() || part.notes().isEmpty()) {
            throw new IllegalArgumentException("part \"" + name + "\" must have a melody, but "
                    + (part.drums() ? "is for drums" : "has no notes"));
        }
        return index;
    }

    /** What there is to choose from. Many files give their parts no names. */
    private String parts() {
        List<String> told = IntStream.range(0, Math.min(MAX_TOLD, music.parts().size()))
                .mapToObj(this::described)
                .toList();
        int rest = music.parts().size() - told.size();
        return told.isEmpty() ? "no parts" : String.join(", ", told) + (rest > 0 ? " and " + rest + " more" : "");
    }

    private String described(int index) {
        QuantizedPart part = music.parts().get(index);
        String name = part.name().isBlank() ? "without a name" : "\"" + inOneLine(part.name()) + "\"";
        String instrument = part.drums() ? "drums" : GeneralMidi.programName(part.program());
        return "part " + (index + 1) + " " + name + " (" + instrument + ", "
                + part.notes().size() + " notes)";
    }

    private int highest() {
        List<Integer> melodic = IntStream.range(0, music.parts().size())
                .filter(i -> !music.parts().get(i).drums()
                        && !music.parts().get(i).notes().isEmpty())
                .boxed()
                .toList();
        if (melodic.isEmpty()) {
            throw new IllegalArgumentException(what + " must have a part with a melody, but had " + found());
        }
        Comparator<Integer> oneNoteAtATime =
                Comparator.comparing(i -> isMonophonic(music.parts().get(i)));
        // Of equal parts the first wins, which max would not promise.
        return melodic.stream()
                .sorted(oneNoteAtATime.thenComparing(this::meanPitch).reversed())
                .findFirst()
                .orElseThrow();
    }

    private String found() {
        long drums =
                music.parts().stream().filter(part -> !part.notes().isEmpty()).count();
        return drums == 0 ? "no notes" : "drums alone";
    }

    private static boolean isMonophonic(QuantizedPart part) {
        Set<Integer> starts = new HashSet<>();
        return part.notes().stream().map(QuantizedNote::startStep).allMatch(starts::add);
    }

    /** In thousandths of a semitone, because order shall not depend on rounding. */
    private long meanPitch(int part) {
        List<QuantizedNote> notes = music.parts().get(part).notes();
        long sum = 0;
        for (QuantizedNote note : notes) {
            sum += note.pitch();
        }
        return sum * 1000 / notes.size();
    }
}
