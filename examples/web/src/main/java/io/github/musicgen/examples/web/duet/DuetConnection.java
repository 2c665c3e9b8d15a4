package io.github.musicgen.examples.web.duet;

import io.github.musicgen.api.Step;
import io.github.musicgen.examples.web.http.Limits;
import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.json.Refusal;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client and its duet. Messages are read as they come, and worked on one after the other. */
final class DuetConnection {
    static final int VIOLATION = 1008;
    static final int WRONG_KIND = 1003;
    static final int FULL = 1013;
    static final int GOING_AWAY = 1001;
    static final int IDLE = 4001;
    static final int NO_HELLO = 4002;
    static final int OPENED_ELSEWHERE = 4004;

    private static final Logger LOG = LoggerFactory.getLogger(DuetConnection.class);
    private static final int MAX_WAITING = 64;
    private static final int MAX_ALTERNATIVES = 12;
    private static final int USUAL_ALTERNATIVES = 6;
    private static final int MAX_TEXT = 40;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final Session session;
    private final Outbox outbox;
    private final Mailbox mailbox;
    private final MessageRate rate;
    private final OpenDuets duets;
    private final AskReader reader;
    private final Answerer answerer;
    private final AtomicLong received = new AtomicLong();
    private volatile long interruption; // the number of the last message that interrupts what is made for those before
    private volatile long lastMessageNanos = System.nanoTime();
    private volatile long closedNanos; // 0 while it is open
    private volatile @Nullable OpenDuet duet;

    DuetConnection(
            Session session, Limits limits, Executor executor, OpenDuets duets, AskReader reader, Answerer answerer) {
        this.session = session;
        this.outbox = new Outbox(session, limits.unreadBytes());
        this.mailbox = new Mailbox(executor, MAX_WAITING);
        this.rate = new MessageRate(limits.messagesPerSecond(), System.nanoTime());
        this.duets = duets;
        this.reader = reader;
        this.answerer = answerer;
    }

    /** Takes a message, on the server's own thread for this client. */
    void receive(String text) {
        lastMessageNanos = System.nanoTime();
        if (closedNanos != 0) {
            return;
        }
        if (!rate.allows(lastMessageNanos)) {
            refuse(Refusal.of(Refusal.TOO_MANY, "too many messages a second"), null);
            close(VIOLATION, "too many messages a second");
            return;
        }
        String type = null;
        try {
            Fields fields = Json.read("a message", text);
            type = fields.requiredText("type", MAX_TEXT);
            take(new Message(received.incrementAndGet(), type, fields));
        } catch (Refusal refusal) {
            refuse(refusal, type);
        }
    }

    private record Message(long number, String type, Fields fields) {
        boolean interrupts() {
            return switch (type) {
                case "ask", "again", "cut", "cancel", "clear" -> true;
                default -> false;
            };
        }
    }

    private void take(Message message) {
        if (message.interrupts()) {
            interruption = message.number();
        }
        mailbox.add(() -> work(message));
    }

    private void work(Message message) {
        try {
            perform(message);
        } catch (Refusal refusal) {
            refuse(refusal, message.type());
        } catch (IllegalArgumentException wrong) {
            refuse(Refusal.of(Refusal.BAD, String.valueOf(wrong.getMessage())), message.type());
        } catch (RuntimeException failure) {
            LOG.error("a duet failed", failure);
            refuse(Refusal.failed(), message.type());
        }
    }

    private void perform(Message message) {
        switch (message.type()) {
            case "hello" -> hello(message.fields());
            case "ping" -> pong(message.fields());
            case "cancel" -> message.fields().requireNoMore(); // the interruption was all
            case "ask", "again", "cut", "explain", "clear" -> play(message);
            default ->
                throw Refusal.field(
                        "type", message.type(), "one of hello, ask, again, cut, cancel, explain, clear, ping");
        }
    }

    private void hello(Fields fields) {
        String id = fields.text("session", MAX_TEXT).orElse("");
        fields.text("client", MAX_TEXT);
        fields.requireNoMore();
        if (duet != null) {
            throw Refusal.field("type", "hello for the second time", "another than hello, which was said");
        }
        OpenDuet resumed = duets.resume(id, this).orElse(null);
        welcome(resumed == null ? duets.begin(this) : resumed, resumed != null);
    }

