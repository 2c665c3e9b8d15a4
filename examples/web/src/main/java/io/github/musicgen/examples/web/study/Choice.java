package io.github.musicgen.examples.web.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which of the two somebody named, as it turned out. */
enum Choice {
    /** The one that people made. */
    REAL,
    /** The one that a network made. */
    GENERATED,
    /** Neither more than the other. */
    SAME;

    /** What a page may answer, which does not know which is which. */
    static final List<String> ANSWERS = List.of("a", "b", "same");

    static Choice of(String answer, boolean realFirst) {
        if (answer.equals("same")) {
            return SAME;
        }
        return answer.equals("a") == realFirst ? REAL : GENERATED;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Choice> labelled(String label) {
        return Arrays.stream(values())
                .filter(choice -> choice.label().equals(label))
                .findFirst();
    }
}
