package io.github.musicgen.examples.web.duet;

import io.github.musicgen.api.Step;
import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Refusal;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a client and the server say to each other about a duet. One message at a time is worked on here, in the order in which they came. */
final class Conversation {
    private static final int MAX_ALTERNATIVES = 12;
    private static final int USUAL_ALTERNATIVES = 6;
    private static final int MAX_TEXT = 40;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final DuetConnection connection;
    private final Outbox outbox;
    private final OpenDuets duets;
    private final AskReader reader;
    private final Answerer answerer;
    private volatile long interruption; // the number of the last message that interrupts what is made for those before
    private volatile @Nullable OpenDuet duet;
    private @Nullable Long answeredRef; // of the question that was answered last

    Conversation(DuetConnection connection, Outbox outbox, OpenDuets duets, AskReader reader, Answerer answerer) {
        this.connection = connection;
        this.outbox = outbox;
        this.duets = duets;
        this.reader = reader;
        this.answerer = answerer;
    }

    /** What is made for messages before this one is wanted no more. Any thread may say so. */
    void interruptBefore(Message message) {
        interruption = message.number();
    }

    /** Whether hello was said. Any thread may ask. */
    boolean begun() {
        return duet != null;
    }

    /** Closes the duet, if there is one. */
    void end() {
        OpenDuet open = duet;
        if (open != null) {
            duets.release(open, connection);
        }
    }

    /**
     * Does what a message wants.
     *
     * @param message what a client said
     * @throws Refusal if it may not want that
     */
    void perform(Message message) {
        switch (message.type()) {
            case "hello" -> hello(message);
            case "ping" -> pong(message);
            case "cancel" -> message.fields().requireNoMore(); // the interruption was all
            case "ask", "again", "cut", "explain", "clear" -> play(message);
            default ->
                throw Refusal.field(
                        "type", message.type(), "one of hello, ask, again, cut, cancel, explain, clear, ping");
        }
    }

    private void hello(Message message) {
        Fields fields = message.fields();
        String id = fields.text("session", MAX_TEXT).orElse("");
        fields.text("client", MAX_TEXT);
        fields.requireNoMore();
        if (duet != null) {
            throw Refusal.field("type", "hello for the second time", "another than hello, which was said");
        }
        OpenDuet resumed = duets.resume(id, connection).orElse(null);
        welcome(message, resumed == null ? duets.begin(connection) : resumed, resumed != null);
    }

    private void welcome(Message message, OpenDuet opened, boolean resumed) {
        duet = opened;
        answeredRef = null;
        synchronized (opened) {
            outbox.send(message.reply(
                    "type",
                    "session",
                    "session",
                    opened.id(),
                    "resumed",
                    resumed,
                    "turns",
                    opened.duet().turns().stream().map(Turn::toJson).toList()));
        }
    }

    private void pong(Message message) {
        message.fields().requireNoMore();
        outbox.send(message.reply("type", "pong"));
    }

    private void play(Message message) {
        OpenDuet open = duet;
        if (open == null) {
            throw Refusal.field("type", message.type(), "hello, which comes first");
        }
        synchronized (open) {
            if (open.belongsTo(connection)) {
                play(message, open);
            }
        }
    }

    private void play(Message message, OpenDuet open) {
        switch (message.type()) {
            case "ask" -> ask(message, open);
            case "again" -> again(message, open);
            case "cut" -> cut(message, open);
            case "explain" -> explain(message, open);
            default -> clear(message, open);
        }
    }

    private void ask(Message message, OpenDuet open) {
        Fields fields = message.fields();
        Turn turn = orMadeBefore(reader.read(fields, open.duet()), open.duet());
        boolean explained = fields.truth("explain");
        fields.requireNoMore();
        answer(message, turn, open);
        if (explained) {
            explain(message, open, turn.number(), USUAL_ALTERNATIVES);
        }
    }

    /**
     * Who lost the line asks once more, and is told what was made for him meanwhile: the same seed makes the same notes. What is
     * not whole is made anew as it is asked now.
     */
    private static Turn orMadeBefore(Turn asked, Duet duet) {
        return duet.last()
                .filter(last -> last.answers(asked.asking()) && last.complete())
                .map(last -> last.asking(last.asking()))
                .orElse(asked);
    }

