package io.github.musicgen.examples.cli.jam;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.MelodyRequest;
import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.representation.harmony.Scale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a jam goes. */
final class JamStyle {
    private static final double LONGEST_PAUSE = 64;
    private static final int MOST_BARS = 64;

    @Option(
            names = "--tempo",
            paramLabel = "BPM",
            defaultValue = "100",
            description = "Beats (quarter notes) a minute (default: ${DEFAULT-VALUE}).")
    private double tempo;

    @Option(
            names = "--pause",
            paramLabel = "BEATS",
            defaultValue = "2",
            description = "After how many beats of silence it is the model's turn (default: ${DEFAULT-VALUE}).")
    private double pause;

    @Option(
            names = "--bars",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many bars of 4/4 an answer has (default: ${DEFAULT-VALUE}).")
    private int bars;

    @Option(
            names = "--key",
            paramLabel = "SCALE",
            description = "Answers have only notes of this scale, such as \"D dorian\" or \"A minor pentatonic\".")
    private @Nullable String key;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description =
                    "How daring answers are: 0 always takes the likeliest, 1 draws as the model was trained, 1.5 is wild "
                            + "(default: as the model says, usually 1).")
    private @Nullable Double temperature;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "What the first answer is drawn from; the next one from S+1, and so on (default: a new one).")
    private @Nullable Long seed;

    double pauseBeats() {
        return pause;
    }

    /** Refuses what is out of bounds, whatever the model. */
    void check() {
        new Pulse(tempo, 1);
        if (!(pause > 0 && pause <= LONGEST_PAUSE)) {
            throw new IllegalArgumentException(
                    "--pause must be more than 0 and at most " + LONGEST_PAUSE + " beats, but was " + pause);
        }
        if (bars < 1 || bars > MOST_BARS) {
            throw new IllegalArgumentException("--bars must be 1.." + MOST_BARS + ", but was " + bars);
        }
        if (key != null) {
            Scale.parse(key);
        }
        if (temperature != null) {
            SamplingOptions.DEFAULT.withTemperature(temperature);
        }
    }

    Partner partner(Generator generator) {
        Pulse pulse = new Pulse(tempo, generator.bundle().configuration().stepsPerQuarter());
        long first = seed == null ? generator.fromScratch().options().seed() : seed;
        return new Partner(generator, pulse, bars, first, this::applyTo);
    }

    private MelodyRequest applyTo(MelodyRequest request) {
        MelodyRequest styled = temperature == null ? request : request.temperature(temperature);
        return key == null ? styled : styled.wishing(new Constraint.InKey(Scale.parse(key)));
    }
}
