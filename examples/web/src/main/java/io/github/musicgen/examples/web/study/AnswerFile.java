package io.github.musicgen.examples.web.study;

import io.github.musicgen.examples.web.json.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All answers, in a file to which each is added whole. A line that was not written to its end is taken away. */
final class AnswerFile {
    private static final int MAX_ANSWERS = 200_000;

    private final Path file;
    private final List<Answer> answers = new ArrayList<>();
    private final Set<Long> answered = new HashSet<>();

    AnswerFile(Path file) throws IOException {
        this.file = file;
        if (Files.notExists(file)) {
            Files.writeString(file, Csv.line(Answer.COLUMNS));
        }
        String text = Files.readString(file);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        whole.lines()
                .skip(1)
                .map(Csv::cells)
                .flatMap(row -> Answer.ofRow(row).stream())
                .forEach(this::remember);
        if (whole.length() < text.length()) {
            Files.writeString(file, whole);
        }
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
            byte[] line = Csv.line(answer.toRow()).getBytes(StandardCharsets.UTF_8);
            Files.write(file, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        remember(answer);
    }

    synchronized List<Answer> answers() {
        return List.copyOf(answers);
    }
}
