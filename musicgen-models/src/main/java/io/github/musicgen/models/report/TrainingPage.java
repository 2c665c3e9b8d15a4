package io.github.musicgen.models.report;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.midi.format.AtomicFile;
import io.github.musicgen.models.evaluation.Confusion;
import io.github.musicgen.models.training.EpochReport;
import io.github.musicgen.models.training.TrainedModel;
import io.github.musicgen.models.training.TrainingOptions;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A training as a page to open in a browser: curves, and once it has ended what the model takes for what, pieces that it made, its
 * figures and where it comes from. One file, which asks for no other and runs no script.
 *
 * <pre>{@code
 * TrainedModel trained = training.progress(LivePage.at(page, TrainingPage::of)).run();
 * TrainingPage.of(trained, CorpusSplit.melodies(split.test())).options(options).write(page);
 * }</pre>
 *
 * <p>The same outcome gives the same bytes. Each setter changes this object and returns it.
 */
public final class TrainingPage {
    private final List<EpochReport> history;
    private final int bestEpoch;
    private final Optional<Outcome> outcome;
    private String title = "Training";
    private @Nullable MelodyRnnConfiguration model;
    private @Nullable TrainingOptions options;

    /** What is known only when training has ended. */
    private record Outcome(Bundle bundle, List<Melody> heldOut) {
        Confusion confusion() {
            return Confusion.of(bundle.model(Engine.portable()), heldOut);
        }
    }

    private TrainingPage(List<EpochReport> history, int bestEpoch, Optional<Outcome> outcome) {
        this.history = List.copyOf(history);
        this.bestEpoch = bestEpoch;
        this.outcome = outcome;
    }

    /**
     * The page of a training that still goes on.
     *
     * @param history its epochs so far
     * @return the page
     */
    public static TrainingPage of(List<EpochReport> history) {
        return new TrainingPage(history, EpochReport.bestOf(history), Optional.empty());
    }

    /**
     * The page of a training that has ended. What the model can do is shown with its title, which is the name on its card.
     *
     * @param trained its outcome
     * @param heldOut melodies that the model did not learn, as they are written; of them it is asked what comes next, and the
     *     opening of one it goes on with. May be empty
     * @return the page
     */
    public static TrainingPage of(TrainedModel trained, List<Melody> heldOut) {
        Outcome outcome = new Outcome(trained.bundle(), List.copyOf(heldOut));
        return new TrainingPage(trained.history(), trained.bestEpoch(), Optional.of(outcome))
                .title(trained.bundle().card().id())
                .model(trained.bundle().configuration());
    }

    /**
     * Sets the title.
     *
     * @param newTitle any text
     * @return this
     */
    public TrainingPage title(String newTitle) {
        title = newTitle;
        return this;
    }

    /**
     * Says what is trained.
     *
     * @param newModel the model
     * @return this
     */
    public TrainingPage model(MelodyRnnConfiguration newModel) {
        model = newModel;
        return this;
    }

    /**
     * Says how it is trained.
     *
     * @param newOptions the options
     * @return this
     */
    public TrainingPage options(TrainingOptions newOptions) {
        options = newOptions;
        return this;
    }

    /**
     * Writes the page. It appears as a whole, or not at all.
     *
     * @param path where to; what is there is replaced
     * @throws IOException if it cannot be written
     */
    public void write(Path path) throws IOException {
        AtomicFile.write(path, html().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes the page.
     *
     * @return a document of HTML that is well-formed XML, too
     */
    public String html() {
        PageWriter page = new PageWriter(title);
        page.heading(title, state());
        if (!history.isEmpty()) {
            page.summary(summary());
            page.cards(new Curves(history, bestEpoch, figures()).charts(), outcome.map(Outcome::confusion));
        }
        outcome.ifPresent(ended -> write(page, ended));
        if (model != null) {
            page.table("Model", Facts.of(model));
        }
        if (options != null) {
            page.table("Options", Facts.of(options));
        }
        outcome.ifPresent(ended -> page.table(
                "Where it comes from", Facts.provenance(ended.bundle().card())));
        return page.end();
    }

    private String state() {
        String epochs = history.size() == 1 ? "1 epoch" : history.size() + " epochs";
        return outcome.isPresent()
                ? "Trained for " + epochs + "; the weights are those of epoch " + bestEpoch + "."
                : "Training goes on: " + epochs + " so far. Reload the page to see more.";
    }

    private Map<String, String> summary() {
        EpochReport best = history.get(bestEpoch - 1);
        Map<String, String> summary = new LinkedHashMap<>();
        summary.put("best epoch", bestEpoch + " of " + history.size());
        summary.put("validation nats per step", Words.nats(best.validation().natsPerStep()));
        summary.put("steps foreseen", Words.percent(best.validation().accuracy()));
        summary.put("notes and ends foreseen", Words.percent(best.validation().eventAccuracy()));
        summary.put("time", Words.duration(history.get(history.size() - 1).seconds()));
        return summary;
    }

    private Map<String, Double> figures() {
        return outcome.map(ended -> ended.bundle().card().figures()).orElse(Map.of());
    }

    private static void write(PageWriter page, Outcome ended) {
        page.samples(Sample.of(ended.bundle(), ended.heldOut()));
        page.table("Figures", Facts.figures(ended.bundle().card()));
    }
}
