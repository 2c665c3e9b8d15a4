package io.github.musicgen.examples.web;

import static io.github.musicgen.examples.web.BandMusic.STEP;
import static io.github.musicgen.examples.web.BandMusic.bytes;
import static io.github.musicgen.examples.web.BandMusic.music;
import static io.github.musicgen.examples.web.BandMusic.ofPart;
import static io.github.musicgen.examples.web.Links.recipe;
import static io.github.musicgen.examples.web.Visitor.json;
import static io.github.musicgen.examples.web.Visitor.list;
import static io.github.musicgen.examples.web.Visitor.map;
import static io.github.musicgen.examples.web.Visitor.text;
import static io.github.musicgen.examples.web.Visitor.whole;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.musicgen.api.Band;
import io.github.musicgen.midi.MidiReader;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A band, by HTTP. */
class BandsTest extends VisitedTest {
    private static final String EIGHT_BARS = "{\"bars\":8,\"seed\":7,\"tempo\":140}";

    private static List<String> told(Map<String, Object> song) {
        return list(song, "notes").stream()
                .map(note ->
                        note.get("part") + "/" + note.get("pitch") + ":" + note.get("start") + "-" + note.get("end"))
                .toList();
    }

    private static List<String> told(NoteSequence music) {
        List<String> told = new ArrayList<>();
        for (int part = 0; part < music.parts().size(); part++) {
            for (Note note : music.parts().get(part).notes()) {
                told.add(part + "/" + note.pitch() + ":" + note.startTick() / STEP + "-" + note.endTick() / STEP);
            }
        }
        return told;
    }

    private static Map<String, Object> extend(byte[] midi, String parameters) {
        return json(visitor.post("/api/extend" + parameters, "audio/midi", midi), 200);
    }

    /** The library itself, asked beside the server. */
    @Test
    void song_isThatOfTheLibrary() {
        Map<String, Object> song = visitor.song("/api/band", EIGHT_BARS);
        NoteSequence wanted =
                Band.load("arcade").request().seed(7).tempo(140).segments(4).compose();
        assertThat(told(song)).isEqualTo(told(wanted)).isNotEmpty();
        assertThat(song).containsEntry("form", "band").containsEntry("steps", 128);
        assertThat(Double.parseDouble(text(song, "tempo"))).isEqualTo(140);
        assertThat(list(song, "parts"))
                .extracting(part -> part.get("name") + " " + part.get("program") + " " + part.get("drums"))
                .containsExactly(
                        "piano 0 false", "guitar 24 false", "bass 32 false", "strings 48 false", "drums 0 true");
    }

    @Test
    void length_isWhatWasAskedFor_evenIfItIsNoWholeSegment() {
        Map<String, Object> song = visitor.song("/api/band", "{\"bars\":3,\"seed\":7}");
        assertThat(whole(song, "steps")).isEqualTo(48);
        assertThat(list(song, "notes")).allMatch(note -> whole(note, "end") <= 48);
        assertThat(whole(visitor.song("/api/band", "{\"minutes\":0.5,\"tempo\":100,\"seed\":1}"), "bars"))
                .isEqualTo(13); // 12.5 of them last half a minute
    }

    @Test
    void link_onAServerThatNeverSawTheSongs_makesTheSameNotes(@TempDir Path elsewhere) {
        Map<String, Object> song = visitor.song("/api/band", EIGHT_BARS);
        Map<String, Object> longer = extend(bytes(music(4, 4).build()), "?bars=4&seed=2");
        Map<String, Object> played = accompanied(composed(), 3);
        try (Server other = Servers.start(elsewhere)) {
            Visitor there = new Visitor(other);
            for (Map<String, Object> each : List.of(song, longer, played)) {
                assertThat(json(there.get("/api/songs/" + each.get("token")), 200))
                        .isEqualTo(each);
            }
        }
    }

    @Test
    void options_sentAgain_makeTheSameSongs() throws IOException {
        Map<String, Object> longer = extend(bytes(music(4, 4).build()), "?bars=4&seed=2&threshold=0.5");
        Map<String, Object> inKey = visitor.song("/api/band", "{\"bars\":4,\"seed\":7,\"key\":\"D dorian\"}");
        for (Map<String, Object> song :
                List.of(visitor.song("/api/band", EIGHT_BARS), accompanied(composed(), 3), longer, inKey)) {
            String options = JSON.std.asString(song.get("options"));
            assertThat(visitor.song("/api/" + song.get("form"), options)).isEqualTo(song);
        }
    }

