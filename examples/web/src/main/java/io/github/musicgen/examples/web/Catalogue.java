package io.github.musicgen.examples.web;

import io.github.musicgen.examples.web.duet.DuetSockets;
import io.github.musicgen.examples.web.http.Limits;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.model.Density;
import io.github.musicgen.examples.web.model.Models;
import io.github.musicgen.examples.web.model.Mood;
import io.github.musicgen.examples.web.song.BandTouch;
import io.github.musicgen.examples.web.song.SongRecipe;
import io.github.musicgen.examples.web.song.SongStyle;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.GeneralMidi;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What pages let people choose from. */
final class Catalogue {
    /** Of each family one that a melody suits. */
    private static final List<Integer> INSTRUMENTS =
            List.of(0, 4, 6, 11, 12, 19, 21, 24, 40, 46, 52, 56, 65, 68, 71, 73, 75, 79);

    private static final List<String> TONICS = List.of("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B");

    private Catalogue() {}

    static Map<String, @Nullable Object> of(Models models, Limits limits) {
        return Json.object(
                "models", models.toJson(),
                "moods", Mood.toJson(),
                "modes", SongStyle.modes(),
                "tonics", TONICS,
                "densities", Density.labels(),
                "instruments", INSTRUMENTS.stream().map(Catalogue::instrument).toList(),
                "limits", limits(limits));
    }

    private static Map<String, @Nullable Object> instrument(int program) {
        return Json.object("program", program, "name", GeneralMidi.programName(program));
    }

    private static Map<String, @Nullable Object> limits(Limits limits) {
        return Json.object(
                "bars", Math.max(1, limits.songSteps() / Melody.DEFAULT_STEPS_PER_BAR),
                "songSteps", limits.songSteps(),
                "minTempo", SongStyle.MIN_TEMPO,
                "maxTempo", SongStyle.MAX_TEMPO,
                "minDuetTempo", DuetSockets.MIN_TEMPO,
                "maxTemperature", SongStyle.MAX_TEMPERATURE,
                "minThreshold", BandTouch.MIN_THRESHOLD,
                "maxThreshold", BandTouch.MAX_THRESHOLD,
                "answerSteps", limits.answerSteps(),
                "uploadBytes", limits.uploadBytes(),
                "frameBytes", limits.frameBytes(),
                "messagesPerSecond", limits.messagesPerSecond(),
                "phraseNotes", SongRecipe.MAX_PRIMER_NOTES,
                "phraseSteps", SongRecipe.MAX_PRIMER_STEPS,
                "idleSeconds", limits.idle().toSeconds());
    }
}
