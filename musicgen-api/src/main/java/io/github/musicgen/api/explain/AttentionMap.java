package io.github.musicgen.api.explain;

import java.util.List;

/** Shares of attention, of rows of steps to cells of steps before them. */
final class AttentionMap {
    private static final double LEAST_CELL_WIDTH = 1.5;

    private final List<ExplainedStep> steps;
    private final int rows;
    private final int firstStep; // of the first cell
    private final int stride; // steps to a cell
    private final double[][] shares; // [rows][cells]
    private double greatest;

    private AttentionMap(List<ExplainedStep> steps, int rows, int firstStep, int stride, int cells) {
        this.steps = steps;
        this.rows = rows;
        this.firstStep = firstStep;
        this.stride = stride;
        this.shares = new double[rows][cells];
    }

    /** All that the steps of a picture looked at, back to the start of the melody or the left edge. */
    static AttentionMap of(Seen seen, int rows) {
        int first = firstSeen(seen);
        int end = seen.inMelody(seen.steps().get(seen.steps().size() - 1));
        int stride = (int) Math.max(1, Math.ceil(LEAST_CELL_WIDTH / seen.stepWidth()));
        AttentionMap map = new AttentionMap(seen.steps(), rows, first, stride, Math.max(1, (end - first) / stride + 1));
        for (int row = 0; row < rows; row++) {
            map.fill(row, seen);
        }
        return map;
    }

    private static int firstSeen(Seen seen) {
        int first = seen.inMelody(seen.steps().get(0));
        int least = Math.max(0, (int)
                (first - (seen.left(seen.steps().get(0)) - seen.roll().left()) / seen.stepWidth()));
        return Math.min(first, least);
    }

    private void fill(int row, Seen seen) {
        double[] sums = shares[row];
        int from = start(row);
        int to = start(row + 1);
        for (ExplainedStep step : steps.subList(from, to)) {
            for (int age = 0; age < step.attention().size(); age++) {
                int target = seen.inMelody(step) - 1 - age;
                if (target >= firstStep) {
                    sums[(target - firstStep) / stride] += step.attention().get(age);
                }
            }
        }
        for (int cell = 0; cell < sums.length; cell++) {
            sums[cell] /= to - from;
            greatest = Math.max(greatest, sums[cell]);
        }
    }

    private int start(int row) {
        return Math.toIntExact((long) row * steps.size() / rows);
    }

    int rows() {
        return rows;
    }

    int cells() {
        return shares[0].length;
    }

    double share(int row, int cell) {
        return shares[row][cell];
    }

    /** The greatest share that a row gave to a cell. */
    double greatest() {
        return greatest;
    }

    /** Where a cell begins, counted as the melody's steps are. */
    int firstStep(int cell) {
        return firstStep + cell * stride;
    }

    ExplainedStep firstOf(int row) {
        return steps.get(start(row));
    }

    ExplainedStep lastOf(int row) {
        return steps.get(start(row + 1) - 1);
    }
}
