package io.github.musicgen.models.evaluation.bandvae;

import io.github.musicgen.api.bandvae.BandPlayer;
import io.github.musicgen.api.bandvae.BandVae;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.PlayOptions;
import io.github.musicgen.api.bandvae.PlayedCells;
import io.github.musicgen.api.bandvae.PlayedKey;
import io.github.musicgen.models.corpus.band.BandPiece;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether instruments go on playing.
 *
 * @param instruments how it is with each that an opening has
 */
public record BandPresence(List<Part> instruments) {
    private static final int QUARTERS = 4;

    /** Copies the list. */
    public BandPresence {
        instruments = List.copyOf(instruments);
    }

    /**
     * How it is with one instrument.
     *
     * @param name of the instrument
     * @param songs in how many the opening that was continued has it
     * @param present in how many of these it sounds in each quarter of what follows
     */
    public record Part(String name, int songs, int present) {
        /**
         * In which part of the songs it is there to the end.
         *
         * @return from 0 to 1
         */
        public double share() {
            return (double) present / songs;
        }
    }

    /**
     * Continues the openings of pieces.
     *
     * @param model the band
     * @param pieces whose openings are heard
     * @param opening so many segments of each, or all if it has fewer
     * @param segments so many are played
     * @param options how to play; each piece has the next seed
     * @return what became of the instruments
     */
    public static BandPresence of(
            BandVae model, List<BandPiece> pieces, int opening, int segments, PlayOptions options) {
        if (opening < 1 || segments < QUARTERS) {
            throw new IllegalArgumentException("there must be 1 segment to hear and " + QUARTERS
                    + " to play or more, but were " + opening + " and " + segments);
        }
        BandVaeConfiguration configuration = model.configuration();
        int count = configuration.instruments().size();
        int[] songs = new int[count];
        int[] present = new int[count];
        for (int piece = 0; piece < pieces.size(); piece++) {
            PlayOptions own = new PlayOptions(options.temperature(), options.threshold(), options.seed() + piece);
            BandPlayer player = new BandPlayer(model, own, PlayedKey.HOME);
            int length = Math.min(opening, pieces.get(piece).rolls().segments());
            boolean[] inOpening = hear(player, pieces.get(piece), length, count);
            boolean[][] sounds = play(player, segments, count);
            for (int i = 0; i < count; i++) {
                if (inOpening[i]) {
                    songs[i]++;
                    present[i] += inEachQuarter(sounds[i]) ? 1 : 0;
                }
            }
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (songs[i] > 0) {
                parts.add(new Part(configuration.instruments().get(i).name(), songs[i], present[i]));
            }
        }
        return new BandPresence(parts);
    }

    /** Gives which instruments sound. */
    private static boolean[] hear(BandPlayer player, BandPiece piece, int length, int count) {
        boolean[] sounding = new boolean[count];
        for (int segment = 0; segment < length; segment++) {
            List<PlayedCells> cells = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                cells.add(new PlayedCells(
                        piece.rolls().segment(i, segment), piece.rolls().velocities(i, segment), 0));
                sounding[i] |= !cells.get(i).cells().isSilent();
            }
            player.hear(cells);
        }
        return sounding;
    }

    private static boolean[][] play(BandPlayer player, int segments, int count) {
        boolean[][] sounds = new boolean[count][segments];
        for (int segment = 0; segment < segments; segment++) {
            List<PlayedCells> played = player.play();
            for (int i = 0; i < count; i++) {
                sounds[i][segment] = !played.get(i).cells().isSilent();
            }
        }
        return sounds;
    }

    private static boolean inEachQuarter(boolean[] sounds) {
        boolean[] quarters = new boolean[QUARTERS];
        for (int i = 0; i < sounds.length; i++) {
            quarters[i * QUARTERS / sounds.length] |= sounds[i];
        }
        return quarters[0] && quarters[1] && quarters[2] && quarters[3];
    }
}
