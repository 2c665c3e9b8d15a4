package io.github.musicgen.examples.web.study;

import io.github.musicgen.examples.web.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the answers come to. */
final class Results {
    private Results() {}

    static Map<String, @Nullable Object> of(List<Answer> answers) {
        Map<String, List<Answer>> byModel =
                answers.stream().collect(Collectors.groupingBy(Answer::model, TreeMap::new, Collectors.toList()));
        return Json.object(
                "answers", answers.size(),
                "questions", questions(answers),
                "models", byModel.entrySet().stream().map(Results::model).toList());
    }

    private static Map<String, @Nullable Object> model(Map.Entry<String, List<Answer>> model) {
        return Json.object(
                "name", model.getKey(),
                "answers", model.getValue().size(),
                "questions", questions(model.getValue()));
    }

    private static List<Map<String, @Nullable Object>> questions(List<Answer> answers) {
        return List.of(
                question("pleasing", answers, Answer::pleasing),
                question("real", answers, Answer::real),
                question("interesting", answers, Answer::interesting));
    }

    private static Map<String, @Nullable Object> question(
            String name, List<Answer> answers, Function<Answer, Choice> choice) {
        Map<String, @Nullable Object> question = Json.object("name", name);
        for (Choice each : Choice.values()) {
            question.put(
                    each.label(),
                    answers.stream()
                            .filter(answer -> choice.apply(answer) == each)
                            .count());
        }
        return question;
    }
}
