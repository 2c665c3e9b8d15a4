package io.github.musicgen.examples.web.duet;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an answer is wanted.
 *
 * @param model by whom
 * @param hash the fingerprint of the model
 * @param temperature how daring
 * @param steps how long
 * @param key of whose notes alone, if any
 * @param low the lowest note
 * @param high the highest note
 * @param seed what is drawn from
 * @param promptly whether a note begins on its first step, so that it is heard at once
 * @param question what the client calls it, if it does: whoever lost the line asks once more under the same name
 */
record Asking(
        String model,
        String hash,
        double temperature,
        int steps,
        Optional<Scale> key,
        int low,
        int high,
        long seed,
        boolean promptly,
        Optional<Long> question) {
    Asking {
        if (low > high) {
            throw Refusal.field("low", low, "no higher than high, " + high);
        }
    }

    Asking withSeed(long newSeed) {
        return new Asking(model, hash, temperature, steps, key, low, high, newSeed, promptly, question);
    }

    @Nullable
    String keyName() {
        return key.map(Scale::name).orElse(null);
    }

    Asking withKey(Optional<Scale> newKey) {
        return new Asking(model, hash, temperature, steps, newKey, low, high, seed, promptly, question);
    }

    Map<String, @Nullable Object> toStored() {
        return Json.object(
                "model", model,
                "hash", hash,
                "temperature", temperature,
                "steps", steps,
                "key", keyName(),
                "low", low,
                "high", high,
                "seed", seed,
                "promptly", promptly,
                "question", question.orElse(null));
    }

    static Asking ofStored(Fields fields) {
        return new Asking(
                fields.requiredText("model", 40),
                fields.requiredText("hash", 64),
                fields.number("temperature", 0, Double.MAX_VALUE).orElseThrow(),
                fields.requiredWhole("steps", 1, Integer.MAX_VALUE),
                fields.text("key", 40).map(Scale::parse),
                fields.requiredWhole("low", Pitch.MIN, Pitch.MAX),
                fields.requiredWhole("high", Pitch.MIN, Pitch.MAX),
                fields.seed("seed").orElseThrow(),
                fields.truth("promptly"),
                question(fields));
    }

    static Optional<Long> question(Fields fields) {
        return fields.whole("question", 0L, Fields.MAX_SEED);
    }
}
