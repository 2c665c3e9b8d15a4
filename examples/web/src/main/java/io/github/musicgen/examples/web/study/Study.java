package io.github.musicgen.examples.web.study;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.line.Line;
import io.github.musicgen.examples.web.model.Model;
import io.github.musicgen.examples.web.model.Models;
import io.github.musicgen.examples.web.tune.Tune;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives out pairs, and takes answers. */
final class Study {
    private static final int MAX_COMMENT = 300;
    private static final int MAX_PAIR = 1000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Models models;
    private final List<Tune> tunes = Tune.all();
    private final PairSeal seal;
    private final AnswerFile file;

    Study(Models models, Path folder) throws IOException {
        Files.createDirectories(folder);
        this.models = models;
        this.seal = PairSeal.in(folder);
        this.file = new AnswerFile(folder.resolve("answers.csv"));
    }

    Map<String, @Nullable Object> pair() {
        List<String> names = models.names();
        Model model = models.named(names.get(RANDOM.nextInt(names.size())));
        Pair pair = new Pair(
                RANDOM.nextLong(Fields.MAX_SEED),
                RANDOM.nextInt(tunes.size()),
                model.name(),
                model.shortHash(),
                RANDOM.nextLong(Fields.MAX_SEED),
                RANDOM.nextBoolean());
        Tune tune = tunes.get(pair.tune());
        Line real = tune.continuation();
        Line generated = tune.continuedBy(model.generator(), pair.seed());
        return Json.object(
                "pair", seal.seal(pair),
                "tempo", tune.tempo(),
                "stepsPerBar", Melody.DEFAULT_STEPS_PER_BAR,
                "openingSteps", Tune.OPENING_STEPS,
                "a", whole(tune, pair.realFirst() ? real : generated),
                "b", whole(tune, pair.realFirst() ? generated : real));
    }

    private static Map<String, @Nullable Object> whole(Tune tune, Line continuation) {
        return Json.object(
                "steps",
                Tune.OPENING_STEPS + Tune.CONTINUATION_STEPS,
                "notes",
                tune.opening().then(continuation.shifted(Tune.OPENING_STEPS)).toJson());
    }

    Map<String, @Nullable Object> answer(Fields fields) {
        fields.requireOnly("pair", "pleasing", "real", "interesting", "comment");
        Pair pair = seal.open(fields.requiredText("pair", MAX_PAIR));
        Choice pleasing = choice(fields, "pleasing", pair);
        Choice real = choice(fields, "real", pair);
        Choice interesting = choice(fields, "interesting", pair);
        String comment = fields.text("comment", MAX_COMMENT).orElse("");
        Tune tune = tunes.get(pair.tune());
        file.add(new Answer(
                Instant.now(),
                pair.number(),
                tune.title(),
                pair.model(),
                pair.hash(),
                pair.seed(),
                pleasing,
                real,
                interesting,
                comment));
        return Json.object(
                "real", pair.realFirst() ? "a" : "b",
                "title", tune.title(),
                "credit", tune.credit(),
                "model", pair.model(),
                "right", real == Choice.REAL);
    }

    private static Choice choice(Fields fields, String name, Pair pair) {
        String answer = fields.word(name, Choice.ANSWERS).orElse("");
        if (answer.isEmpty()) {
            fields.requiredText(name, 1); // says that it must be given
        }
        return Choice.of(answer, pair.realFirst());
    }

    Map<String, @Nullable Object> results() {
        return Results.of(file.answers());
    }
}
