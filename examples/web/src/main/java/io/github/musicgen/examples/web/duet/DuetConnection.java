package io.github.musicgen.examples.web.duet;

import io.github.musicgen.examples.web.http.Limits;
import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.json.Refusal;
import java.util.Map;
import java.util.concurrent.Executor;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client. Its messages are read as they come, and worked on one after the other. */
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
    private static final int MAX_TYPE = 40;

    private final Session session;
    private final Outbox outbox;
    private final Mailbox mailbox;
    private final MessageRate rate;
    private final Conversation conversation;
    private long received; // counted on the server's own thread for this client
    private volatile long lastMessageNanos = System.nanoTime();
    private volatile long closedNanos; // 0 while it is open

    DuetConnection(
            Session session, Limits limits, Executor executor, OpenDuets duets, AskReader reader, Answerer answerer) {
        this.session = session;
        this.outbox = new Outbox(session, limits.unreadBytes());
        this.mailbox = new Mailbox(executor, MAX_WAITING);
        this.rate = new MessageRate(limits.messagesPerSecond(), System.nanoTime());
        this.conversation = new Conversation(this, outbox, duets, reader, answerer);
    }

    /** Takes a message, on the server's own thread for this client. */
    void receive(String text) {
        lastMessageNanos = System.nanoTime();
        if (closedNanos != 0) {
            return;
        }
        if (!rate.allows(lastMessageNanos)) {
            refuse(Refusal.of(Refusal.TOO_MANY, "too many messages a second"), null, null);
            close(VIOLATION, "too many messages a second");
            return;
        }
        String type = null;
        Long ref = null;
        try {
            Fields fields = Json.read("a message", text);
            type = fields.requiredText("type", MAX_TYPE);
            ref = fields.whole("ref", 0L, Fields.MAX_SEED).orElse(null);
            take(new Message(++received, type, ref, fields));
        } catch (Refusal refusal) {
            refuse(refusal, type, ref);
        }
    }

    private void take(Message message) {
        if (message.interrupts()) {
            conversation.interruptBefore(message);
        }
        mailbox.add(() -> work(message));
    }

    private void work(Message message) {
        try {
            conversation.perform(message);
        } catch (Refusal refusal) {
            refuse(refusal, message.type(), message.ref());
        } catch (IllegalArgumentException wrong) {
            Refusal refusal = Refusal.of(Refusal.BAD, String.valueOf(wrong.getMessage()));
            refuse(refusal, message.type(), message.ref());
        } catch (RuntimeException failure) {
            LOG.error("a duet failed", failure);
            refuse(Refusal.failed(), message.type(), message.ref());
        }
    }

    /**
     * Says what was wrong.
     *
     * @param refusal what
     * @param type of the message that was wrong, if it is known
     * @param ref what the client calls that, if it does
     */
    void refuse(Refusal refusal, @Nullable String type, @Nullable Long ref) {
        Map<String, @Nullable Object> message = Json.object("type", "error");
        message.putAll(refusal.toJson());
        message.put("reply", type);
        outbox.send(Message.referring(message, ref));
    }

    /** Says that it is over, and why. A client that does not answer to that is dropped by {@link #dropIfStuck}. */
    void close(int code, String reason) {
        if (closedNanos == 0) {
            closedNanos = System.nanoTime();
            session.close(code, reason);
        }
    }

    /** The client is gone. What it asked for is made to its end all the same, and then its duet is closed: it may come back. */
    void closed() {
        mailbox.addLast(conversation::end);
    }

    void closeIfIdle(long nanos, long idleNanos, long helloNanos) {
        if (closedNanos == 0 && nanos - lastMessageNanos > idleNanos) {
            close(IDLE, "nothing was heard for a long time");
        } else if (closedNanos == 0 && !conversation.begun() && nanos - lastMessageNanos > helloNanos) {
            close(NO_HELLO, "hello must be said first");
        }
    }

    void dropIfStuck(long nanos, long graceNanos) {
        if (closedNanos != 0 && nanos - closedNanos > graceNanos) {
            session.disconnect();
        }
    }
}
