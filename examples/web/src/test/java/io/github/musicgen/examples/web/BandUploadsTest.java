package io.github.musicgen.examples.web;

import static io.github.musicgen.examples.web.BandMusic.BAR;
import static io.github.musicgen.examples.web.BandMusic.STEP;
import static io.github.musicgen.examples.web.BandMusic.bytes;
import static io.github.musicgen.examples.web.BandMusic.music;
import static io.github.musicgen.examples.web.BandMusic.ofPart;
import static io.github.musicgen.examples.web.Visitor.json;
import static io.github.musicgen.examples.web.Visitor.list;
import static io.github.musicgen.examples.web.Visitor.map;
import static io.github.musicgen.examples.web.Visitor.text;
import static io.github.musicgen.examples.web.Visitor.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.musicgen.representation.sequence.KeySignature.Mode;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Music that somebody sends for a band to go on with. */
class BandUploadsTest extends VisitedTest {
    private static Map<String, Object> extend(byte[] midi, String parameters) {
        return json(visitor.post("/api/extend" + parameters, "audio/midi", midi), 200);
    }

    private static String error(byte[] midi, int status) {
        return text(json(visitor.post("/api/extend", "audio/midi", midi), status), "error");
    }

    @Test
    void uploadedMusic_staysAsItIs_andGoesOnAtTheNextBar() {
        Map<String, Object> song = extend(bytes(music(4, 4).build()), "?bars=6&seed=2");
        assertThat(song).containsEntry("primerSteps", 64).containsEntry("steps", 160);
        assertThat(Double.parseDouble(text(song, "tempo"))).isCloseTo(100, offset(0.01));
        List<Map<String, Object>> bass = ofPart(song, 2);
        for (int beat = 0; beat < 16; beat++) {
            assertThat(bass.get(beat))
                    .containsEntry("pitch", 36 + beat % 12)
                    .containsEntry("start", 4 * beat)
                    .containsEntry("end", 4 * beat + 3)
                    .containsEntry("velocity", 80); // the mean
        }
        assertThat(ofPart(song, 4).stream().limit(8).map(note -> note.get("pitch")))
                .containsOnly(38);
        assertThat(list(song, "notes")).anyMatch(note -> whole(note, "start") >= 64);
        assertThat(list(song, "parts")).hasSize(5);
    }

    /** A wish for all tones from F# on moves it to the same place. */
    @Test
    void keySignature_ofAnUpload_isBelieved_alsoWhenItIsSentAgain() throws IOException {
        NoteSequence unsigned = music(4, 4).build();
        NoteSequence signed =
                unsigned.toBuilder().keySignature(0, 6, Mode.MAJOR).build();
        Map<String, Object> song = extend(bytes(signed), "?bars=4&seed=2");
        Map<String, Object> options = map(song, "options");
        assertThat(options).containsEntry("signature", "F# major");
        assertThat(list(song, "notes")).isNotEqualTo(list(extend(bytes(unsigned), "?bars=4&seed=2"), "notes"));
        assertThat(visitor.song("/api/extend", JSON.std.asString(options))).isEqualTo(song);
        assertThat(Links.recipe(song)).contains("\"signature\":\"F# major\"");
        Map<String, Object> moved = extend(bytes(unsigned), "?bars=4&seed=2&key=F%23+chromatic");
        assertThat(list(song, "notes")).isEqualTo(list(moved, "notes"));
    }

    @Test
    void longUpload_isContinuedFromItsLastBars() {
        Map<String, Object> song = extend(bytes(music(4, 400).build()), "?bars=2&seed=2");
        assertThat(whole(song, "primerSteps")).isEqualTo(256);
        Map<String, Object> last = ofPart(song, 2).get(63);
        assertThat(last).containsEntry("pitch", 36 + 1599 % 12).containsEntry("start", 252);
    }

    @Test
    void uploadWithMoreNotesThanALinkHolds_isContinuedFromAsManyBarsAsItDoes() {
        Part.Builder busy = Part.builder("busy").program(48);
        for (int step = 0; step < 256; step++) {
            for (int voice = 0; voice < 4; voice++) {
                busy.note(60 + 4 * voice, 90, (long) step * STEP, (step + 1L) * STEP);
            }
        }
        Map<String, Object> song = extend(bytes(music(4, 1).part(busy.build()).build()), "?bars=2&seed=2");
        assertThat(whole(song, "primerSteps")).isEqualTo(96); // six bars of 64 notes
        assertThat(text(song, "token")).hasSizeLessThanOrEqualTo(7000);
    }

    @Test
    void uploadWhoseEndIsFarAway_isNoWork() {
        Part late = Part.builder("late")
                .program(0)
                .note(60, 90, 900_000L * BAR, 900_000L * BAR + STEP)
                .build();
        Map<String, Object> song = extend(bytes(music(4, 1).part(late).build()), "?bars=2&seed=2");
        assertThat(whole(song, "primerSteps")).isEqualTo(256);
    }

    @Test
    void uploadThatNoBandCanPlay_isRefused() {
        assertThat(error("nonsense".getBytes(StandardCharsets.UTF_8), 400)).contains("MThd");
        assertThat(error(bytes(NoteSequence.builder(480).build()), 400)).contains("must have a note of one of");
        assertThat(error(bytes(music(3, 4).build()), 400)).contains("bars of 4 quarters", "3/4");
        Part birds = Part.builder("birds").program(123).note(60, 90, 0, BAR).build();
        assertThat(error(bytes(NoteSequence.builder(480).part(birds).build()), 400))
                .contains("must have a note of one of piano, guitar, bass, strings, drums, but");
        Part.Builder wall = Part.builder("wall").program(0);
        for (int i = 0; i < 16 * 40; i++) {
            wall.note(30 + i % 40, 90, (long) i / 40 * STEP, (i / 40 + 1L) * STEP);
        }
        assertThat(error(bytes(NoteSequence.builder(480).part(wall.build()).build()), 400))
                .contains("notes must be 1..400");
    }

    @Test
    void uploadOfAnotherKindOrTooBig_isRefused() {
        assertThat(json(visitor.post("/api/extend", "text/plain", new byte[1]), 415))
                .containsEntry("name", "Content-Type");
        json(visitor.post("/api/extend", "audio/midi", new byte[(1 << 20) + 1]), 413);
        assertThat(json(
                        visitor.post(
                                "/api/extend?bars=0",
                                "audio/midi",
                                bytes(music(4, 1).build())),
                        400))
                .containsEntry("name", "bars");
        assertThat(json(
                        visitor.post(
                                "/api/extend?x=0",
                                "audio/midi",
                                bytes(music(4, 1).build())),
                        400))
                .containsEntry("name", "x");
    }
}
