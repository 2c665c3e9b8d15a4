package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.http.Limits;
import io.github.musicgen.examples.web.http.Requests;
import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.model.Models;
import io.github.musicgen.examples.web.model.MoreModels;
import io.github.musicgen.examples.web.work.Workshop;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where songs are asked for, and fetched. */
public final class SongAddresses implements AutoCloseable {
    private static final Set<String> MIDI =
            Set.of("audio/midi", "audio/x-midi", "audio/mid", "application/octet-stream");
    private static final int WAITING_SOUNDS = 8;

    private final SongMaker maker;
    private final SongRequests requests;
    private final BandRequests bands;
    private final MoreModels more;
    private final Workshop workshop;
    private final Executor senders;
    private final Semaphore sounds;
    private final Workshop studio = new Workshop("sound", 1, WAITING_SOUNDS);

    /**
     * Makes the handlers.
     *
     * @param models who play
     * @param more who blends, and who plays together
     * @param workshop where
     * @param senders who sends what was made
     * @param limits how long a song may be, and how many are fetched as sound
     */
    public SongAddresses(Models models, MoreModels more, Workshop workshop, Executor senders, Limits limits) {
        this.maker = new SongMaker(models, more, limits.songSteps());
        this.requests = new SongRequests(models, maker, limits.songSteps());
        this.bands = new BandRequests(more, maker, limits.songSteps());
        this.more = more;
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
        javalin.post(
                "/api/continue",
                context -> make(context, sent(context, requests::continueNotes, requests::continueMidi)));
        javalin.post("/api/blend", context -> makeOf(context, bands::blend));
        javalin.post("/api/band", context -> makeOf(context, bands::compose));
        javalin.post("/api/accompany", context -> makeOf(context, bands::accompany));
        javalin.post("/api/extend", context -> make(context, sent(context, bands::extendNotes, bands::extendMidi)));
        javalin.post("/api/draw", this::draw);
        javalin.get("/api/more-models", context -> answer(context, more::toJson));
        javalin.get("/api/songs/{name}", this::fetch);
    }

    /** What is sent is read here; what it means takes longer. */
    private static Supplier<SongRecipe> sent(
            Context context, Function<Fields, SongRecipe> notes, BiFunction<byte[], Fields, SongRecipe> file) {
        String type = Requests.type(context);
        if (type.equals(Requests.JSON)) {
            Fields fields = Requests.json(context);
            return () -> notes.apply(fields);
        }
        if (MIDI.contains(type)) {
            byte[] midi = Requests.bytes(context);
            Fields parameters = Requests.parameters(context);
            return () -> file.apply(midi, parameters);
        }
        throw Refusal.field(Refusal.WRONG_TYPE, "Content-Type", type, Requests.JSON + " or audio/midi");
    }

    private void makeOf(Context context, Function<Fields, SongRecipe> reader) {
        Fields fields = Requests.json(context);
        make(context, () -> reader.apply(fields));
    }

    private void make(Context context, Supplier<SongRecipe> recipe) {
        answer(context, () -> maker.make(recipe.get()).toJson());
    }

    private void draw(Context context) {
        Fields fields = Requests.json(context);
        long seed = fields.seedOrDrawn("seed");
        fields.requireNoMore();
        answer(
                context,
                () -> Json.object("seed", seed, "notes", more.space().draw(seed).toJson()));
    }

    private void answer(Context context, Supplier<Map<String, @Nullable Object>> maker) {
        context.future(() -> workshop.make(() -> Json.write(maker.get()), senders)
                .thenAccept(json -> context.contentType(Requests.JSON).result(json)));
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
        return recipe.model() + "-" + recipe.seed() + "." + format.extension();
    }

    @Override
    public void close() {
        studio.close();
    }
}
