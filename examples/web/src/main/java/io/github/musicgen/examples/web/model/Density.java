package io.github.musicgen.examples.web.model;

import io.github.musicgen.api.constraint.Constraint;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How many notes there are. */
public enum Density {
    /** As many as the model likes. */
    FREE(""),
    /** They start on beats alone. */
    SPARSE("grid 4 0"),
    /** They start on eighths alone. */
    MEDIUM("grid 2 0"),
    /** One starts on each eighth. */
    DENSE("rhythm x?");

    private final String wish; // as text, or nothing

    Density(String wish) {
        this.wish = wish;
    }

    /**
     * How it is kept.
     *
     * @return a wish, if it takes one
     */
    public Optional<Constraint> wish() {
        return wish.isEmpty() ? Optional.empty() : Optional.of(Constraint.parse(wish));
    }

    /**
     * What clients call it.
     *
     * @return its name in lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * All of them, as clients call them.
     *
     * @return the labels
     */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Density::label).toList();
    }

    /**
     * The density that clients call so.
     *
     * @param label one of {@link #labels}
     * @return the density
     */
    public static Density labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
