package io.github.musicgen.examples.web;

import static io.github.musicgen.examples.web.Visitor.json;
import static io.github.musicgen.examples.web.Visitor.list;
import static io.github.musicgen.examples.web.Visitor.map;
import static io.github.musicgen.examples.web.Visitor.text;
import static io.github.musicgen.examples.web.Visitor.whole;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.musicgen.api.LatentModel;
import io.github.musicgen.api.MelodyAttribute;
import io.github.musicgen.midi.MidiReader;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.QuantizedNote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies between two melodies, by HTTP. */
class BlendsTest {
    private static final int STEPS = 32;
    private static final Melody LOW = melody(60, -2, 62, -2, 64, -2, 65, -2, 67, -2, -2, -2, 67, -2, -2, -2);
    private static final Melody HIGH = melody(79, -2, -2, 77, 76, -2, 74, -2, 72, -2, -2, -2, 71, -2, 72, -2);

    @TempDir
    static Path data;

    private static Server server;
    private static Visitor visitor;
    private static LatentModel space;

    @BeforeAll
    static void start() {
        server = Servers.start(data);
        visitor = new Visitor(server);
        space = LatentModel.load("two-bars");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Each event twice as long. */
    private static Melody melody(int... events) {
        int[] slow = new int[STEPS];
        for (int step = 0; step < STEPS; step++) {
            slow[step] = step % 2 == 0 ? events[step / 2] : Melody.NO_EVENT;
        }
        return Melody.of(slow);
    }

    private static String notes(Melody melody) {
        List<String> notes = new ArrayList<>();
        for (QuantizedNote note : melody.toQuantizedPart().notes()) {
            notes.add("{\"pitch\":" + note.pitch() + ",\"start\":" + note.startStep() + ",\"end\":" + note.endStep()
                    + "}");
        }
        return notes.toString();
    }

    private static String ends(String more) {
        return "{\"from\":" + notes(LOW) + ",\"to\":" + notes(HIGH) + ",\"seed\":3" + more + "}";
    }

    private static Map<String, Object> blend(String more) {
        return visitor.song("/api/blend", ends(more));
    }

    private static List<String> told(Map<String, Object> song) {
        return list(song, "notes").stream()
                .map(note -> note.get("pitch") + ":" + note.get("start") + "-" + note.get("end"))
                .toList();
    }

    private static List<String> told(Melody melody, int start) {
        return melody.toQuantizedPart().notes().stream()
                .map(note -> note.pitch() + ":" + (note.startStep() + start) + "-" + (note.endStep() + start))
                .toList();
    }

    @Test
    void moreModels_areTold() {
        Map<String, Object> more = json(visitor.get("/api/more-models"), 200);
        assertThat(more.get("missing")).isNull();
        assertThat(map(more, "space"))
                .containsEntry("name", "two-bars")
                .containsEntry("steps", STEPS)
                .containsEntry("attributes", List.of("density", "pitch", "major"));
        assertThat(list(map(more, "space"), "melodies"))
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(melody -> {
                    assertThat(text(melody, "credit")).isNotBlank();
                    assertThat(list(melody, "notes"))
                            .hasSizeGreaterThanOrEqualTo(5)
                            .allMatch(note -> whole(note, "end") <= STEPS);
                });
        assertThat(list(map(more, "band"), "instruments").stream().map(each -> each.get("name")))
                .containsExactly("piano", "guitar", "bass", "strings", "drums");
    }

    /** The library itself, asked beside the server. */
    @Test
    void way_isThatOfTheLibrary() {
        List<Melody> wanted = space.request().seed(3).temperature(0.5).interpolate(LOW, HIGH, 5);
        Map<String, Object> song = blend(",\"way\":[0,25,50,75,100],\"temperature\":0.5");
        List<String> notes = new ArrayList<>();
        IntStream.range(0, 5).forEach(i -> notes.addAll(told(wanted.get(i), i * STEPS)));
        assertThat(told(song)).isEqualTo(notes);
        assertThat(whole(song, "steps")).isEqualTo(5 * STEPS);
        assertThat(told(wanted.get(0), 0)).isNotEqualTo(told(wanted.get(4), 0));
    }

    @Test
    void way_ofNoneNamed_isItsMiddle() {
        assertThat(told(blend(""))).isEqualTo(told(blend(",\"way\":[50]")));
    }

    @Test
    void link_onAServerThatNeverSawTheBlend_makesTheSameNotes(@TempDir Path elsewhere) {
        Map<String, Object> song = blend(",\"way\":[30,70],\"more\":{\"pitch\":1},\"key\":\"C major\"");
        try (Server other = Servers.start(elsewhere)) {
            assertThat(json(new Visitor(other).get("/api/songs/" + song.get("token")), 200))
                    .isEqualTo(song);
        }
    }

    @Test
    void options_sentAgain_makeTheSameBlend() throws IOException {
        Map<String, Object> song = blend(",\"way\":[40],\"more\":{\"density\":-0.5},\"tempo\":90,\"instrument\":73");
        assertThat(visitor.song("/api/blend", JSON.std.asString(song.get("options"))))
                .isEqualTo(song);
    }

    @Test
    void midi_holdsTheNotes() throws IOException {
        Map<String, Object> song = blend(",\"way\":[0,50,100]");
        byte[] midi = visitor.get(text(map(song, "links"), "midi")).body();
        assertThat(MidiReader.read(MidiFile.parse(midi)).notes().map(note -> note.pitch()))
                .isEqualTo(list(song, "notes").stream()
                        .map(note -> whole(note, "pitch"))
                        .toList());
    }

    @Test
    void another_drawsAnew_onTheSameWay() {
        Map<String, Object> song = blend(",\"way\":[45,50,55],\"temperature\":1");
        Map<String, Object> other =
                visitor.song("/api/another", "{\"token\":\"" + song.get("token") + "\",\"seed\":4}");
        assertThat(other).containsEntry("form", "blend").containsEntry("steps", 3 * STEPS);
        assertThat(told(other)).isNotEqualTo(told(song));
    }

    @Test
    void vary_changesNoMoreBeatsThanAsked() {
        Map<String, Object> song = blend(",\"way\":[0,50,100],\"temperature\":1");
        int changed = 0;
        for (int seed = 0; seed < 8; seed++) {
            Map<String, Object> varied = visitor.song(
                    "/api/vary", "{\"token\":\"" + song.get("token") + "\",\"percent\":25,\"seed\":" + seed + "}");
            List<String> before = starts(song);
            List<String> after = starts(varied);
            long beats = IntStream.range(0, 3 * STEPS / 4)
                    .filter(beat -> !ofBeat(before, beat).equals(ofBeat(after, beat)))
                    .count();
            assertThat(beats).isLessThanOrEqualTo(6);
            changed += (int) beats;
        }
        assertThat(changed).isPositive();
    }

    private static List<String> starts(Map<String, Object> song) {
        return list(song, "notes").stream()
                .map(note -> whole(note, "start") / 4 + " " + note.get("start") + " " + note.get("pitch"))
                .toList();
    }

    private static List<String> ofBeat(List<String> starts, int beat) {
        return starts.stream().filter(start -> start.startsWith(beat + " ")).toList();
    }

    @ParameterizedTest
    @CsvSource({"density", "pitch", "major"})
    void more_ofAnAttribute_isMoreOfIt(String attribute) {
        assertThat(measured(attribute, 1)).isGreaterThan(measured(attribute, -1));
    }

    /** In the mean of all melodies that come along, each blended with the next. */
    private static double measured(String attribute, double strength) {
        List<Map<String, Object>> tunes = list(map(json(visitor.get("/api/more-models"), 200), "space"), "melodies");
        double sum = 0;
        for (int i = 0; i < tunes.size(); i++) {
            Map<String, Object> song = visitor.song(
                    "/api/blend",
                    "{\"from\":" + notes(tunes.get(i)) + ",\"to\":" + notes(tunes.get((i + 1) % tunes.size()))
                            + ",\"way\":[0],\"seed\":" + i + ",\"more\":{\"" + attribute + "\":" + strength + "}}");
            sum += MelodyAttribute.valueOf(attribute.toUpperCase(Locale.ROOT)).of(melody(list(song, "notes"), 0));
        }
        return sum;
    }

    private static String notes(Map<String, Object> tune) {
        try {
            return JSON.std.asString(tune.get("notes"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Melody melody(List<Map<String, Object>> notes, int start) {
        int[] events = new int[STEPS + 1];
        Arrays.fill(events, Melody.NO_EVENT);
        for (Map<String, Object> note : notes) {
            if (whole(note, "start") >= start && whole(note, "start") < start + STEPS) {
                events[whole(note, "end") - start] = Melody.NOTE_OFF;
                events[whole(note, "start") - start] = whole(note, "pitch");
            }
        }
        return Melody.of(events).slice(0, STEPS);
    }

    @Test
    void wishes_areKept() {
        Map<String, Object> song = blend(",\"way\":[0,20,40,60,80,100],\"key\":\"F# major\",\"density\":\"sparse\"");
        assertThat(list(song, "notes"))
                .isNotEmpty()
                .allMatch(note -> Scale.parse("F# major").contains(whole(note, "pitch")))
                .allMatch(note -> whole(note, "start") % 4 == 0);
    }

    @Test
    void draw_sameSeed_drawsTheSameMelody_whichCanBeAnEnd() {
        Map<String, Object> drawn = visitor.song("/api/draw", "{\"seed\":5}");
        assertThat(visitor.song("/api/draw", "{\"seed\":5}")).isEqualTo(drawn);
        assertThat(visitor.song("/api/draw", "{\"seed\":6}").get("notes")).isNotEqualTo(drawn.get("notes"));
        Map<String, Object> song =
                visitor.song("/api/blend", "{\"from\":" + notes(drawn) + ",\"to\":" + notes(LOW) + "}");
        assertThat(list(song, "notes")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ,"way":[]                            ; 200 ;
            ,"way":[101]                         ; 400 ; way[0]
            ,"way":[0,-1]                        ; 400 ; way[1]
            ,"way":[0.5]                         ; 400 ; way[0]
            ,"way":50                            ; 400 ; way
            ,"way":["x"]                         ; 400 ; way[0]
            ,"more":{"pitch":2.5}                ; 400 ; more.pitch
            ,"more":{"pitch":"much"}             ; 400 ; more.pitch
            ,"more":{"sweetness":1}              ; 400 ; more.sweetness
            ,"more":[]                           ; 400 ; more
            ,"temperature":-1                    ; 400 ; temperature
            ,"tempo":1e308                       ; 400 ; tempo
            ,"key":"H"                           ; 400 ; key
            ,"density":"thick"                   ; 400 ; density
            ,"model":"folk"                      ; 400 ; model
            """)
    void badBlend_isToldWhatIsWrong(String more, int status, String name) {
        Map<String, Object> answer = json(visitor.post("/api/blend", ends(more)), status);
        if (status != 200) {
            assertThat(answer).containsEntry("name", name);
            assertThat(text(answer, "error")).contains(text(answer, "bound"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            /api/blend ; {}                                                                 ; from
            /api/blend ; {"from":[{"pitch":60,"start":0,"end":4}]}                          ; to
            /api/blend ; {"from":[{"pitch":60,"start":0,"end":33}],"to":[]}                 ; from[0].end
            /api/blend ; {"from":[{"pitch":60,"start":32,"end":33}],"to":[]}                ; from[0].start
            /api/blend ; {"from":[{"pitch":600,"start":0,"end":4}],"to":[]}                 ; from[0].pitch
            /api/draw  ; {"seed":-1}                                                        ; seed
            /api/draw  ; {"count":1000000}                                                  ; count
            """)
    void badEnds_areToldSo(String path, String request, String name) {
        assertThat(json(visitor.post(path, request), 400)).containsEntry("name", name);
    }

    @Test
    void wayThatIsTooLong_isRefused() {
        String way = IntStream.range(0, 33).mapToObj(String::valueOf).toList().toString();
        assertThat(json(visitor.post("/api/blend", ends(",\"way\":" + way)), 400))
                .containsEntry("name", "way")
                .containsEntry("bound", "a list of up to 32");
    }

    @Test
    void pitchesThatTheSpaceDoesNotKnow_areMovedByOctaves() {
        Melody deep = LOW.transpose(-36);
        Map<String, Object> song = visitor.song(
                "/api/blend", "{\"from\":" + notes(deep) + ",\"to\":" + notes(deep) + ",\"way\":[0],\"seed\":1}");
        assertThat(list(song, "notes")).allMatch(note -> whole(note, "pitch") >= 48);
    }

    @Test
    void link_ofAnotherSpaceOrOfHostileNumbers_isRefused() {
        String recipe = new String(
                Base64.getUrlDecoder().decode(text(blend(",\"way\":[50]"), "token")), StandardCharsets.UTF_8);
        assertThat(refused(recipe.replaceFirst("\"hash\":\"[0-9a-f]+\"", "\"hash\":\"0123456789abcdef\""), 409))
                .containsEntry("name", "hash");
        assertThat(refused(recipe.replace("\"two-bars\"", "\"folk\""), 409)).containsEntry("name", "model");
        refused(recipe.replace("\"way\":[50]", "\"way\":[]"), 400);
        refused(recipe.replace("\"way\":[50]", "\"way\":[1000000000]"), 400);
        refused(recipe.replaceFirst("\"from\":\\[[0-9,]+\\]", "\"from\":[60,0,2000000000]"), 400);
        refused(recipe.replace("\"pitch\":0.0", "\"pitch\":1e300"), 400);
    }

    private static Map<String, Object> refused(String recipe, int status) {
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(recipe.getBytes(StandardCharsets.UTF_8));
        return json(visitor.get("/api/songs/" + token), status);
    }
}
