package io.github.musicgen.examples.web;

import static io.github.musicgen.examples.web.Visitor.json;
import static io.github.musicgen.examples.web.Visitor.list;
import static io.github.musicgen.examples.web.Visitor.map;
import static io.github.musicgen.examples.web.Visitor.text;
import static io.github.musicgen.examples.web.Visitor.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.musicgen.midi.MidiReader;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.midi.musicxml.MusicXmlReader;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Songs by HTTP. */
class SongsTest extends VisitedTest {
    private static final String HAPPY =
            "{\"model\":\"folk\",\"mood\":\"happy\",\"tonic\":\"D\",\"bars\":8,\"seed\":42}";

    private static int[] events(Map<String, Object> song) {
        int[] events = new int[whole(song, "steps") + 1];
        Arrays.fill(events, Melody.NO_EVENT);
        for (Map<String, Object> note : list(song, "notes")) {
            events[whole(note, "end")] = Melody.NOTE_OFF;
            events[whole(note, "start")] = whole(note, "pitch");
        }
        return events;
    }

    @Test
    void compose_sameSeed_makesTheSameSong() {
        assertThat(visitor.song("/api/compose", HAPPY)).isEqualTo(visitor.song("/api/compose", HAPPY));
    }

    @Test
    void compose_keepsKeyDensityAndLength_andEndsOnTheTonic() {
        Map<String, Object> song = visitor.song("/api/compose", HAPPY);
        Scale key = Scale.parse(text(song, "key"));
        assertThat(key.name()).isEqualTo("D major");
        assertThat(whole(song, "steps")).isEqualTo(8 * 16);
        List<Map<String, Object>> notes = list(song, "notes");
        assertThat(notes)
                .hasSizeGreaterThan(8)
                .allMatch(note -> key.contains(whole(note, "pitch")))
                .allMatch(note -> whole(note, "start") % 2 == 0);
        assertThat(whole(notes.get(notes.size() - 1), "pitch") % 12).isEqualTo(2);
    }

    @Test
    void compose_minutes_becomeBars() {
        Map<String, Object> song = visitor.song("/api/compose", "{\"minutes\":0.5,\"tempo\":100}");
        assertThat(whole(song, "bars")).isEqualTo(13); // 12.5 of them last half a minute
    }

    @Test
    void options_sentAgain_makeTheSameSong() throws IOException {
        Map<String, Object> song = visitor.song("/api/compose", HAPPY);
        String options = JSON.std.asString(song.get("options"));
        assertThat(visitor.song("/api/compose", options)).isEqualTo(song);
        Map<String, Object> varied =
                visitor.song("/api/vary", "{\"token\":\"" + song.get("token") + "\",\"percent\":30}");
        String variation = JSON.std.asString(varied.get("options"));
        assertThat(visitor.song("/api/vary", variation)).isEqualTo(varied);
    }

    @Test
    void link_onAServerThatNeverSawTheSong_makesTheSameNotes(@TempDir Path elsewhere) {
        Map<String, Object> song = visitor.song("/api/compose", HAPPY);
        Map<String, Object> varied =
                visitor.song("/api/vary", "{\"token\":\"" + song.get("token") + "\",\"percent\":50,\"seed\":3}");
        try (Server other = Servers.start(elsewhere)) {
            Visitor there = new Visitor(other);
            assertThat(json(there.get("/api/songs/" + song.get("token")), 200)).isEqualTo(song);
            assertThat(json(there.get("/api/songs/" + varied.get("token")), 200))
                    .isEqualTo(varied);
        }
    }