    @Test
    void files_holdTheSong() throws IOException {
        Map<String, Object> song = visitor.song("/api/band", EIGHT_BARS);
        Map<String, Object> links = map(song, "links");
        HttpResponse<byte[]> midi = visitor.get(text(links, "midi"));
        assertThat(midi.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"arcade-7.mid\"");
        NoteSequence read = MidiReader.read(MidiFile.parse(midi.body()));
        assertThat(read.parts().stream().filter(part -> !part.notes().isEmpty()).map(Part::name))
                .isSubsetOf("piano", "guitar", "bass", "strings", "drums");
        assertThat(read.notes().count()).isEqualTo(list(song, "notes").size());
        assertThat(new String(visitor.get(text(links, "svg")).body(), StandardCharsets.UTF_8))
                .startsWith("<svg")
                .contains("arcade, seed 7");
        assertThat(new String(visitor.get(text(links, "musicxml")).body(), StandardCharsets.UTF_8))
                .contains("<score-partwise");
        assertThat(new String(visitor.get(text(links, "wav")).body(), 0, 4, StandardCharsets.US_ASCII))
                .isEqualTo("RIFF");
    }

    @Test
    void another_isAnotherSongOfTheSameWishes() {
        Map<String, Object> song = visitor.song("/api/band", EIGHT_BARS);
        Map<String, Object> other =
                visitor.song("/api/another", "{\"token\":\"" + song.get("token") + "\",\"seed\":8}");
        assertThat(told(other)).isNotEqualTo(told(song));
        assertThat(other.get("steps")).isEqualTo(song.get("steps"));
        assertThat(other.get("tempo")).isEqualTo(song.get("tempo"));
    }

    @Test
    void lowerThreshold_isDenser() {
        Map<String, Object> dense = visitor.song("/api/band", "{\"bars\":32,\"seed\":7,\"threshold\":0.1}");
        Map<String, Object> thin = visitor.song("/api/band", "{\"bars\":32,\"seed\":7,\"threshold\":0.9}");
        assertThat(list(dense, "notes")).hasSizeGreaterThan(list(thin, "notes").size());
    }

    @Test
    void key_isKept_byAllButDrumsAndWhatIsGiven() {
        Scale key = Scale.parse("Eb major pentatonic");
        String wish = "\"key\":\"Eb pentatonic\",\"threshold\":0.2";
        Map<String, Object> melody = composed();
        Map<String, Object> song = visitor.song("/api/band", "{\"bars\":8,\"seed\":7," + wish + "}");
        Map<String, Object> played =
                visitor.song("/api/accompany", "{\"token\":\"" + melody.get("token") + "\",\"seed\":1," + wish + "}");
        Map<String, Object> longer =
                extend(bytes(music(4, 4).build()), "?bars=4&seed=2&threshold=0.2&key=Eb+pentatonic");
        for (Map<String, Object> each : List.of(song, played, longer)) {
            assertThat(each).containsEntry("key", key.name());
            assertThat(map(each, "options")).containsEntry("key", key.name());
        }
        assertThat(pitches(song, 0, 0)).isNotEmpty().allMatch(key::contains);
        assertThat(pitches(played, 1, 0)).isNotEmpty().allMatch(key::contains);
        assertThat(pitches(longer, 0, whole(longer, "primerSteps")))
                .isNotEmpty()
                .allMatch(key::contains);
        assertThat(visitor.song("/api/band", EIGHT_BARS)).containsEntry("key", null);
    }

    /** Of all parts but drums, from one on, and of notes from a step on. */
    private static List<Integer> pitches(Map<String, Object> song, int part, int step) {
        return list(song, "notes").stream()
                .filter(note -> whole(note, "part") >= part && whole(note, "part") < 4)
                .filter(note -> whole(note, "start") >= step)
                .map(note -> whole(note, "pitch"))
                .toList();
    }

    private static Map<String, Object> composed() {
        return visitor.song("/api/compose", "{\"model\":\"folk\",\"bars\":5,\"tempo\":90,\"seed\":4}");
    }

    private static Map<String, Object> accompanied(Map<String, Object> melody, int seed) {
        return visitor.song("/api/accompany", "{\"token\":\"" + melody.get("token") + "\",\"seed\":" + seed + "}");
    }

