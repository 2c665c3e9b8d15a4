package io.github.musicgen.examples.web.study;

import io.github.musicgen.examples.web.file.LineFile;
import io.github.musicgen.examples.web.json.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All answers, in a file to which each is added whole. What a crash left of a line is taken away when the file is opened again. */
final class AnswerFile {
    private static final int MAX_ANSWERS = 200_000;

    private final LineFile file;
    private final List<Answer> answers = new ArrayList<>();
    private final Set<Long> answered = new HashSet<>();

    AnswerFile(Path path) throws IOException {
        this.file = new LineFile(path);
        List<String> lines = Files.exists(path) ? file.mendedLines() : List.of();
        if (lines.isEmpty()) {
            file.add(Csv.line(Answer.COLUMNS));
        }
        lines.stream()
                .skip(1)
                .map(Csv::cells)
                .flatMap(row -> Answer.ofRow(row).stream())
                .forEach(this::remember);
    }

    private void remember(Answer answer) {
        answers.add(answer);
        answered.add(answer.pair());
    }

    /** Adds an answer, unless its pair has one. */
    synchronized void add(Answer answer) {
        if (answered.contains(answer.pair())) {
            throw Refusal.of(Refusal.CONFLICT, "this pair was answered already");
        }
        if (answers.size() >= MAX_ANSWERS) {
            throw Refusal.field(Refusal.FULL, "answers", answers.size() + 1, "at most " + MAX_ANSWERS);
        }
        try {
            file.add(Csv.line(answer.toRow()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        remember(answer);
    }

    synchronized List<Answer> answers() {
        return List.copyOf(answers);
    }
}
