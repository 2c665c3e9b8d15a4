package io.github.musicgen.api.importer;

import java.util.Arrays;
import java.util.Optional;

/** The recurrent models of Magenta, as their inputs and answers tell them apart. */
enum Family {
    BASIC("basic_rnn", 38, 38),
    MONO("mono_rnn", 130, 130),
    LOOKBACK("lookback_rnn", 121, 40),
    ATTENTION("attention_rnn", 74, 40),
    ONE_DRUM("one_drum (Drums RNN)", 2, 2),
    DRUM_KIT("drum_kit (Drums RNN)", 518, 512),
    BASIC_IMPROV("basic_improv (Improv RNN)", 87, 38),
    ATTENTION_IMPROV("attention_improv (Improv RNN)", 123, 40),
    CHORD_PITCHES_IMPROV("chord_pitches_improv (Improv RNN)", 75, 38),
    POLYPHONY("polyphony (Polyphony RNN)", 259, 259),
    PERFORMANCE("performance (Performance RNN)", 356, 356),
    PERFORMANCE_WITH_DYNAMICS("performance_with_dynamics (Performance RNN)", 388, 388);

    private final String words;
    private final int inputs;
    private final int classes;

    Family(String words, int inputs, int classes) {
        this.words = words;
        this.inputs = inputs;
        this.classes = classes;
    }

    static Optional<Family> of(int inputs, int classes) {
        return Arrays.stream(values())
                .filter(family -> family.inputs == inputs && family.classes == classes)
                .findFirst();
    }

    /** What Magenta calls it, and the model of which it is a configuration. */
    String words() {
        return words;
    }
}
