package io.github.musicgen.models.corpus.report;

/**
 * What a limit cost a whole corpus.
 *
 * @param loss what was lost
 * @param files how many files lost something
 */
public record LimitCost(Loss loss, int files) {
    static final LimitCost NONE = new LimitCost(Loss.NONE, 0);

    LimitCost plus(Loss more) {
        return new LimitCost(loss.plus(more), files + 1);
    }
}
