package io.github.musicgen.examples.web;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.QuantizedNote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Melodies of two bars, and requests with them. */
final class TwoBars {
    static final int STEPS = 32;
    static final Melody LOW = melody(60, -2, 62, -2, 64, -2, 65, -2, 67, -2, -2, -2, 67, -2, -2, -2);
    static final Melody HIGH = melody(79, -2, -2, 77, 76, -2, 74, -2, 72, -2, -2, -2, 71, -2, 72, -2);

    private TwoBars() {}

    /** Each event twice as long. */
    static Melody melody(int... events) {
        int[] slow = new int[STEPS];
        for (int step = 0; step < STEPS; step++) {
            slow[step] = step % 2 == 0 ? events[step / 2] : Melody.NO_EVENT;
        }
        return Melody.of(slow);
    }

    static String notes(Melody melody) {
        List<String> notes = new ArrayList<>();
        for (QuantizedNote note : melody.toQuantizedPart().notes()) {
            notes.add("{\"pitch\":" + note.pitch() + ",\"start\":" + note.startStep() + ",\"end\":" + note.endStep()
                    + "}");
        }
        return notes.toString();
    }

    static String ends(String more) {
        return "{\"from\":" + notes(LOW) + ",\"to\":" + notes(HIGH) + ",\"seed\":3" + more + "}";
    }

    static String notes(Map<String, Object> tune) {
        try {
            return JSON.std.asString(tune.get("notes"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
