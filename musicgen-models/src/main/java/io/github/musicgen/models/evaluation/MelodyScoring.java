package io.github.musicgen.models.evaluation;

import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.representation.melody.Melody;

/** Runs a model along one melody. Used once. */
final class MelodyScoring {
    private final EventChances chances;
    private KindScore noteOns = KindScore.NONE;
    private KindScore noteOffs = KindScore.NONE;
    private KindScore noEvents = KindScore.NONE;

    private MelodyScoring(int classCount) {
        chances = new EventChances(classCount);
    }

    /** The melody is one of the model: in its key and range. */
    static ModelScore score(MelodyRnn model, Melody melody) {
        MelodyRnnState run = model.start();
        MelodyScoring scoring = new MelodyScoring(run.classCount());
        for (int step = 0; step < melody.length(); step++) {
            if (step > 0) {
                scoring.chances.read(run);
                scoring.judge(melody.event(step));
            }
            run.feed(melody.event(step));
        }
        return new ModelScore(1, scoring.noteOns, scoring.noteOffs, scoring.noEvents);
    }

    private void judge(int event) {
        KindScore step = new KindScore(1, chances.nats(event), event == chances.likeliest() ? 1 : 0);
        switch (Confusion.Event.of(event)) {
            case NO_EVENT -> noEvents = noEvents.plus(step);
            case NOTE_OFF -> noteOffs = noteOffs.plus(step);
            case NOTE_ON -> noteOns = noteOns.plus(step);
        }
    }
}
