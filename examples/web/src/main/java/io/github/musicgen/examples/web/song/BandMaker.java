package io.github.musicgen.examples.web.song;

import io.github.musicgen.api.BandRequest;
import io.github.musicgen.examples.web.model.MoreModels;
import io.github.musicgen.examples.web.model.Players;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;

/** Makes songs of bands, and remembers the last few: fewer than melodies, because they have many more notes. */
final class BandMaker {
    private static final int REMEMBERED = 24;

    private final MelodyMaker melodies;
    private final MoreModels more;
    private final Recent<String, BandSong> recent = new Recent<>(REMEMBERED);

    BandMaker(MelodyMaker melodies, MoreModels more) {
        this.melodies = melodies;
        this.more = more;
    }

    BandSong make(BandRecipe recipe) {
        String token = SongToken.of(recipe);
        return recent.get(token, () -> makeNow(recipe, token));
    }

    private BandSong makeNow(BandRecipe recipe, String token) {
        Players players = more.band(recipe.model(), recipe.hash());
        BandRequest request = recipe.touch().wish(players.band().request()).seed(recipe.seed());
        NoteSequence played = play(recipe, players, request);
        NoteSequence titled = played.toBuilder().title(BandSong.title(recipe)).build();
        return new BandSong(recipe, token, players.band().bundle().hash(), titled);
    }

    private NoteSequence play(BandRecipe recipe, Players players, BandRequest request) {
        if (recipe instanceof BandComposed composed) {
            int segments = segments(players, composed.steps());
            return until(
                    composed.steps(),
                    request.tempo(composed.tempo()).segments(segments).compose());
        }
        if (recipe instanceof Accompanied accompanied) {
            MelodySong melody = melodies.make(accompanied.of());
            NoteSequence music = melody.music().withResolution(quarter());
            return until(wholeBars(melody.steps()), request.accompany(music));
        }
        Extended extended = (Extended) recipe;
        NoteSequence given = extended.given().music(players.instruments(), extended.tempo());
        int segments = segments(players, extended.steps());
        return until(
                extended.givenSteps() + extended.steps(),
                request.segments(segments).continueSong(given));
    }

    private static int quarter() {
        return BandSong.TICKS_PER_STEP * Melody.DEFAULT_STEPS_PER_QUARTER;
    }

    private static int segments(Players players, int steps) {
        int segment = players.band().configuration().steps();
        return (steps + segment - 1) / segment;
    }

    private static int wholeBars(int steps) {
        int bar = Melody.DEFAULT_STEPS_PER_BAR;
        return (steps + bar - 1) / bar * bar;
    }

    private static NoteSequence until(int steps, NoteSequence music) {
        long end = (long) steps * BandSong.TICKS_PER_STEP;
        return music.endTick() > end ? music.trim(0, end) : music;
    }
}
