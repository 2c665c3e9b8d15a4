package io.github.musicgen.api;

import io.github.musicgen.api.engine.Softmax;
import io.github.musicgen.api.explain.ExplainedStep;
import io.github.musicgen.api.explain.ExplainedStep.Alternative;
import io.github.musicgen.api.explain.Explanation;
import io.github.musicgen.api.run.MelodyRun;
import io.github.musicgen.api.run.Primer;
import io.github.musicgen.representation.encoding.SequenceEncoding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Makes a generation again and takes notes. */
final class Explaining {
    private final Preparation preparation;
    private final SequenceEncoding encoding;
    private final MelodyRun run;
    private final int alternatives;

    private Explaining(Generator generator, Preparation preparation, int alternatives) {
        this.preparation = preparation;
        this.encoding = generator.model().encoding();
        this.run = preparation.start();
        this.alternatives = alternatives;
    }

    static Explanation explain(Generator generator, Generation generation, int alternatives) {
        if (alternatives < 1) {
            throw new IllegalArgumentException("alternatives must be at least 1, but were " + alternatives);
        }
        Recipe recipe = generation.recipe();
        if (recipe.options().beam().isPresent()) {
            throw new IllegalArgumentException(
                    "a generation must be drawn step by step to be explained, but was found by a beam search");
        }
        Preparation preparation = Replay.prepare(generator, recipe, generation.whole());
        return new Explaining(generator, preparation, alternatives).explanation(generation);
    }

    private Explanation explanation(Generation generation) {
        List<ExplainedStep> steps = new ArrayList<>();
        while (run.length() < generation.recipe().stepsMade()) {
            run.step();
            steps.add(explainLast());
        }
        Generation again = preparation.task().made(run);
        if (!again.whole().equals(generation.whole()) || !again.melody().equals(generation.melody())) {
            throw new ChangedMusicException(generation.recipe(), again);
        }
        Primer primer = preparation.task().primer();
        return new Explanation(
                generation.whole(),
                primer.tickAt(primer.startStep()),
                primer.tickAt(primer.startStep() + run.length()),
                primer.tickAt(primer.melody().startStep()),
                primer.melody().stepsPerQuarter(),
                steps);
    }

    private ExplainedStep explainLast() {
        int index = run.length() - 1;
        Step step = preparation.task().step(index, run.eventAt(index), -run.logProbabilityAt(index));
        boolean opening = run.chosenClass() < 0;
        return new ExplainedStep(
                index,
                step.tick(),
                step.event(),
                step.surprise(),
                opening ? List.of() : alternatives(),
                opening ? List.of() : attention(),
                opening ? OptionalInt.empty() : repeatOf());
    }

    private List<Alternative> alternatives() {
        double[] before = Softmax.of(run.state().scores());
        List<Integer> classes = IntStream.range(0, before.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> before[i]).reversed())
                .toList();
        List<Alternative> told = new ArrayList<>();
        for (int rank = 0; rank < classes.size(); rank++) {
            int each = classes.get(rank);
            boolean chosen = each == run.chosenClass();
            if (rank < alternatives || chosen) {
                told.add(new Alternative(
                        run.event(each), encoding.repeatDistance(each), before[each], run.probability(each), chosen));
            }
        }
        return told;
    }

    private List<Float> attention() {
        List<Float> shares = new ArrayList<>();
        run.state().attention().ifPresent(weights -> {
            for (float weight : weights) {
                shares.add(weight);
            }
        });
        return shares;
    }

    /** The event about to come is the one behind all that the model was shown. */
    private OptionalInt repeatOf() {
        OptionalInt distance = encoding.repeatDistance(run.chosenClass());
        return distance.isPresent()
                ? OptionalInt.of(Math.toIntExact(run.state().length()) - distance.getAsInt())
                : OptionalInt.empty();
    }
}
