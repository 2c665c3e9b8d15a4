package io.github.musicgen.midi.musicxml.unfolding;

import io.github.musicgen.midi.musicxml.score.FormMark;
import io.github.musicgen.midi.musicxml.score.Score;
import io.github.musicgen.midi.musicxml.score.ScorePart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The repeats and jumps of a score, measure by measure: whatever any part says. */
public final class Form {
    private final List<Set<FormMark>> marks = new ArrayList<>(); // [measures]

    public Form(Score score) {
        for (int measure = 0; measure < score.measureCount(); measure++) {
            Set<FormMark> ofMeasure = new LinkedHashSet<>();
            for (ScorePart part : score.parts()) {
                if (measure < part.measures().size()) {
                    ofMeasure.addAll(part.measures().get(measure).form());
                }
            }
            marks.add(ofMeasure);
        }
    }

    int measureCount() {
        return marks.size();
    }

    /** The first mark of a kind at a measure. */
    <T extends FormMark> Optional<T> mark(int measure, Class<T> kind) {
        for (FormMark mark : marks.get(measure)) {
            if (kind.isInstance(mark)) {
                return Optional.of(kind.cast(mark));
            }
        }
        return Optional.empty();
    }

    boolean has(int measure, Class<? extends FormMark> kind) {
        return mark(measure, kind).isPresent();
    }
}
