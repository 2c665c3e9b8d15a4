package io.github.musicgen.examples.web.http;

import io.github.musicgen.examples.web.json.Refusal;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.InternalRouter;
import java.util.List;
import java.util.stream.Stream;

/** What is asked for where there is nothing, or nothing by that method. */
public final class Methods {
    private static final int WRONG_METHOD = 405;
    private static final String INTERFACE = "/api/"; // beside it there are pages alone

    private Methods() {}

    /**
     * Says that there is nothing; or if there is for another method, which one, also as the header {@code Allow}.
     *
     * @param context of the request
     * @param router that found no handler
     * @return the refusal
     */
    public static Refusal nothing(Context context, InternalRouter router) {
        List<String> allowed = allowed(context.path(), router);
        if (allowed.isEmpty()) {
            return Refusal.of(Refusal.NOT_FOUND, "there is nothing at this address");
        }
        String methods = String.join(", ", allowed);
        context.header("Allow", methods);
        return Refusal.field(WRONG_METHOD, "method", context.method(), methods);
    }

    private static List<String> allowed(String path, InternalRouter router) {
        return Stream.of(HandlerType.GET, HandlerType.POST)
                .filter(method -> router.findHttpHandlerEntries(method, path)
                        .anyMatch(entry -> entry.getEndpoint().getPath().startsWith(INTERFACE)))
                .map(HandlerType::name)
                .toList();
    }
}
