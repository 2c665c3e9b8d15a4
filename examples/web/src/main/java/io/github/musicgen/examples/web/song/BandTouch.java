package io.github.musicgen.examples.web.song;

import io.github.musicgen.api.BandRequest;
import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.model.Players;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a band plays.
 *
 * @param temperature how daring it is
 * @param threshold how likely a note must be to sound
 */
public record BandTouch(double temperature, double threshold) {
    /** Where nearly all sounds that could. */
    public static final double MIN_THRESHOLD = 0.1;

    /** Where nearly nothing sounds. */
    public static final double MAX_THRESHOLD = 0.9;

    static BandTouch usual(Players band) {
        return new BandTouch(band.temperature(), band.threshold());
    }

    static BandTouch read(Fields fields, BandTouch otherwise) {
        return new BandTouch(
                fields.number("temperature", 0, SongStyle.MAX_TEMPERATURE).orElse(otherwise.temperature),
                fields.number("threshold", MIN_THRESHOLD, MAX_THRESHOLD).orElse(otherwise.threshold));
    }

    /** A link leaves nothing to a band's own default. */
    static BandTouch readAll(Fields fields) {
        return read(fields, new BandTouch(1, (MIN_THRESHOLD + MAX_THRESHOLD) / 2));
    }

    BandRequest wish(BandRequest request) {
        return request.temperature(temperature).threshold(threshold);
    }

    void putInto(Map<String, @Nullable Object> json) {
        json.put("temperature", temperature);
        json.put("threshold", threshold);
    }
}
