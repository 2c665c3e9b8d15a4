package io.github.musicgen.api;

import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.api.run.FoundMelody;
import io.github.musicgen.api.run.Primer;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows a model a melody, and asks before each event how likely it is. */
final class Scoring {
    private Scoring() {}

    /** Of the melody alone: what other parts go on to play is no silence of it. */
    static Score score(MelodyRnn model, NoteSequence music, Optional<String> part) {
        String what = "the music";
        int stepsPerQuarter = model.configuration().stepsPerQuarter();
        Melody melody = FoundMelody.of(what, music, part, stepsPerQuarter).melody();
        Primer.requireLength(what, melody.length());
        return score(model, melody);
    }

    static Score score(MelodyRnn model, Melody melody) {
        Score.requireSteps(melody);
        Melody shown = model.configuration().squash(melody).melody();
        MelodyRnnState state = model.start();
        List<Double> nats = new ArrayList<>(List.of(0.0));
        state.feed(shown.event(0));
        for (int step = 1; step < shown.length(); step++) {
            nats.add(-state.logProbability(shown.event(step)));
            state.feed(shown.event(step));
        }
        return new Score(melody, nats);
    }
}
