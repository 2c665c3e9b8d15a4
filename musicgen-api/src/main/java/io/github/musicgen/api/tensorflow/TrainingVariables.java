package io.github.musicgen.api.tensorflow;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which variables only training needs, told by their names. Names begin with scopes: {@code rnn/cell_0/kernel/Adam_1}. */
public final class TrainingVariables {
    /** An optimizer keeps its own values for a variable behind its name, and so does a moving average. */
    private static final Pattern SLOT = Pattern.compile(
            "(.*/)?(Adam|AdaMax|Nadam|Adagrad|AdagradDA|Adadelta|Momentum|RMSProp|Ftrl|ExponentialMovingAverage)(_\\d+)?");

    /** What stands beside the variables: the steps taken, and Adam's powers of beta. */
    private static final Pattern COUNTER = Pattern.compile("(.*/)?(global_step|beta[12]_power(_\\d+)?)");

    private TrainingVariables() {}

    /**
     * Looks at a name.
     *
     * @param name of a variable
     * @return why no model needs it to run, if none does
     */
    public static Optional<String> reasonToPassOver(String name) {
        if (SLOT.matcher(name).matches()) {
            return Optional.of("optimizer slot");
        }
        return COUNTER.matcher(name).matches() ? Optional.of("counter of training") : Optional.empty();
    }
}
