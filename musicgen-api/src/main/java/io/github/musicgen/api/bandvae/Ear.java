package io.github.musicgen.api.bandvae;

import java.util.Arrays;

/** How what an instrument hears at a step changes what it is likely to play there, as {@link EarTies} tell. Immutable. */
public final class Ear {
    private final EarTies ties;
    private final float[] numbers; // [ties.count()]

    /**
     * An ear.
     *
     * @param ties what its numbers are about
     * @param numbers what they add; copied // [ties.count()]
     * @throws IllegalArgumentException if they are more or fewer
     */
    public Ear(EarTies ties, float... numbers) {
        if (numbers.length != ties.count()) {
            throw new IllegalArgumentException("the ear of the "
                    + ties.listener().name() + " must have " + ties.count() + " numbers, but had " + numbers.length);
        }
        this.ties = ties;
        this.numbers = numbers.clone();
    }

    /**
     * Adds what is heard to what a decoder expects.
     *
     * @param heard what others play
     * @param scores of the decoder, which are changed // [steps * columns][planes]
     * @throws IllegalArgumentException if what is heard is longer or shorter
     */
    public void listen(HeardSteps heard, float[][] scores) {
        int columns = ties.listener().columns();
        int steps = scores.length / columns;
        if (heard.steps() != steps) {
            throw new IllegalArgumentException("what the " + ties.listener().name() + " hears must be " + steps
                    + " steps long, but was " + heard.steps());
        }
        float[][] added = new float[EarTies.PLANES][ties.places()];
        for (int step = 0; step < steps; step++) {
            for (float[] plane : added) {
                Arrays.fill(plane, 0);
            }
            ties.at(heard, step, (number, plane, place) -> added[plane][place] += numbers[number]);
            add(added, scores, step * columns);
        }
    }

    private void add(float[][] added, float[][] scores, int from) {
        for (int column = 0; column < ties.listener().columns(); column++) {
            float[] cell = scores[from + column];
            for (int plane = 0; plane < Math.min(EarTies.PLANES, cell.length); plane++) {
                cell[plane] += added[plane][ties.place(column)];
            }
        }
    }
}
