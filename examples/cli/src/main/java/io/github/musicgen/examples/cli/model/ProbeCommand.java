package io.github.musicgen.examples.cli.model;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.engine.NetworkState;
import io.github.musicgen.api.engine.Softmax;
import io.github.musicgen.api.engine.StepNetwork;
import io.github.musicgen.examples.cli.output.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares a model's answers with those of another program. */
@Command(
        name = "probe",
        description = {
            "Compares a model's answers with those of another program.",
            "",
            "Runs the model on given inputs, for which another program, such as TensorFlow, said what the "
                    + "same model answers: a proof that an import lost nothing. Prints, as JSON, the largest difference "
                    + "between two probabilities over all classes (the events that could come next) of all steps.",
            "",
            "GOLDEN holds {\"steps\": [{\"hot\": [14, 51], \"p\": [0.02, ...]}, ...]} or the bare list: for each "
                    + "step the indices of the inputs that are 1 (or all inputs as \"in\"), and the probability of each "
                    + "class. The run starts from the zero state.",
            ""
        },
        footer = {
            "",
            "Example:",
            "Did an import lose anything? answers.json holds what TensorFlow answered with the same model:",
            "  musicgen probe attention.safetensors answers.json"
        },
        mixinStandardHelpOptions = true)
public final class ProbeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            completionCandidates = ModelChoice.Names.class,
            description = ModelChoice.DESCRIPTION)
    private ModelChoice model;

    @Parameters(index = "1", paramLabel = "GOLDEN", description = "A .json file of inputs and answers.")
    private Path golden;

    @Override
    public Integer call() throws IOException {
        Generator generator = model.generator(spec);
        StepNetwork network = generator.bundle().model(Engine.portable()).network();
        List<GoldenStep> steps = GoldenStep.read(golden, network.inputSize(), network.classCount());
        Largest largest = compare(network.start(), steps);
        new Json()
                .put("model", ModelJson.name(generator))
                .put("golden", golden.toString())
                .put("steps", steps.size())
                .put("classes", network.classCount())
                .put("maxAbsoluteDifference", largest.difference())
                .put(
                        "where",
                        new Json()
                                .put("step", largest.step())
                                .put("class", largest.classIndex())
                                .put("expected", largest.expected())
                                .put("found", largest.found()))
                .print(spec.commandLine().getOut());
        return 0;
    }

    private record Largest(double difference, int step, int classIndex, double expected, double found) {}

    private static Largest compare(NetworkState run, List<GoldenStep> steps) {
        Largest largest = new Largest(-1, 0, 0, 0, 0);
        for (int step = 0; step < steps.size(); step++) {
            double[] expected = steps.get(step).expected();
            float[] found = answer(run, steps.get(step).input());
            for (int i = 0; i < found.length; i++) {
                double difference = Math.abs(found[i] - expected[i]);
                if (difference > largest.difference()) {
                    largest = new Largest(difference, step, i, expected[i], found[i]);
                }
            }
        }
        return largest;
    }

    private static float[] answer(NetworkState run, float[] input) {
        run.begin();
        for (int i = 0; i < input.length; i++) {
            if (input[i] != 0) {
                run.add(i, input[i]);
            }
        }
        float[] answer = run.finish().clone();
        Softmax.apply(answer);
        return answer;
    }
}
