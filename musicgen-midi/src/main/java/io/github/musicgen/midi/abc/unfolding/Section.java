package io.github.musicgen.midi.abc.unfolding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A stretch of the score that is played some times, perhaps with a different ending each time.
 *
 * @param body what is played each time
 * @param endings what follows it, each in its turn
 * @param passes how often it is played
 */
record Section(Span body, List<Ending> endings, int passes) {

    /**
     * A variant ending.
     *
     * @param numbers when its turn is, counted from 1
     * @param span where it is
     */
    record Ending(Set<Integer> numbers, Span span) {}

    /** Copies the list. */
    Section {
        endings = List.copyOf(endings);
    }

    /** The way through it. */
    List<Span> played() {
        List<Span> spans = new ArrayList<>();
        for (int pass = 1; pass <= passes; pass++) {
            addPass(pass, spans);
        }
        return spans;
    }

    /** The way through it when repeats are not played. */
    List<Span> playedOnce() {
        List<Span> spans = new ArrayList<>();
        addPass(passes, spans);
        return spans;
    }

    private void addPass(int pass, List<Span> spans) {
        spans.add(body);
        for (Ending ending : endings) {
            if (ending.numbers().contains(pass)) {
                spans.add(ending.span());
                return;
            }
        }
    }

    /** The highest number of an ending; 0 if there are none. */
    int lastNumber() {
        return endings.stream()
                .flatMap(ending -> ending.numbers().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }
}
