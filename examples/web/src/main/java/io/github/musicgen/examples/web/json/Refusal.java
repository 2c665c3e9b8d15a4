package io.github.musicgen.examples.web.json;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Why a client does not get what it asked for. The message is written for people; the other parts are for programs. */
public final class Refusal extends RuntimeException {
    /** What somebody sent is wrong. */
    public static final int BAD = 400;
    /** Not to be had from there. */
    public static final int FORBIDDEN = 403;
    /** There is none. */
    public static final int NOT_FOUND = 404;
    /** It contradicts itself, or what the server has. */
    public static final int CONFLICT = 409;
    /** More bytes than are taken. */
    public static final int TOO_BIG = 413;
    /** Another kind of file than is taken. */
    public static final int WRONG_TYPE = 415;
    /** Too many at once. */
    public static final int TOO_MANY = 429;
    /** The server's own fault. */
    public static final int FAILED = 500;
    /** The server has no room at the moment. */
    public static final int FULL = 503;

    private static final int MAX_TOLD = 80;
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String name;
    private final @Nullable String value;
    private final @Nullable String bound;

    private Refusal(int status, String message, @Nullable String name, @Nullable String value, @Nullable String bound) {
        super(message);
        this.status = status;
        this.name = name;
        this.value = value;
        this.bound = bound;
    }

    /**
     * A refusal in words alone.
     *
     * @param status one of the constants here
     * @param message what is wrong
     * @return the refusal
     */
    public static Refusal of(int status, String message) {
        return new Refusal(status, message, null, null, null);
    }

    /**
     * What is not the client's fault. Why, is for the log alone.
     *
     * @return the refusal
     */
    public static Refusal failed() {
        return of(FAILED, "the server failed; this is its fault, not yours");
    }

    /**
     * A field that holds something else than it may.
     *
     * @param name what it is called
     * @param value what it holds
     * @param bound what it may hold
     * @return the refusal
     */
    public static Refusal field(String name, @Nullable Object value, String bound) {
        return field(BAD, name, value, bound);
    }

    /**
     * The same, not merely wrong.
     *
     * @param status one of the constants here
     * @param name what it is called
     * @param value what it holds
     * @param bound what it may hold
     * @return the refusal
     */
    public static Refusal field(int status, String name, @Nullable Object value, String bound) {
        String told = shortened(String.valueOf(value));
        return new Refusal(status, name + " must be " + bound + ", but was " + told, name, told, bound);
    }

    /**
     * The same after words that say what it is about.
     *
     * @param words with which the message begins
     * @return the refusal
     */
    public Refusal introduced(String words) {
        return new Refusal(status, words + ": " + getMessage(), name, value, bound);
    }

    /** A field that nobody asked for. */
    static Refusal unknown(String name, String what, Collection<String> known) {
        String told = shortened(name);
        String bound = "one of " + String.join(", ", new TreeSet<>(known));
        return new Refusal(BAD, what + " has no \"" + told + "\": a field must be " + bound, told, told, bound);
    }

    private static String shortened(String text) {
        return text.length() <= MAX_TOLD ? text : text.substring(0, MAX_TOLD) + "...";
    }

    /**
     * How bad it is.
     *
     * @return one of the constants here
     */
    public int status() {
        return status;
    }

    /**
     * As it is sent.
     *
     * @return an object, to which more may be added
     */
    public Map<String, @Nullable Object> toJson() {
        return Json.object("error", getMessage(), "name", name, "value", value, "bound", bound);
    }
}
