package io.github.musicgen.examples.web.song;

import io.github.musicgen.api.BandRequest;
import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.model.Players;
import io.github.musicgen.representation.harmony.Scale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a band plays.
 *
 * @param temperature how daring it is
 * @param threshold how likely a note must be to sound
 * @param key whose notes alone it plays, if any
 */
public record BandTouch(double temperature, double threshold, Optional<Scale> key) {
    /** Where nearly all sounds that could. */
    public static final double MIN_THRESHOLD = 0.1;

    /** Where nearly nothing sounds. */
    public static final double MAX_THRESHOLD = 0.9;

    static BandTouch usual(Players band) {
        return new BandTouch(band.temperature(), band.threshold(), Optional.empty());
    }

    static BandTouch read(Fields fields, BandTouch otherwise) {
        return new BandTouch(
                fields.number("temperature", 0, SongStyle.MAX_TEMPERATURE).orElse(otherwise.temperature),
                fields.number("threshold", MIN_THRESHOLD, MAX_THRESHOLD).orElse(otherwise.threshold),
                SongStyle.readKey(fields).or(() -> otherwise.key));
    }

    /** A link leaves nothing to a band's own default. */
    static BandTouch readAll(Fields fields) {
        return read(fields, new BandTouch(1, (MIN_THRESHOLD + MAX_THRESHOLD) / 2, Optional.empty()));
    }

    BandRequest wish(BandRequest request) {
        BandRequest touched = request.temperature(temperature).threshold(threshold);
        return key.map(touched::inKey).orElse(touched);
    }

    /** A key only if there is one: so links from before there were keys are whole. */
    void putInto(Map<String, @Nullable Object> json) {
        json.put("temperature", temperature);
        json.put("threshold", threshold);
        key.ifPresent(scale -> json.put("key", scale.name()));
    }

    @Nullable
    String keyName() {
        return key.map(Scale::name).orElse(null);
    }
}