    @Test
    void files_holdTheSongsNotes() throws IOException {
        Map<String, Object> song = visitor.song("/api/compose", HAPPY);
        Map<String, Object> links = map(song, "links");
        List<Integer> pitches =
                list(song, "notes").stream().map(note -> whole(note, "pitch")).toList();
        HttpResponse<byte[]> midi = visitor.get(text(links, "midi"));
        assertThat(midi.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"folk-42.mid\"");
        assertThat(pitches(MidiReader.read(MidiFile.parse(midi.body())))).isEqualTo(pitches);
        HttpResponse<byte[]> score = visitor.get(text(links, "musicxml"));
        assertThat(pitches(MusicXmlReader.parse(score.body()))).isEqualTo(pitches);
        HttpResponse<byte[]> picture = visitor.get(text(links, "svg"));
        assertThat(new String(picture.body(), StandardCharsets.UTF_8))
                .startsWith("<svg")
                .contains("folk in D major");
        HttpResponse<byte[]> sound = visitor.get(text(links, "wav"));
        assertThat(new String(sound.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        assertThat(sound.body().length).isGreaterThan(16 * 44_100 * 4); // sixteen seconds
    }

    private static List<Integer> pitches(NoteSequence music) {
        return music.notes().map(note -> note.pitch()).toList();
    }

    @Test
    void another_hasTheSameWishesAndOtherNotes() {
        Map<String, Object> song = visitor.song("/api/compose", HAPPY);
        Map<String, Object> other =
                visitor.song("/api/another", "{\"token\":\"" + song.get("token") + "\",\"seed\":43}");
        assertThat(other.get("notes")).isNotEqualTo(song.get("notes"));
        assertThat(other.get("key")).isEqualTo(song.get("key"));
        assertThat(other.get("steps")).isEqualTo(song.get("steps"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 100})
    void vary_changesNoMoreBeatsThanAsked_andKeepsTheWishes(int percent) {
        Map<String, Object> song = visitor.song("/api/compose", HAPPY);
        int[] before = events(song);
        long most = Math.max(1, Math.round(32 * percent / 100.0));
        long changed = 0;
        for (int seed = 0; seed < 10; seed++) {
            Map<String, Object> varied = visitor.song(
                    "/api/vary",
                    "{\"token\":\"" + song.get("token") + "\",\"percent\":" + percent + ",\"seed\":" + seed + "}");
            int[] after = events(varied);
            long beats = IntStream.range(0, 32)
                    .filter(beat -> IntStream.range(4 * beat, 4 * beat + 4)
                            .anyMatch(step -> starts(before[step]) != starts(after[step])))
                    .count();
            assertThat(beats).isLessThanOrEqualTo(most);
            assertThat(list(varied, "notes")).allMatch(note -> Scale.parse("D").contains(whole(note, "pitch")));
            changed += beats;
        }
        assertThat(changed).isPositive();
    }

    private static int starts(int event) {
        return Math.max(event, 0);
    }

    @Test
    void vary_deeperThanALinkHolds_isRefused() {
        String token = text(visitor.song("/api/compose", "{\"bars\":1,\"seed\":1}"), "token");
        int depth = 1;
        HttpResponse<byte[]> response;
        do {
            response = visitor.post("/api/vary", "{\"token\":\"" + token + "\",\"percent\":50,\"seed\":1}");
            if (response.statusCode() == 200) {
                token = text(json(response, 200), "token");
                depth++;
            }
        } while (response.statusCode() == 200 && depth < 100);
        assertThat(depth).isEqualTo(16);
        assertThat(text(json(response, 400), "error")).contains("at most 16 deep");
    }

    @Test
    void continue_notes_keepsThemAndGoesOn() {
        Map<String, Object> song = visitor.song(
                "/api/continue",
                "{\"notes\":[{\"pitch\":62,\"start\":0,\"end\":4},{\"pitch\":66,\"start\":4,\"end\":7}],\"steps\":32,"
                        + "\"key\":\"D\",\"endOnTonic\":true,\"seed\":5}");
        List<Map<String, Object>> notes = list(song, "notes");
        assertThat(whole(song, "primerSteps")).isEqualTo(8);
        assertThat(whole(song, "steps")).isEqualTo(40);
        assertThat(notes.get(0)).containsEntry("pitch", 62).containsEntry("end", 4);
        assertThat(notes.get(1)).containsEntry("pitch", 66).containsEntry("end", 7);
        assertThat(notes.subList(2, notes.size()))
                .isNotEmpty()
                .allMatch(note -> whole(note, "start") >= 8)
                .allMatch(note -> Scale.parse("D").contains(whole(note, "pitch")));
        assertThat(json(visitor.get("/api/songs/" + song.get("token")), 200)).isEqualTo(song);
    }

    @Test
    void continue_automaticKey_isThatOfTheNotes() {
        Map<String, Object> song = visitor.song(
                "/api/continue",
                "{\"notes\":[{\"pitch\":67,\"start\":0,\"end\":2},{\"pitch\":66,\"start\":2,\"end\":4},"
                        + "{\"pitch\":64,\"start\":4,\"end\":6},{\"pitch\":60,\"start\":6,\"end\":8}],\"key\":\"auto\"}");
        assertThat(song).containsEntry("key", "G major");
    }

    @Test
    void continue_midiUpload_continuesItsMelody() {
        NoteSequence tune = Melody.of(60, -2, 62, -2, 64, -2, 65, -2, 67, -2, -2, -2, 67, -2, -2, -2)
                .toNoteSequence(90);
        byte[] midi = MidiWriter.toMidiFile(tune).toBytes();
        Map<String, Object> song =
                json(visitor.post("/api/continue?steps=16&seed=2&model=classical", "audio/midi", midi), 200);
        assertThat(song).containsEntry("model", "classical").containsEntry("primerSteps", 16);
        assertThat(Double.parseDouble(text(song, "tempo"))).isCloseTo(90, offset(0.01));
        assertThat(list(song, "notes").stream().limit(6).map(note -> note.get("pitch")))
                .containsExactly(60, 62, 64, 65, 67, 67);
    }

    @Test
    void continue_longMidiUpload_continuesItsEnd() {
        int[] events = new int[4096];
        Arrays.fill(events, Melody.NO_EVENT);
        IntStream.range(0, 1024).forEach(beat -> events[4 * beat] = 60 + beat % 12);
        byte[] midi =
                MidiWriter.toMidiFile(Melody.of(events).toNoteSequence(120)).toBytes();
        Map<String, Object> song = json(visitor.post("/api/continue?steps=16&seed=2", "audio/midi", midi), 200);
        assertThat(whole(song, "primerSteps")).isBetween(400, 512);
        List<Map<String, Object>> primer = list(song, "notes").stream()
                .filter(note -> whole(note, "start") < whole(song, "primerSteps"))
                .toList();
        assertThat(primer.get(primer.size() - 1)).containsEntry("pitch", 60 + 1023 % 12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            /api/compose ; {"bars":0}                                   ; bars
            /api/compose ; {"bars":1e30}                                ; bars
            /api/compose ; {"bars":99999999999999999999999999999999}    ; bars
            /api/compose ; {"bars":1.5}                                 ; bars
            /api/compose ; {"bars":4,"minutes":1}                       ; minutes
            /api/compose ; {"minutes":-1}                               ; minutes
            /api/compose ; {"minutes":600}                              ; minutes
            /api/compose ; {"tempo":0}                                  ; tempo
            /api/compose ; {"tempo":"fast"}                             ; tempo
            /api/compose ; {"temperature":1e9}                          ; temperature
            /api/compose ; {"mood":"angry"}                             ; mood
            /api/compose ; {"model":"../../etc/passwd"}                 ; model
            /api/compose ; {"tonic":"H"}                                ; key
            /api/compose ; {"instrument":128}                           ; instrument
            /api/compose ; {"seed":-1}                                  ; seed
            /api/compose ; {"seed":9007199254740992}                    ; seed
            /api/compose ; {"sede":1}                                   ; sede
            /api/compose ; []                                           ; the request
            /api/continue ; {"notes":[]}                                ; notes
            /api/continue ; {"notes":{}}                                ; notes
            /api/continue ; {"notes":[7]}                               ; notes
            /api/continue ; {"notes":[{"pitch":60,"start":4,"end":4}]}  ; notes[0].end
            /api/continue ; {"notes":[{"pitch":60,"start":0,"end":4},{"pitch":128,"start":4,"end":8}]} ; notes[1].pitch
            /api/continue ; {"notes":[{"pitch":60,"start":0,"end":9000}]} ; notes[0].end
            /api/continue ; {"notes":[{"pitch":60,"start":0,"end":4}],"steps":999999} ; steps
            /api/continue ; {"notes":[{"pitch":60,"start":0,"end":4}],"key":"X"} ; key
            /api/vary ; {"token":"x","percent":30}                      ; token
            /api/vary ; {"percent":30}                                  ; token
            /api/another ; {"token":"../../x"}                          ; token
            """)
    void badRequest_isToldWhatIsWrong(String path, String request, String name) {
        Map<String, Object> error = json(visitor.post(path, request), 400);
        assertThat(error).containsEntry("name", name);
        assertThat(text(error, "error")).contains(text(error, "bound"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"bars\":}",
                "{\"bars\":4,\"bars\":5}",
                "nonsense",
                "{\"model\":\"folk\"} {}",
                "\u0000"
            })
    void wrongJson_isToldSo(String request) {
        Map<String, Object> error = json(visitor.post("/api/compose", request), 400);
        assertThat(text(error, "error")).startsWith("the request must be").doesNotContain("REDACTED", "Exception");
    }

    @Test
    void deepJson_isRefused() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        Map<String, Object> error = json(visitor.post("/api/continue", "{\"notes\":" + deep + "}"), 400);
        assertThat(text(error, "error")).contains("nesting depth");
    }

    @Test
    void link_ofAModelThatChanged_isRefused() {
        String token = text(visitor.song("/api/compose", HAPPY), "token");
        String recipe = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        Map<String, Object> error = json(
                visitor.get("/api/songs/"
                        + token(recipe.replaceFirst("\"hash\":\"[0-9a-f]+\"", "\"hash\":\"0123456789abcdef\""))),
                409);
        assertThat(error).containsEntry("name", "hash");
        assertThat(text(error, "error")).contains("folk");
        Map<String, Object> unknown =
                json(visitor.get("/api/songs/" + token(recipe.replace("\"folk\"", "\"polka\""))), 409);
        assertThat(unknown).containsEntry("name", "model");
    }

    @Test
    void link_thatIsNotWrittenAsTheServerWritesIt_isRefused() {
        String token = text(visitor.song("/api/compose", HAPPY), "token");
        String recipe = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        json(visitor.get("/api/songs/" + token(recipe.replace("{\"form\"", "{ \"form\""))), 400);
        json(visitor.get("/api/songs/" + token(recipe.replace("\"steps\":128", "\"steps\":1000000000"))), 400);
        json(visitor.get("/api/songs/" + token("{}")), 400);
        json(visitor.get("/api/songs/" + "A".repeat(7001)), 400);
    }

    private static String token(String recipe) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(recipe.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void unknownExtension_isRefused() {
        String token = text(visitor.song("/api/compose", HAPPY), "token");
        assertThat(json(visitor.get("/api/songs/" + token + ".exe"), 404)).containsEntry("name", "extension");
    }

    @Test
    void wrongMidi_isRefused() {
        Map<String, Object> error =
                json(visitor.post("/api/continue", "audio/midi", "nonsense".getBytes(StandardCharsets.UTF_8)), 400);
        assertThat(text(error, "error")).contains("MThd");
        byte[] empty = MidiWriter.toMidiFile(NoteSequence.builder(480).build()).toBytes();
        assertThat(text(json(visitor.post("/api/continue", "audio/midi", empty), 400), "error"))
                .contains("melody");
    }
}
