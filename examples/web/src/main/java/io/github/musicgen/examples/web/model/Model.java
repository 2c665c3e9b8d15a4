package io.github.musicgen.examples.web.model;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.melodyrnn.Attention;
import io.github.musicgen.api.melodyrnn.MelodyInput;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.examples.web.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model by the name that clients call it.
 *
 * @param name its name
 * @param generator itself
 */
public record Model(String name, Generator generator) {
    /** Digits of a fingerprint that a link holds. */
    static final int SHORT_HASH = 16;

    /**
     * Its fingerprint, short enough for a link.
     *
     * @return the first hexadecimal digits of it
     */
    public String shortHash() {
        return generator.modelHash().substring(0, SHORT_HASH);
    }

    /**
     * The lowest pitch that it plays.
     *
     * @return a MIDI number
     */
    public int lowest() {
        return configuration().minPitch();
    }

    /**
     * The highest pitch that it plays.
     *
     * @return a MIDI number
     */
    public int highest() {
        return configuration().maxPitch() - 1;
    }

    /**
     * How daring it is by itself.
     *
     * @return its temperature
     */
    public double temperature() {
        return generator.bundle().sampling().temperature();
    }

    /**
     * Whether it has attention.
     *
     * @return whether it looks back at its own steps
     */
    public boolean attends() {
        return configuration().attention().isPresent();
    }

    private MelodyRnnConfiguration configuration() {
        Bundle bundle = generator.bundle();
        return bundle.configuration();
    }

    Map<String, @Nullable Object> toJson() {
        ModelCard card = generator.bundle().card();
        return Json.object(
                "name", name,
                "title", card.id(),
                "description", card.description(),
                "hash", generator.modelHash(),
                "licence", card.license(),
                "attribution", card.attribution(),
                "lowest", lowest(),
                "highest", highest(),
                "attention", configuration().attention().map(Attention::length).orElse(0),
                "lookback", configuration().input() != MelodyInput.ONE_HOT,
                "temperature", temperature());
    }
}
