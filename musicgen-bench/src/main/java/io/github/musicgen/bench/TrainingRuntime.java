package io.github.musicgen.bench;

/** Whatever trains and is on the class path in the profile {@code rivals} alone: a service. */
public interface TrainingRuntime {
    /** Which one it is. */
    TrainedNetwork network();

    /** Two layers of so many units, in one thread. */
    TrainingLoop begin(int units);
}
