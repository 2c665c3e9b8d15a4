package io.github.musicgen.examples.web.duet;

import io.github.musicgen.examples.web.http.Limits;
import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.line.Line;
import io.github.musicgen.examples.web.model.Model;
import io.github.musicgen.examples.web.model.Models;
import io.github.musicgen.examples.web.song.SongRecipe;
import io.github.musicgen.examples.web.song.SongStyle;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.List;
import java.util.Optional;

/** Reads what a player played and how an answer is wanted. */
final class AskReader {
    private static final String MILLISECONDS = "ms";
    private static final String STEPS = "steps";
    private static final int MAX_KEY = 40;
    private static final int USUAL_STEPS = 32;
    private static final double MILLISECONDS_PER_MINUTE = 60_000;

    private final Models models;
    private final Limits limits;

    AskReader(Models models, Limits limits) {
        this.models = models;
        this.limits = limits;
    }

    /**
     * Reads a turn that is not answered yet.
     *
     * @param fields what was sent
     * @param duet what it goes on with
     * @return the turn
     */
    Turn read(Fields fields, Duet duet) {
        double tempo = fields.number("tempo", DuetSockets.MIN_TEMPO, SongStyle.MAX_TEMPO)
                .orElse(SongStyle.USUAL_TEMPO);
        boolean timed = fields.word("unit", List.of(STEPS, MILLISECONDS))
                .filter(MILLISECONDS::equals)
                .isPresent();
        double stepMilliseconds = MILLISECONDS_PER_MINUTE / tempo / Melody.DEFAULT_STEPS_PER_QUARTER;
        Line phrase = timed
                ? Line.readMilliseconds(
                        fields, "notes", SongRecipe.MAX_PRIMER_NOTES, SongRecipe.MAX_PRIMER_STEPS, stepMilliseconds)
                : Line.read(fields, "notes", SongRecipe.MAX_PRIMER_NOTES, SongRecipe.MAX_PRIMER_STEPS);
        int answerStart = answerStart(fields, phrase, timed ? stepMilliseconds : 1);
        Asking asking = asking(fields);
        Turn turn = Turn.asked(duet.numberFor(asking), tempo, phrase, answerStart, asking);
        return turn.asking(turn.asking().withKey(key(fields, duet, turn)));
    }

    /** The next beat after the phrase, if nobody says. */
    private static int answerStart(Fields fields, Line phrase, double stepLength) {
        int beat = Melody.DEFAULT_STEPS_PER_QUARTER;
        int next = (phrase.end() + beat - 1) / beat * beat;
        return fields.number("answerStart", 0, SongRecipe.MAX_PRIMER_STEPS * stepLength)
                .map(start -> (int) Math.round(start / stepLength))
                .orElse(next);
    }

    private Asking asking(Fields fields) {
        Model model = models.read(fields, "model");
        return new Asking(
                model.name(),
                model.shortHash(),
                fields.number("temperature", 0, SongStyle.MAX_TEMPERATURE).orElse(model.temperature()),
                fields.whole("steps", 1, limits.answerSteps(), Math.min(USUAL_STEPS, limits.answerSteps())),
                Optional.empty(),
                fields.whole("low", Pitch.MIN, Pitch.MAX, Pitch.MIN),
                fields.whole("high", Pitch.MIN, Pitch.MAX, Pitch.MAX),
                fields.seedOrDrawn("seed"),
                fields.truth("promptly"),
                Asking.question(fields));
    }

    private static Optional<Scale> key(Fields fields, Duet duet, Turn turn) {
        Optional<String> text = fields.text("key", MAX_KEY);
        if (text.isEmpty() || !text.get().equals(SongStyle.AUTO_KEY)) {
            return text.map(SongStyle::parseKey);
        }
        Context context = Context.ofLast(duet.turnsWith(turn));
        return context.line().isSilent()
                ? Optional.empty()
                : Optional.of(context.line().bestKey());
    }
}
