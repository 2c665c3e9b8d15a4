package io.github.musicgen.examples.web.http;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.json.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.BadMessageException;
import org.jspecify.annotations.Nullable;

/** What a request holds. */
public final class Requests {
    /** The content type of JSON. */
    public static final String JSON = "application/json";

    private static final String LIMIT = "bytes of a body";
    private static final String UPLOADS = "uploads at once";
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");
    private static final int MAX_NAME = 80;
    private static final SenderPace PACE = new SenderPace(System::nanoTime);

    private Requests() {}

    /**
     * Its kind.
     *
     * @param context of the request
     * @return a content type without parameters, in lower case; nothing if none was sent
     */
    public static String type(Context context) {
        @Nullable String type = context.contentType();
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Says how long the body of a request may be.
     *
     * @param context of the request
     * @param bytes the most
     * @param uploads how many bodies may be read at once
     */
    public static void limit(Context context, int bytes, Semaphore uploads) {
        context.attribute(LIMIT, bytes);
        context.attribute(UPLOADS, uploads);
    }

    /**
     * Its body as it is, which is read here and now: a client that sends it slowly keeps a thread busy, so not many may at once.
     *
     * @param context of the request
     * @return the bytes
     * @throws Refusal if there are more than the server takes, whatever length the client told, or too many send at once
     */
    public static byte[] bytes(Context context) {
        int most = Objects.requireNonNull(context.<Integer>attribute(LIMIT), LIMIT);
        Semaphore uploads = Objects.requireNonNull(context.<Semaphore>attribute(UPLOADS), UPLOADS);
        if (!uploads.tryAcquire()) {
            throw Refusal.of(Refusal.FULL, "too many send something at once; try again in a moment");
        }
        try {
            byte[] bytes = PACE.read(context.bodyInputStream(), most + 1);
            if (bytes.length > most) {
                throw Refusal.field(Refusal.TOO_BIG, "body", "longer", "at most " + most + " bytes");
            }
            return bytes;
        } catch (IOException | BadMessageException e) { // the second of chunks that are none
            throw Refusal.of(Refusal.BAD, "the body of the request must come to its end, but did not");
        } finally {
            uploads.release();
        }
    }

    /**
     * Its body as JSON. That it must say so keeps out forms of other sites, which cannot.
     *
     * @param context of the request
     * @return the fields
     * @throws Refusal if it is none
     */
    public static Fields json(Context context) {
        String type = type(context);
        if (!type.equals(JSON)) {
            throw Refusal.field(Refusal.WRONG_TYPE, "Content-Type", type, JSON);
        }
        return Json.read("the request", bytes(context));
    }

    /**
     * The parameters of its address.
     *
     * @param context of the request
     * @return the fields
     * @throws Refusal if one is given twice
     */
    public static Fields parameters(Context context) {
        Map<String, String> single = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> parameter : context.queryParamMap().entrySet()) {
            if (parameter.getValue().size() != 1) {
                throw Refusal.field(parameter.getKey(), "given more than once", "given once");
            }
            single.put(parameter.getKey(), parameter.getValue().get(0));
        }
        return Fields.ofParameters("the address", single);
    }

    /**
     * Says how a file is saved.
     *
     * @param shown whether browsers rather show it
     * @param name its name, of which only harmless characters stay
     * @return the value of Content-Disposition
     */
    public static String disposition(boolean shown, String name) {
        String safe = UNSAFE.matcher(name).replaceAll("_");
        String kept = safe.substring(Math.max(0, safe.length() - MAX_NAME));
        return (shown ? "inline" : "attachment") + "; filename=\"" + kept + "\"";
    }
}
