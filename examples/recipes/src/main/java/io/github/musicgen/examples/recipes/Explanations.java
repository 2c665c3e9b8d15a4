package io.github.musicgen.examples.recipes;

import io.github.musicgen.api.Generation;
import io.github.musicgen.api.Generator;
import io.github.musicgen.api.explain.ExplainedStep;
import io.github.musicgen.api.explain.Explanation;
import io.github.musicgen.api.explain.ExplanationSvg;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;

/** Explanations: what the model expected at each step, what it considered, and what was drawn. */
public final class Explanations {
    private Explanations() {}

    /**
     * Draws what a model considered, and tells of the step that surprised it most.
     *
     * @param arguments the folder to write to
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Kitchen.folder(arguments);
        Generator generator = Generator.load("folk");
        Generation generation =
                generator.continuing(Kitchen.primer()).steps(64).seed(3).generate();
        generation.write(folder.resolve("explained.mid"));

        Explanation explanation = generator.explain(generation, 4); // the four likeliest of each step
        Path picture = folder.resolve("explained.svg");
        Files.writeString(picture, ExplanationSvg.of(explanation).svg());

        ExplainedStep boldest = explanation.steps().stream()
                .max(Comparator.comparingDouble(ExplainedStep::surprise))
                .orElseThrow();
        System.out.println("step " + boldest.index() + " surprised the model most; it had considered");
        boldest.alternatives()
                .forEach(each -> System.out.printf(
                        Locale.ROOT,
                        "  %-8s %5.1f %%%s%n",
                        name(each.event()),
                        100 * each.before(),
                        each.chosen() ? "  <- drawn" : ""));
        System.out.println("wrote " + picture);
    }

    private static String name(int event) {
        return switch (event) {
            case Melody.NO_EVENT -> "go on";
            case Melody.NOTE_OFF -> "rest";
            default -> Pitch.nameOf(event);
        };
    }
}
