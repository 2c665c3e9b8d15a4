package io.github.musicgen.examples.web.duet;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.Session;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.melody.SquashedMelody;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the player's own notes surprised a model that heard them, and what it would have expected instead. */
final class HeardPhrase {
    private static final int EXPECTED = 3;

    private final Generator generator;
    private final Context context;
    private final MelodyRnnConfiguration configuration;

    HeardPhrase(Generator generator, Context context) {
        this.generator = generator;
        this.context = context;
        this.configuration = generator.bundle().configuration();
    }

    private record Likely(int event, double probability) {}

    List<Map<String, @Nullable Object>> toJson() {
        List<Map<String, @Nullable Object>> told = new ArrayList<>();
        Melody melody = context.line().melody(context.steps());
        SquashedMelody shown = configuration.squash(melody);
        Session session = generator.session();
        for (int step = 0; step < melody.length(); step++) {
            if (step >= context.turnStart() && melody.event(step) >= Pitch.MIN) {
                told.add(note(melody.event(step), step, session, shown.melody().event(step), shown.shift()));
            }
            session.feed(shown.melody().event(step));
        }
        return told;
    }

    private Map<String, @Nullable Object> note(int pitch, int step, Session session, int shownEvent, int shift) {
        boolean first = session.length() == 0; // of which a model thinks nothing
        double probability = first ? 0 : session.probability(shownEvent);
        return Json.object(
                "pitch", pitch,
                "start", step - context.turnStart(),
                "surprise", first ? null : -StrictMath.log(probability),
                "probability", first ? null : probability,
                "expected", first ? List.of() : expected(session, shift));
    }

    private List<Map<String, @Nullable Object>> expected(Session session, int shift) {
        List<Likely> events = new ArrayList<>();
        events.add(new Likely(Melody.NO_EVENT, session.probability(Melody.NO_EVENT)));
        events.add(new Likely(Melody.NOTE_OFF, session.probability(Melody.NOTE_OFF)));
        for (int pitch = configuration.minPitch(); pitch < configuration.maxPitch(); pitch++) {
            if (pitch - shift >= Pitch.MIN && pitch - shift <= Pitch.MAX) {
                events.add(new Likely(pitch - shift, session.probability(pitch)));
            }
        }
        return events.stream()
                .sorted(Comparator.comparingDouble(Likely::probability).reversed())
                .limit(EXPECTED)
                .map(likely -> Json.object("event", likely.event(), "probability", likely.probability()))
                .toList();
    }
}
