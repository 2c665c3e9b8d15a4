package io.github.musicgen.examples.cli.jam;

import io.github.musicgen.examples.cli.output.Json;
import io.github.musicgen.representation.sequence.Pitch;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Tells on standard output what both played: in two lines for people, in one of JSON for scripts. */
final class JamTalk {
    private final PrintWriter out;
    private final String partner;
    private final boolean json;

    JamTalk(PrintWriter out, String partner, boolean json) {
        this.out = out;
        this.partner = partner;
        this.json = json;
    }

    void tell(Answer answer) throws IOException {
        if (json) {
            new Json()
                    .put("seed", answer.seed())
                    .putAll("call", answer.call().notes(), JamTalk::describe)
                    .put("answerStart", answer.start())
                    .put("answerEnd", answer.end())
                    .putAll("answer", answer.notes(), JamTalk::describe)
                    .printLine(out);
        } else {
            int width = Math.max(partner.length(), "you".length()) + 2;
            out.println(padded("you:", width) + names(answer.call().notes()));
            out.println(padded(partner + ":", width) + names(answer.notes()));
            out.flush();
        }
    }

    private static Json describe(StepNote note) {
        return new Json()
                .put("pitch", note.pitch())
                .put("name", Pitch.nameOf(note.pitch()))
                .put("startStep", note.start())
                .put("endStep", note.end());
    }

    private static String names(List<StepNote> notes) {
        return notes.isEmpty()
                ? "(silence)"
                : notes.stream().map(note -> Pitch.nameOf(note.pitch())).collect(Collectors.joining(" "));
    }

    private static String padded(String name, int width) {
        return name + " ".repeat(Math.max(1, width - name.length()));
    }
}
