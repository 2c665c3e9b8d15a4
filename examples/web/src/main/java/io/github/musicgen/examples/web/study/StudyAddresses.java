package io.github.musicgen.examples.web.study;

import io.github.musicgen.examples.web.http.Requests;
import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.model.Models;
import io.github.musicgen.examples.web.work.Workshop;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where pairs are fetched, and answered. */
public final class StudyAddresses {
    private static final int CREATED = 201;

    private final Study study;
    private final Workshop workshop;
    private final Executor senders;

    /**
     * Makes the handlers.
     *
     * @param models who continues
     * @param workshop where
     * @param senders who sends what was made
     * @param folder where answers are kept
     * @throws IOException if it cannot be made
     */
    public StudyAddresses(Models models, Workshop workshop, Executor senders, Path folder) throws IOException {
        this.study = new Study(models, folder);
        this.workshop = workshop;
        this.senders = senders;
    }

    /**
     * Says which address leads where.
     *
     * @param javalin of what server
     */
    public void addTo(Javalin javalin) {
        javalin.get("/api/study/pair", context -> answer(context, study::pair));
        javalin.post("/api/study/answers", context -> {
            Fields fields = Requests.json(context);
            context.status(CREATED);
            answer(context, () -> study.answer(fields));
        });
        javalin.get("/api/study/results", context -> answer(context, study::results));
    }

    private void answer(Context context, Supplier<Map<String, @Nullable Object>> answer) {
        context.header("Cache-Control", "no-store");
        context.future(() -> workshop.make(answer, senders)
                .thenAccept(json -> context.contentType(Requests.JSON).result(Json.write(json))));
    }
}
