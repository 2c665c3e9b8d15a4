package io.github.musicgen.examples.cli.jam;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Listens to a call until there is a pause. The newest key is the one that is meant, as a melody has one note at a time. */
final class Ear {
    /** When nothing is to be waited for. */
    static final long NEVER = Long.MAX_VALUE;

    private final Pulse pulse;
    private final long pause; // microseconds

    private final List<StepNote> notes = new ArrayList<>();
    private long origin; // when the first note began
    private long lastEnd;
    private Heard.@Nullable On down;

    Ear(Pulse pulse, double pauseBeats) {
        this.pulse = pulse;
        this.pause = Math.round(pauseBeats * pulse.stepsPerQuarter() * pulse.microsecondsPerStep());
    }

    boolean isEmpty() {
        return notes.isEmpty() && down == null;
    }

    /** When the call began. */
    long origin() {
        return origin;
    }

    void on(Heard.On key) {
        if (isEmpty()) {
            origin = key.microseconds();
        }
        end(key.microseconds());
        down = key;
    }

    void off(Heard.Off key) {
        if (down != null && down.pitch() == key.pitch()) {
            end(key.microseconds());
        }
    }

    /** When the call is over, if nothing more comes; never while a key is down. */
    long overAt() {
        return down == null && !notes.isEmpty() ? lastEnd + pause : NEVER;
    }

    /** The call, which is over; listens for the next one. */
    Call take() {
        Call call = Call.of(notes);
        notes.clear();
        return call;
    }

    private void end(long microseconds) {
        if (down != null) {
            int start = pulse.stepAt(down.microseconds() - origin);
            int end = Math.max(start + 1, pulse.stepAt(microseconds - origin));
            notes.add(new StepNote(down.pitch(), down.velocity(), start, end));
            lastEnd = microseconds;
            down = null;
        }
    }
}