    @Test
    void melody_isPlayedByThePiano_andOthersPlayToItUntilItsEnd() {
        Map<String, Object> melody = composed();
        Map<String, Object> song = accompanied(melody, 3);
        assertThat(ofPart(song, 0).stream()
                        .map(note -> note.get("pitch") + " " + note.get("start") + " " + note.get("end")))
                .isEqualTo(list(melody, "notes").stream()
                        .map(note -> note.get("pitch") + " " + note.get("start") + " " + note.get("end"))
                        .toList());
        assertThat(list(song, "notes")).hasSizeGreaterThan(list(melody, "notes").size());
        assertThat(song).containsEntry("steps", 80).containsEntry("tempo", melody.get("tempo"));
        assertThat(told(accompanied(melody, 4))).isNotEqualTo(told(song));
    }

    @Test
    void songOfABand_isNoMelody() {
        String token = text(visitor.song("/api/band", EIGHT_BARS), "token");
        assertThat(json(visitor.post("/api/accompany", "{\"token\":\"" + token + "\"}"), 400))
                .containsEntry("name", "token");
        assertThat(json(visitor.post("/api/vary", "{\"token\":\"" + token + "\",\"percent\":30}"), 400))
                .containsEntry("name", "token");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            /api/band ; {"bars":0}                              ; bars
            /api/band ; {"bars":129}                            ; bars
            /api/band ; {"bars":1e30}                           ; bars
            /api/band ; {"bars":4,"minutes":1}                  ; minutes
            /api/band ; {"minutes":5}                           ; minutes
            /api/band ; {"tempo":0}                             ; tempo
            /api/band ; {"temperature":10}                      ; temperature
            /api/band ; {"threshold":0}                         ; threshold
            /api/band ; {"threshold":1}                         ; threshold
            /api/band ; {"seed":9007199254740992}               ; seed
            /api/band ; {"density":"dense"}                     ; density
            /api/band ; {"key":"H"}                             ; key
            /api/band ; {"key":7}                               ; key
            /api/extend ; {"signature":"H"}                     ; signature
            /api/extend ; {"signature":"C blues"}               ; signature
            /api/band ; 7                                       ; the request
            /api/accompany ; {}                                 ; token
            /api/accompany ; {"token":"../../x"}                ; token
            /api/extend ; {}                                    ; notes
            /api/extend ; {"notes":[7]}                         ; notes
            /api/extend ; {"notes":[{"pitch":60,"start":0,"end":4}]}             ; notes[0].part
            /api/extend ; {"notes":[{"part":5,"pitch":60,"start":0,"end":4}]}    ; notes[0].part
            /api/extend ; {"notes":[{"part":0,"pitch":60,"start":0,"end":257}]}  ; notes[0].end
            /api/extend ; {"notes":[{"part":0,"pitch":60,"start":4,"end":4}]}    ; notes[0].end
            /api/extend ; {"notes":[{"part":0,"pitch":60,"start":0,"end":4,"x":1}]} ; notes[0].x
            """)
    void badRequest_isToldWhatIsWrong(String path, String request, String name) {
        Map<String, Object> error = json(visitor.post(path, request), 400);
        assertThat(error).containsEntry("name", name);
        assertThat(text(error, "error")).contains(text(error, "bound"));
    }

    @Test
    void link_ofAnotherBandOrOfHostileNumbers_isRefused() {
        String recipe = recipe(extend(bytes(music(4, 1).build()), "?bars=2&seed=2"));
        assertThat(Links.refused(
                        visitor, recipe.replaceFirst("\"hash\":\"[0-9a-f]+\"", "\"hash\":\"0123456789abcdef\""), 409))
                .containsEntry("name", "hash");
        assertThat(Links.refused(visitor, recipe.replace("\"arcade\"", "\"folk\""), 409))
                .containsEntry("name", "model");
        assertThat(Links.refused(
                        visitor, recipe.replace("\"parts\":[", "\"parts\":[{\"velocity\":90,\"notes\":[]},"), 400))
                .containsEntry("name", "parts");
        Links.refused(visitor, recipe.replace("\"steps\":32", "\"steps\":1000000000"), 400);
        Links.refused(visitor, recipe.replaceFirst("\"notes\":\\[36,0,3", "\"notes\":[36,0,2000000000"), 400);
        Links.refused(visitor, recipe.replaceFirst("\"notes\":\\[36,0,3", "\"notes\":[36,0,0"), 400);
        Links.refused(visitor, recipe.replaceFirst("\"velocity\":\\d+", "\"velocity\":128"), 400);
        String played = recipe(accompanied(composed(), 1));
        Links.refused(visitor, played.replace("\"form\":\"compose\"", "\"form\":\"band\""), 400);
        Links.refused(visitor, "{\"form\":\"accompany\",\"of\":" + played + "}", 400);
    }
}
