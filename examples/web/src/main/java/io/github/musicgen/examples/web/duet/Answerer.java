package io.github.musicgen.examples.web.duet;

import io.github.musicgen.api.Generation;
import io.github.musicgen.api.Generator;
import io.github.musicgen.api.MelodyRequest;
import io.github.musicgen.api.Step;
import io.github.musicgen.api.constraint.ContradictoryWishesException;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.line.Line;
import io.github.musicgen.examples.web.line.LineNote;
import io.github.musicgen.examples.web.line.PrimerMusic;
import io.github.musicgen.examples.web.model.Model;
import io.github.musicgen.examples.web.model.Models;
import io.github.musicgen.examples.web.song.SongStyle;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers phrases, and tells why it answered so. */
final class Answerer {
    private static final int REHEARSED_ANSWERS = 20;
    private static final Set<String> REHEARSED = ConcurrentHashMap.newKeySet(); // fingerprints of models

    private final Models models;

    Answerer(Models models) {
        this.models = models;
    }

    /**
     * Answers nobody for a while, so that the virtual machine has compiled what the first player needs: uncompiled, an answer takes
     * many times as long. What another server of the same machine rehearsed is compiled already.
     */
    void rehearse() {
        models.names().stream()
                .map(models::named)
                .filter(model -> REHEARSED.add(model.shortHash()))
                .forEach(this::rehearse);
    }

    private void rehearse(Model model) {
        for (int i = 0; i < REHEARSED_ANSWERS; i++) {
            Asking asking = new Asking(
                    model.name(),
                    model.shortHash(),
                    1,
                    32,
                    Optional.empty(),
                    Pitch.MIN,
                    Pitch.MAX,
                    i,
                    false,
                    Optional.empty());
            Line phrase = new Line(List.of(new LineNote(60, Line.VELOCITY, 0, 8)));
            Turn turn = Turn.asked(1, SongStyle.USUAL_TEMPO, phrase, 16, asking);
            answer(List.of(turn), step -> true);
            explain(List.of(turn), 1);
        }
    }

    /**
     * Answers the last turn.
     *
     * @param turns the turn, and those before it
     * @param goOn told of each step as it is made; whether to go on
     * @return the turn with its answer
     */
    Turn answer(List<Turn> turns, Predicate<Step> goOn) {
        Turn last = turns.get(turns.size() - 1);
        return last.answered(generate(generator(last.asking()), last, Context.ofLast(turns), goOn)
                .melody());
    }

    /**
     * Tells why the last turn was answered so.
     *
     * @param turns the turn, and those before it
     * @param alternatives how many to tell of each step
     * @return what is sent
     */
    Map<String, @Nullable Object> explain(List<Turn> turns, int alternatives) {
        Turn last = turns.get(turns.size() - 1);
        Context context = Context.ofLast(turns);
        Generator generator = generator(last.asking());
        Generation generation = generate(generator, last, context, step -> true);
        return new DuetExplanation(generator, last, context).toJson(generator.explain(generation, alternatives));
    }

    /** A rhythm that is free after its first step. */
    private static String firstStepStrikes(int steps) {
        return "x" + "?".repeat(steps - 1);
    }

    private Generator generator(Asking asking) {
        return models.maker(asking.model(), asking.hash()).generator();
    }

    private static Generation generate(Generator generator, Turn turn, Context context, Predicate<Step> goOn) {
        Asking asking = turn.asking();
        MelodyRequest request = context.line().isSilent()
                ? generator.fromScratch()
                : generator.continuing(PrimerMusic.of(context.line(), context.steps(), turn.tempo()));
        request = request.steps(asking.steps())
                .temperature(asking.temperature())
                .within(asking.low(), asking.high())
                .seed(asking.seed());
        request = asking.key().map(request::inKey).orElse(request);
        request = asking.promptly() ? request.rhythm(firstStepStrikes(asking.steps())) : request;
        try {
            return request.generateWhile(goOn);
        } catch (ContradictoryWishesException e) {
            throw Refusal.of(Refusal.CONFLICT, String.valueOf(e.getMessage()));
        }
    }
}
