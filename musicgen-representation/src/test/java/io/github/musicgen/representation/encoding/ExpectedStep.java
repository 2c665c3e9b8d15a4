package io.github.musicgen.representation.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

/**
 * What note-seq's tests expect at one position of a melody, written as {@code "16 38: 2 38 -42"}: the position, the label of its
 * event, and the entries of the input after it, 1 or, with a minus, -1.
 */
record ExpectedStep(int position, int label, List<SparseInput.Entry> input) {

    static ExpectedStep parse(String line) {
        String[] sides = line.split(": ", 2);
        String[] place = sides[0].split(" ", 2);
        List<SparseInput.Entry> input = Arrays.stream(sides[1].split(" ", -1))
                .map(entry -> entry.startsWith("-")
                        ? new SparseInput.Entry(Integer.parseInt(entry.substring(1)), -1)
                        : new SparseInput.Entry(Integer.parseInt(entry), 1))
                .toList();
        return new ExpectedStep(Integer.parseInt(place[0]), Integer.parseInt(place[1]), input);
    }

    /** Checks the step against an encoding: its label, what the label means, and its input. */
    void check(SequenceEncoding encoding, int[] events) {
        StepEncoder encoder = encoding.start();
        for (int i = 0; i < position; i++) {
            encoder.append(events[i]);
        }
        assertThat(encoder.label(events[position])).isEqualTo(label);
        assertThat(encoder.event(label)).isEqualTo(events[position]);
        encoder.append(events[position]);
        assertThat(SparseInput.of(encoder)).isEqualTo(input);
    }
}
