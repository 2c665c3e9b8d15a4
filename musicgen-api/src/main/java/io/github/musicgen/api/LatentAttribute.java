package io.github.musicgen.api;

/**
 * Something of which stretches have more or less, so that a direction of a {@link LatentModel} leads to more of it. Of melodies there are
 * some in {@link MelodyAttribute}; any measure will do, such as of drums how many are struck.
 *
 * @param <T> what is measured
 */
@FunctionalInterface
public interface LatentAttribute<T> {
    /**
     * Measures a stretch.
     *
     * @param stretch with a note or more
     * @return a number that is larger where there is more of it
     */
    double of(T stretch);
}
