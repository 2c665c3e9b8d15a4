package io.github.musicgen.api.constraint;

import java.util.List;

/** Wishes that no continuation can keep together, or that the model cannot keep at all. Nothing was generated. */
public final class ContradictoryWishesException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Constraint> wishes;

    /**
     * Creates the exception.
     *
     * @param message which wishes, and where they meet
     * @param wishes the fewest of the wishes that cannot be kept together
     */
    public ContradictoryWishesException(String message, List<Constraint> wishes) {
        super(message);
        this.wishes = List.copyOf(wishes);
    }

    /**
     * The wishes that cannot be kept together.
     *
     * @return the fewest of those asked for, usually two; one if the model cannot keep it
     */
    public List<Constraint> wishes() {
        return wishes;
    }
}