    private void again(Message message, OpenDuet open) {
        Turn last = open.duet().last().orElseThrow(() -> Refusal.of(Refusal.CONFLICT, "nothing was asked yet"));
        Turn turn = last.asking(last.asking().withSeed(message.fields().seedOrDrawn("seed")));
        message.fields().requireNoMore();
        answer(message, turn, open);
    }

    private void answer(Message message, Turn turn, OpenDuet open) {
        long start = System.nanoTime();
        Predicate<Step> told = step -> {
            if (step.index() == 0) { // before, wishes may still be refused
                outbox.send(answering(message, turn));
            }
            outbox.send(step(message, turn, step));
            return interruption <= message.number();
        };
        Turn answered = answerer.answer(open.duet().turnsWith(turn), told);
        keep(answered, open);
        answeredRef = message.ref();
        outbox.send(message.reply(
                "type", "done",
                "turn", answered.number(),
                "complete", answered.complete(),
                "answer", answered.answer().toJson(),
                "steps", answered.made(),
                "milliseconds", (System.nanoTime() - start) / NANOS_PER_MILLISECOND));
    }

    private void keep(Turn turn, OpenDuet open) {
        open.duet().put(turn);
        duets.keep(open, turn);
    }

    private static Map<String, @Nullable Object> answering(Message message, Turn turn) {
        return message.reply(
                "type", "answering",
                "turn", turn.number(),
                "tempo", turn.tempo(),
                "answerStart", turn.answerStart(),
                "steps", turn.asking().steps(),
                "phrase", turn.phrase().toJson(),
                "model", turn.asking().model(),
                "seed", turn.asking().seed(),
                "key", turn.asking().keyName(),
                "temperature", turn.asking().temperature());
    }

    private static Map<String, @Nullable Object> step(Message message, Turn turn, Step step) {
        return message.reply(
                "type", "step",
                "turn", turn.number(),
                "index", step.index(),
                "event", step.event(),
                "surprise", step.surprise() + 0.0); // no negative zero
    }

    private void cut(Message message, OpenDuet open) {
        Fields fields = message.fields();
        Turn last = open.duet().last().orElseThrow(() -> Refusal.of(Refusal.CONFLICT, "there is no answer to cut"));
        if (fields.has("of")) {
            requireAnsweredLast(fields);
        } else {
            fields.requiredWhole("turn", last.number(), last.number());
        }
        int steps = fields.requiredWhole("steps", 0, Integer.MAX_VALUE);
        fields.requireNoMore();
        Turn cut = last.cut(steps);
        keep(cut, open);
        outbox.send(message.reply(
                "type", "cut",
                "turn", cut.number(),
                "steps", cut.made(),
                "answer", cut.answer().toJson()));
    }

    /** Whoever did not hear yet which turn a question became names the question. */
    private void requireAnsweredLast(Fields fields) {
        long of = fields.whole("of", 0L, Fields.MAX_SEED).orElseThrow();
        if (!Objects.equals(answeredRef, of)) {
            throw Refusal.field(
                    Refusal.CONFLICT,
                    "of",
                    of,
                    "the ref of the question that was answered last, "
                            + (answeredRef == null ? "which had none" : answeredRef));
        }
    }

    private void explain(Message message, OpenDuet open) {
        Fields fields = message.fields();
        int turn = fields.requiredWhole("turn", 1, Integer.MAX_VALUE);
        int alternatives = fields.whole("alternatives", 1, MAX_ALTERNATIVES, USUAL_ALTERNATIVES);
        fields.requireNoMore();
        explain(message, open, turn, alternatives);
    }

    private void explain(Message message, OpenDuet open, int turn, int alternatives) {
        Map<String, @Nullable Object> explanation = answerer.explain(open.duet().until(turn), alternatives);
        outbox.send(Message.referring(explanation, message.ref()));
    }

    private void clear(Message message, OpenDuet open) {
        message.fields().requireNoMore();
        duets.delete(open, connection);
        welcome(message, duets.begin(connection), false);
    }
}
