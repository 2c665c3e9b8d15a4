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
     * @param wishes those of the wishes that cannot be kept together, none of which is needless
     */
    public ContradictoryWishesException(String message, List<Constraint> wishes) {
        super(message);
        this.wishes = List.copyOf(wishes);
    }

    /**
     * The wishes that cannot be kept together. Without any one of them the others could be. A written chord that was to be followed
     * is told as the wish for its tones.
     *
     * @return usually two; one if the model cannot keep it
     */
    public List<Constraint> wishes() {
        return wishes;
    }
}
