package io.github.musicgen.models.training;

import io.github.musicgen.models.training.course.TrainingStep;

/** Breaks a training off after some batches. */
final class StopAfter implements TrainingProgress {
    private int left;

    StopAfter(int batches) {
        left = batches;
    }

    /** As if the machine had been switched off. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public void step(TrainingStep step) {
        if (--left < 0) {
            throw new Stopped();
        }
    }
}
