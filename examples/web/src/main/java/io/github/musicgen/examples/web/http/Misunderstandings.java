package io.github.musicgen.examples.web.http;

import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.json.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;

/**
 * What Jetty says by itself to what it does not let through to us, because it is no good HTTP: as JSON like every other refusal, with the
 * same headers. Nothing of the request is in it.
 */
public final class Misunderstandings extends ErrorHandler {
    /** Creates it. */
    public Misunderstandings() {}

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        base.setHandled(true);
        SafetyHeaders.withoutHost().forEach((name, value) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        });
        response.setContentType(Requests.JSON);
        response.getOutputStream().write(body(response.getStatus()));
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        SafetyHeaders.withoutHost().forEach(fields::put);
        fields.put(HttpHeader.CONTENT_TYPE, Requests.JSON);
        return ByteBuffer.wrap(body(status));
    }

    private static byte[] body(int status) {
        String message = "the server cannot take this request: " + HttpStatus.getMessage(status);
        return Json.write(Refusal.of(status, message).toJson()).getBytes(StandardCharsets.UTF_8);
    }
}
