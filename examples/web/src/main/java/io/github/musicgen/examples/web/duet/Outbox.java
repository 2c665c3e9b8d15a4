package io.github.musicgen.examples.web.duet;

import io.github.musicgen.examples.web.json.Json;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.WriteCallback;
import org.jspecify.annotations.Nullable;

/** Sends to a client without ever waiting for it. If it does not read, and too much is on the way to it, it is dropped. */
final class Outbox {
    private final Session session;
    private final int maxUnread;
    private final AtomicLong unread = new AtomicLong();

    Outbox(Session session, int maxUnread) {
        this.session = session;
        this.maxUnread = maxUnread;
    }

    void send(Map<String, @Nullable Object> message) {
        String text = Json.write(message);
        if (!session.isOpen()) {
            return;
        }
        long before = unread.getAndAdd(text.length());
        // One message alone may be longer: the music of a long duet is, and its player reads it.
        if (before > 0 && before + text.length() > maxUnread) {
            session.disconnect();
            return;
        }
        session.getRemote().sendString(text, new Sent(text.length()));
    }

    private final class Sent implements WriteCallback {
        private final int length;

        private Sent(int length) {
            this.length = length;
        }

        @Override
        public void writeSuccess() {
            unread.addAndGet(-length);
        }

        @Override
        public void writeFailed(Throwable failure) {
            unread.addAndGet(-length); // the connection is closed, and its close is told elsewhere
        }
    }
}
