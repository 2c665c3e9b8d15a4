package io.github.musicgen.models.report;

import io.github.musicgen.models.report.Chart.Curve;
import io.github.musicgen.models.report.Chart.Level;
import io.github.musicgen.models.training.EpochReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The charts of a training. */
final class Curves {
    private static final double PERCENT = 100;

    private final List<EpochReport> history;
    private final int bestEpoch;
    private final Map<String, Double> figures;

    /**
     * Those of one training.
     *
     * @param history at least one epoch
     * @param figures of the model's card; may be empty
     */
    Curves(List<EpochReport> history, int bestEpoch, Map<String, Double> figures) {
        this.history = history;
        this.bestEpoch = bestEpoch;
        this.figures = figures;
    }

    List<Chart> charts() {
        return List.of(nats(), accuracies(), learningRate());
    }

    private Chart nats() {
        List<Curve> curves = List.of(
                curve("training", "first", EpochReport::trainingNats),
                curve("validation", "second", report -> report.validation().natsPerStep()));
        return new Chart("Nats per step", curves, levels(), bestEpoch, Words::nats);
    }

    /** These were measured on other melodies than the curves, but both on the same. */
    private List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        level("this model, test", "second", "testNatsPerStep", levels);
        Double order = figures.get("testBestNgramOrder");
        String name = order == null ? "best n-gram, test" : "n-gram of order " + Words.number(order) + ", test";
        level(name, "third", "testBestNgramNatsPerStep", levels);
        return levels;
    }

    private void level(String name, String look, String figure, List<Level> levels) {
        Double value = figures.get(figure);
        if (value != null && Double.isFinite(value)) {
            levels.add(new Level(name, look + " level", value));
        }
    }

    private Chart accuracies() {
        List<Curve> curves = List.of(
                curve(
                        "all steps",
                        "first",
                        report -> PERCENT * report.validation().accuracy()),
                curve(
                        "notes and ends",
                        "second",
                        report -> PERCENT * report.validation().eventAccuracy()),
                curve("notes", "third", report -> PERCENT * report.validation().noteOnAccuracy()));
        return new Chart("Foreseen steps, %", curves, List.of(), bestEpoch, value -> Words.percent(value / PERCENT));
    }

    private Chart learningRate() {
        List<Curve> curves = List.of(curve("learning rate", "first", EpochReport::learningRate));
        return new Chart("Learning rate", curves, List.of(), bestEpoch, Words::number);
    }

    private Curve curve(String name, String look, ToDoubleFunction<EpochReport> value) {
        return new Curve(name, look, history.stream().mapToDouble(value).boxed().toList());
    }
}
