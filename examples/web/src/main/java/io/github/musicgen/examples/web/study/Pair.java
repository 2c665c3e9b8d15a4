package io.github.musicgen.examples.web.study;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two continuations of a tune, its own and a network's.
 *
 * @param number drawn, so that no two pairs are the same
 * @param tune the index of the tune
 * @param model the name of the network
 * @param hash its fingerprint
 * @param seed what it drew from
 * @param realFirst whether the tune's own is told first
 */
record Pair(long number, int tune, String model, String hash, long seed, boolean realFirst) {
    Map<String, @Nullable Object> toJson() {
        return Json.object(
                "number", number, "tune", tune, "model", model, "hash", hash, "seed", seed, "realFirst", realFirst);
    }

    static Pair read(Fields fields) {
        return new Pair(
                fields.seed("number").orElseThrow(),
                fields.requiredWhole("tune", 0, Integer.MAX_VALUE),
                fields.requiredText("model", 40),
                fields.requiredText("hash", 64),
                fields.seed("seed").orElseThrow(),
                fields.truth("realFirst"));
    }
}