    private void welcome(OpenDuet opened, boolean resumed) {
        duet = opened;
        synchronized (opened) {
            outbox.send(Json.object(
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

    private void pong(Fields fields) {
        fields.requireNoMore();
        outbox.send(Json.object("type", "pong"));
    }

    private void play(Message message) {
        OpenDuet open = duet;
        if (open == null) {
            throw Refusal.field("type", message.type(), "hello, which comes first");
        }
        synchronized (open) {
            if (open.belongsTo(this)) {
                play(message, open);
            }
        }
    }

    private void play(Message message, OpenDuet open) {
        Fields fields = message.fields();
        switch (message.type()) {
            case "ask" -> ask(fields, open, message.number());
            case "again" -> again(fields, open, message.number());
            case "cut" -> cut(fields, open);
            case "explain" -> explain(fields, open);
            default -> clear(fields, open);
        }
    }

    private void ask(Fields fields, OpenDuet open, long number) {
        Turn turn = reader.read(fields, open.duet());
        boolean explained = fields.truth("explain");
        fields.requireNoMore();
        answer(turn, open, number);
        if (explained) {
            outbox.send(answerer.explain(open.duet().turns(), USUAL_ALTERNATIVES));
        }
    }

    private void again(Fields fields, OpenDuet open, long number) {
        Turn last = open.duet().last().orElseThrow(() -> Refusal.of(Refusal.CONFLICT, "nothing was asked yet"));
        Turn turn = last.asking(last.asking().withSeed(fields.seedOrDrawn("seed")));
        fields.requireNoMore();
        answer(turn, open, number);
    }

    private void answer(Turn turn, OpenDuet open, long number) {
        long start = System.nanoTime();
        Predicate<Step> told = step -> {
            if (step.index() == 0) { // before, wishes may still be refused
                outbox.send(answering(turn));
            }
            outbox.send(step(turn, step));
            return interruption <= number;
        };
        Turn answered = answerer.answer(open.duet().turnsWith(turn), told);
        open.duet().put(answered);
        duets.store().append(open.id(), answered);
        outbox.send(Json.object(
                "type", "done",
                "turn", answered.number(),
                "complete", answered.complete(),
                "answer", answered.answer().toJson(),
                "steps", answered.made(),
                "milliseconds", (System.nanoTime() - start) / NANOS_PER_MILLISECOND));
    }

    private static Map<String, @Nullable Object> answering(Turn turn) {
        return Json.object(
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

    private static Map<String, @Nullable Object> step(Turn turn, Step step) {
        return Json.object(
                "type", "step",
                "turn", turn.number(),
                "index", step.index(),
                "event", step.event(),
                "surprise", step.surprise() + 0.0); // no negative zero
    }

    private void cut(Fields fields, OpenDuet open) {
        Turn last = open.duet().last().orElseThrow(() -> Refusal.of(Refusal.CONFLICT, "there is no answer to cut"));
        int number = fields.requiredWhole("turn", last.number(), last.number());
        int steps = fields.requiredWhole("steps", 0, Integer.MAX_VALUE);
        fields.requireNoMore();
        Turn cut = last.cut(steps);
        open.duet().put(cut);
        duets.store().append(open.id(), cut);
        outbox.send(Json.object(
                "type",
                "cut",
                "turn",
                number,
                "steps",
                cut.made(),
                "answer",
                cut.answer().toJson()));
    }

    private void explain(Fields fields, OpenDuet open) {
        int turn = fields.requiredWhole("turn", 1, Integer.MAX_VALUE);
        int alternatives = fields.whole("alternatives", 1, MAX_ALTERNATIVES, USUAL_ALTERNATIVES);
        fields.requireNoMore();
        outbox.send(answerer.explain(open.duet().until(turn), alternatives));
    }

    private void clear(Fields fields, OpenDuet open) {
        fields.requireNoMore();
        duets.release(open, this);
        duets.store().delete(open.id());
        welcome(duets.begin(this), false);
    }

    void refuse(Refusal refusal, @Nullable String type) {
        Map<String, @Nullable Object> message = Json.object("type", "error");
        message.putAll(refusal.toJson());
        message.put("reply", type);
        outbox.send(message);
    }

    /** Says that it is over, and why. A client that does not answer to that is dropped by {@link #dropIfStuck}. */
    void close(int code, String reason) {
        if (closedNanos == 0) {
            closedNanos = System.nanoTime();
            session.close(code, reason);
        }
    }

    /** The client is gone. Its duet is closed after everything that it still asked for. */
    void closed() {
        interruption = Long.MAX_VALUE;
        mailbox.addLast(() -> {
            OpenDuet open = duet;
            if (open != null) {
                duets.release(open, this);
            }
        });
    }

    void closeIfIdle(long nanos, long idleNanos, long helloNanos) {
        if (closedNanos == 0 && nanos - lastMessageNanos > idleNanos) {
            close(IDLE, "nothing was heard for a long time");
        } else if (closedNanos == 0 && duet == null && nanos - lastMessageNanos > helloNanos) {
            close(NO_HELLO, "hello must be said first");
        }
    }

    void dropIfStuck(long nanos, long graceNanos) {
        if (closedNanos != 0 && nanos - closedNanos > graceNanos) {
            session.disconnect();
        }
    }
}
