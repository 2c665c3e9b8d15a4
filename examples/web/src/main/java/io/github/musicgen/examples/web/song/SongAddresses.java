package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.http.Limits;
import io.github.musicgen.examples.web.http.Requests;
import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.model.Models;
import io.github.musicgen.examples.web.work.Workshop;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where songs are asked for, and fetched. */
public final class SongAddresses implements AutoCloseable {
    private static final Set<String> MIDI =
            Set.of("audio/midi", "audio/x-midi", "audio/mid", "application/octet-stream");
    private static final int WAITING_SOUNDS = 8;

    private final SongMaker maker;
    private final SongRequests requests;
    private final Workshop workshop;
    private final Executor senders;
    private final Semaphore sounds;
    private final Workshop studio = new Workshop("sound", 1, WAITING_SOUNDS);

    /**
     * Makes the handlers.
     *
     * @param models who play
     * @param workshop where
     * @param senders who sends what was made
     * @param limits how long a song may be, and how many are fetched as sound
     */
    public SongAddresses(Models models, Workshop workshop, Executor senders, Limits limits) {
        this.maker = new SongMaker(models, limits.songSteps());
        this.requests = new SongRequests(models, maker, limits.songSteps());
        this.sounds = new Semaphore(limits.sounds());
        this.workshop = workshop;
        this.senders = senders;
    }

    /**
     * Says which address leads where.
     *
     * @param javalin of what server
     */
    public void addTo(Javalin javalin) {
        javalin.post("/api/compose", context -> makeOf(context, requests::compose));
        javalin.post("/api/another", context -> makeOf(context, requests::another));
        javalin.post("/api/vary", context -> makeOf(context, requests::vary));
        javalin.post("/api/continue", context -> make(context, continued(context)));
        javalin.get("/api/songs/{name}", this::fetch);
    }

    /** What is sent is read here; what it means takes longer. */
    private Supplier<SongRecipe> continued(Context context) {
        String type = Requests.type(context);
        if (type.equals(Requests.JSON)) {
            Fields fields = Requests.json(context);
            return () -> requests.continueNotes(fields);
        }
        if (MIDI.contains(type)) {
            byte[] midi = Requests.bytes(context);
            Fields parameters = Requests.parameters(context);
            return () -> requests.continueMidi(midi, parameters);
        }
        throw Refusal.field(Refusal.WRONG_TYPE, "Content-Type", type, Requests.JSON + " or audio/midi");
    }

    private void makeOf(Context context, Function<Fields, SongRecipe> reader) {
        Fields fields = Requests.json(context);
        make(context, () -> reader.apply(fields));
    }

    private void make(Context context, Supplier<SongRecipe> recipe) {
        context.future(
                () -> workshop.make(() -> maker.make(recipe.get()), senders).thenAccept(song -> answer(context, song)));
    }

    private static void answer(Context context, Song song) {
        context.contentType(Requests.JSON).result(Json.write(song.toJson()));
    }

    private void fetch(Context context) {
        String name = context.pathParam("name");
        int dot = name.indexOf('.');
        SongRecipe recipe = maker.recipe(dot < 0 ? name : name.substring(0, dot));
        if (dot < 0) {
            make(context, () -> recipe);
        } else {
            fetchFile(context, recipe, SongFormat.ofExtension(name.substring(dot + 1)));
        }
    }

    private void fetchFile(Context context, SongRecipe recipe, SongFormat format) {
        boolean sound = format == SongFormat.WAV;
        boolean shown = format == SongFormat.SVG && !context.queryParamMap().containsKey("download");
        Supplier<InputStream> writer = () -> SongFiles.write(maker.make(recipe), format);
        context.future(() -> (sound ? studio : workshop)
                .make(sound ? () -> lend(writer) : writer, senders)
                .thenAccept(file -> context.contentType(format.type())
                        .header("Content-Disposition", Requests.disposition(shown, fileName(recipe, format)))
                        .result(file)));
    }

    /** Sound is so long that it waits for whoever reads it slowly, and a thread with it: others get what is left of them. */
    private InputStream lend(Supplier<InputStream> writer) {
        if (!sounds.tryAcquire()) {
            throw Refusal.of(Refusal.FULL, "too many fetch sound at once; try again in a moment");
        }
        return LentStream.in(sounds, writer);
    }

    /** Nothing that somebody wrote gets into it but the model's name, which has only harmless letters. */
    private static String fileName(SongRecipe recipe, SongFormat format) {
        return recipe.original().model() + "-" + recipe.seed() + "." + format.extension();
    }

    @Override
    public void close() {
        studio.close();
    }
}
