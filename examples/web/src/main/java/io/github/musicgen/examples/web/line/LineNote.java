package io.github.musicgen.examples.web.line;

import io.github.musicgen.examples.web.json.Json;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A note on the grid.
 *
 * @param pitch its MIDI number
 * @param velocity how hard it is struck
 * @param start the step where it starts
 * @param end the step where it ends, itself no longer sounding
 */
public record LineNote(int pitch, int velocity, int start, int end) {
    static final Comparator<LineNote> IN_TIME =
            Comparator.comparingInt(LineNote::start).thenComparingInt(LineNote::pitch);

    /** Checks that it lasts. */
    public LineNote {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "a note must start at step 0 or later and end after that, but went from " + start + " to " + end);
        }
    }

    /**
     * The same note elsewhere.
     *
     * @param steps how much later
     * @return the note
     */
    public LineNote shifted(int steps) {
        return new LineNote(pitch, velocity, start + steps, end + steps);
    }

    LineNote endingAt(int newEnd) {
        return new LineNote(pitch, velocity, start, newEnd);
    }

    /**
     * As it is sent.
     *
     * @return an object
     */
    public Map<String, @Nullable Object> toJson() {
        return Json.object("pitch", pitch, "velocity", velocity, "start", start, "end", end);
    }
}
