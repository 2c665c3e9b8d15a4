package io.github.musicgen.examples.web.model;

import io.github.musicgen.api.Band;
import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.representation.melody.Melody;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A band by the name that clients call it.
 *
 * @param name its name
 * @param band itself
 */
public record Players(String name, Band band) {
    /** Checks that its grid is that of the pages. */
    public Players {
        int steps = band.configuration().stepsPerQuarter();
        if (steps != Melody.DEFAULT_STEPS_PER_QUARTER) {
            throw new IllegalArgumentException("a band must have " + Melody.DEFAULT_STEPS_PER_QUARTER
                    + " steps to a quarter note, but " + name + " has " + steps);
        }
    }

    /**
     * Its fingerprint, short enough for a link.
     *
     * @return the first hexadecimal digits of it
     */
    public String shortHash() {
        return band.bundle().hash().substring(0, Model.SHORT_HASH);
    }

    /**
     * Who plays.
     *
     * @return the instruments, of which the first leads
     */
    public List<BandInstrument> instruments() {
        return band.configuration().instruments();
    }

    /**
     * How daring it is by itself.
     *
     * @return its temperature
     */
    public double temperature() {
        return band.bundle().sampling().temperature();
    }

    /**
     * How likely a note must be to sound, unless somebody wishes otherwise.
     *
     * @return its threshold
     */
    public double threshold() {
        return band.configuration().threshold();
    }

    Map<String, @Nullable Object> toJson() {
        ModelCard card = band.bundle().card();
        return Json.object(
                "name", name,
                "description", card.description(),
                "hash", band.bundle().hash(),
                "licence", card.license(),
                "attribution", card.attribution(),
                "temperature", temperature(),
                "threshold", threshold(),
                "instruments", instruments().stream().map(Players::instrument).toList());
    }

    private static Map<String, @Nullable Object> instrument(BandInstrument instrument) {
        return Json.object("name", instrument.name(), "program", instrument.program(), "drums", instrument.drums());
    }
}
