package io.github.musicgen.models.report;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Curves over the epochs of a training.
 *
 * @param title what is drawn
 * @param curves at least one, all of one length
 * @param levels what is the same in all epochs
 * @param bestEpoch the epoch to mark, from 1 on
 * @param words a value with its unit
 */
record Chart(String title, List<Curve> curves, List<Level> levels, int bestEpoch, DoubleFunction<String> words) {
    Chart {
        curves = List.copyOf(curves);
        levels = List.copyOf(levels);
    }

    /**
     * A curve.
     *
     * @param name what it is
     * @param look the class of the style sheet that it has
     * @param values of epoch 1, 2 and so on; those that are no numbers are not drawn
     */
    record Curve(String name, String look, List<Double> values) {
        Curve {
            values = List.copyOf(values);
        }
    }

    /**
     * A horizontal line.
     *
     * @param name what it is
     * @param look the class of the style sheet that it has
     * @param value a number
     */
    record Level(String name, String look, double value) {}

    int epochs() {
        return curves.get(0).values().size();
    }

    /** Everything that the chart has to hold. */
    double[] numbers() {
        return DoubleStream.concat(
                        curves.stream()
                                .flatMap(curve -> curve.values().stream())
                                .mapToDouble(Double::doubleValue),
                        levels.stream().mapToDouble(Level::value))
                .filter(Double::isFinite)
                .toArray();
    }

    /** What somebody is told who does not see it. */
    String description() {
        Stream<String> told = Stream.concat(
                curves.stream()
                        .map(curve ->
                                curve.name() + " " + words.apply(curve.values().get(bestEpoch - 1))),
                levels.stream().map(level -> level.name() + " " + words.apply(level.value())));
        return title + " in epoch " + bestEpoch + " of " + epochs() + ": " + String.join(", ", told.toList()) + ".";
    }
}
