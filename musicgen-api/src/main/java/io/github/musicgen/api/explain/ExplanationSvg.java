package io.github.musicgen.api.explain;

import io.github.musicgen.representation.picture.Panel;
import io.github.musicgen.representation.picture.PianoRollSvg;
import io.github.musicgen.representation.picture.Region;
import io.github.musicgen.representation.picture.RollGeometry;
import io.github.musicgen.representation.picture.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Draws what a model considered, under the piano roll of what it made and on the same time axis: which steps repeat an earlier passage
 * by name, how much each step surprised the model, where its attention lay, and what else could have come.
 *
 * <pre>{@code
 * Explanation explanation = generator.explain(generation, 6);
 * String svg = ExplanationSvg.of(explanation).theme(Theme.DARK).width(1200).svg();
 * }</pre>
 *
 * <p>What a model does not have, such as attention, is not drawn. What comes out is a whole SVG document, the same bytes for the same
 * explanation everywhere. It grows with its width, and not with the number of steps: those that lie too close share a bar, a row or a
 * cell.
 *
 * <p>Immutable: each word returns a new drawing.
 */
public final class ExplanationSvg {
    private static final String TITLE = "What the model considered";

    private final Explanation explanation;
    private final Wishes wishes;

    /**
     * What somebody wishes of a picture.
     *
     * @param passage what is seen of the music
     * @param chosen the steps whose alternatives are drawn
     */
    private record Wishes(
            String title,
            Theme theme,
            OptionalDouble width,
            Optional<Passage> passage,
            Optional<List<Integer>> chosen) {}

    private ExplanationSvg(Explanation explanation, Wishes wishes) {
        this.explanation = explanation;
        this.wishes = wishes;
    }

    /**
     * Starts a picture.
     *
     * @param explanation what to draw
     * @return its drawing, light, of all that fits
     * @throws IllegalArgumentException if the music has more than {@link PianoRollSvg#MAX_NOTES} notes
     */
    public static ExplanationSvg of(Explanation explanation) {
        String title = explanation.music().title();
        Wishes wishes = new Wishes(
                title.isBlank() ? TITLE : title,
                Theme.LIGHT,
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty());
        return new ExplanationSvg(explanation, wishes).checked();
    }

    /** What a piano roll refuses is refused when it is said, not when it is drawn. */
    private ExplanationSvg checked() {
        roll();
        return this;
    }

    private ExplanationSvg with(Wishes newWishes) {
        return new ExplanationSvg(explanation, newWishes).checked();
    }

    /**
     * Sets the title; that of the music unless set.
     *
     * @param title the title; empty for none
     * @return the drawing
     */
    public ExplanationSvg title(String title) {
        return with(new Wishes(title, wishes.theme(), wishes.width(), wishes.passage(), wishes.chosen()));
    }

    /**
     * Sets the colors; light unless set.
     *
     * @param theme the theme
     * @return the drawing
     */
    public ExplanationSvg theme(Theme theme) {
        return with(new Wishes(wishes.title(), theme, wishes.width(), wishes.passage(), wishes.chosen()));
    }

    /**
     * Sets the width of the whole picture.
     *
     * @param pixels the width, {@link PianoRollSvg#MIN_WIDTH} to {@link PianoRollSvg#MAX_WIDTH}
     * @return the drawing
     */
    public ExplanationSvg width(double pixels) {
        return with(new Wishes(
                wishes.title(), wishes.theme(), OptionalDouble.of(pixels), wishes.passage(), wishes.chosen()));
    }

    /**
     * Shows a passage; unless set, the continuation and before it as much again, or all that the model looked back on.
     *
     * @param from where it begins
     * @param to where it ends, after its beginning
     * @return the drawing
     */
    public ExplanationSvg ticks(long from, long to) {
        return with(new Wishes(
                wishes.title(), wishes.theme(), wishes.width(), Optional.of(new Passage(from, to)), wishes.chosen()));
    }

    /**
     * Chooses the steps whose alternatives are drawn, as far as they fit; unless set, those that surprised the model most.
     *
     * @param steps counted from the start of the continuation; none for no alternatives
     * @return the drawing
     */
    public ExplanationSvg alternativesOf(int... steps) {
        List<Integer> chosen = new ArrayList<>();
        for (int step : steps) {
            if (step < 0 || step >= explanation.steps().size()) {
                throw new IllegalArgumentException(
                        "step must be 0.." + (explanation.steps().size() - 1) + ", but was " + step);
            }
            chosen.add(step);
        }
        return with(new Wishes(
                wishes.title(), wishes.theme(), wishes.width(), wishes.passage(), Optional.of(List.copyOf(chosen))));
    }

    /**
     * Where the roll lies in the picture: its time is that of all that stands below.
     *
     * @return what a tick and a pitch are in pixels
     */
    public RollGeometry geometry() {
        return roll().geometry();
    }

    /**
     * Draws the picture.
     *
     * @return an SVG document
     */
    public String svg() {
        PianoRollSvg roll = roll();
        panels(roll.geometry()).forEach(roll::panel);
        return roll.svg();
    }

    private PianoRollSvg roll() {
        PianoRollSvg roll =
                PianoRollSvg.of(explanation.music()).title(wishes.title()).theme(wishes.theme());
        if (explanation.startTick() > 0) {
            roll.region(Region.primer(0, explanation.startTick()));
        }
        if (explanation.endTick() > explanation.startTick()) {
            roll.region(Region.continuation(explanation.startTick(), explanation.endTick()));
        }
        wishes.width().ifPresent(roll::width);
        if (wishes.passage().isPresent()) {
            roll.ticks(wishes.passage().get().from(), wishes.passage().get().to());
        } else if (explanation.endTick() > explanation.startTick()) {
            Passage passage = Passage.of(explanation);
            roll.ticks(passage.from(), passage.to());
        }
        return roll;
    }

    /** What there is to tell of the passage that is seen. */
    private List<Panel> panels(RollGeometry roll) {
        Seen seen = Seen.of(explanation, roll);
        List<Panel> panels = new ArrayList<>();
        if (seen.steps().isEmpty()) {
            return panels;
        }
        RepeatPanel.of(seen).ifPresent(panels::add);
        panels.add(SurprisePanel.of(seen));
        AttentionPanel.of(seen).ifPresent(panels::add);
        AlternativesPanel.of(seen, wishes.chosen()).ifPresent(panels::add);
        return panels;
    }
}
