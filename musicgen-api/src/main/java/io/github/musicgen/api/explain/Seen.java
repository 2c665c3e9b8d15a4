package io.github.musicgen.api.explain;

import io.github.musicgen.representation.picture.RollGeometry;
import java.util.List;

/**
 * The steps of an explanation that a picture shows, and where.
 *
 * @param explanation the explanation
 * @param roll the roll that they lie under
 * @param steps those of the explanation's steps that begin within the roll
 */
record Seen(Explanation explanation, RollGeometry roll, List<ExplainedStep> steps) {

    static Seen of(Explanation explanation, RollGeometry roll) {
        List<ExplainedStep> steps = explanation.steps().stream()
                .filter(step -> step.tick() >= roll.fromTick() && step.tick() < roll.toTick())
                .toList();
        return new Seen(explanation, roll, steps);
    }

    /** The left edge of a step of the melody, cut off at the edges of the roll. */
    double x(long step) {
        return roll.x(roll.clip(explanation.tickOf(step)));
    }

    /** Whether a step of the melody begins within the roll. */
    boolean shows(long step) {
        long tick = explanation.tickOf(step);
        return step >= 0 && tick >= roll.fromTick() && tick < roll.toTick();
    }

    /** A step counted as the melody's are, from its start. */
    int inMelody(ExplainedStep step) {
        return explanation.stepsBefore() + step.index();
    }

    /** The left edge of a step of the continuation. */
    double left(ExplainedStep step) {
        return roll.x(step.tick());
    }

    /** Its right edge, at the end of the roll if that comes first. */
    double right(ExplainedStep step) {
        return x(inMelody(step) + 1L);
    }

    /** How wide a step is, but for rounding to ticks. */
    double stepWidth() {
        return roll.pixelsPerTick() * explanation.music().ticksPerQuarter() / explanation.stepsPerQuarter();
    }

    /** The bar of a step, as it is numbered in the picture. */
    long bar(ExplainedStep step) {
        return explanation.music().meterMap().barAt(step.tick()) + 1;
    }
}
