package io.github.musicgen.examples.web;

import static io.github.musicgen.examples.web.TwoBars.HIGH;
import static io.github.musicgen.examples.web.TwoBars.LOW;
import static io.github.musicgen.examples.web.TwoBars.STEPS;
import static io.github.musicgen.examples.web.TwoBars.ends;
import static io.github.musicgen.examples.web.TwoBars.notes;
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
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies between two melodies, by HTTP. */
class BlendsTest extends VisitedTest {
    private static LatentModel<Melody> space;

    @BeforeAll
    static void loadSpace() {
        space = LatentModel.load("two-bars");
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

    @Test
    void pitchesThatTheSpaceDoesNotKnow_areMovedByOctaves() {
        Melody deep = LOW.transpose(-36);
        Map<String, Object> song = visitor.song(
                "/api/blend", "{\"from\":" + notes(deep) + ",\"to\":" + notes(deep) + ",\"way\":[0],\"seed\":1}");
        assertThat(list(song, "notes")).allMatch(note -> whole(note, "pitch") >= 48);
    }
}
