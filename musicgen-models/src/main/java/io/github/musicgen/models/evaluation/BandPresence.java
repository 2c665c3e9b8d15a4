package io.github.musicgen.models.evaluation;

import io.github.musicgen.api.bandvae.BandPlayer;
import io.github.musicgen.api.bandvae.BandVae;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.PlayOptions;
import io.github.musicgen.api.bandvae.PlayedCells;
import io.github.musicgen.api.bandvae.PlayedKey;
import io.github.musicgen.models.corpus.BandPiece;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether instruments go on playing.
 *
 * @param instruments how it is with each
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
     * @param sounding in how many of all segments of these songs it sounds, as a part of one
     * @param opening the same of the openings
     */
    public record Part(String name, int songs, int present, double sounding, double opening) {
        /**
         * In which part of the songs it is there to the end.
         *
         * @return from 0 to 1; 1 if there are no songs
         */
        public double share() {
            return songs == 0 ? 1 : (double) present / songs;
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
        int[] sounding = new int[count];
        int[] openings = new int[count];
        int[] heard = new int[count];
        for (int piece = 0; piece < pieces.size(); piece++) {
            PlayOptions own = new PlayOptions(options.temperature(), options.threshold(), options.seed() + piece);
            BandPlayer player = new BandPlayer(model, own, PlayedKey.HOME);
            int length = Math.min(opening, pieces.get(piece).rolls().segments());
            int[] inOpening = hear(player, pieces.get(piece), length, count);
            boolean[][] sounds = play(player, segments, count);
            for (int i = 0; i < count; i++) {
                if (inOpening[i] > 0) {
                    songs[i]++;
                    present[i] += inEachQuarter(sounds[i]) ? 1 : 0;
                    sounding[i] += sum(sounds[i]);
                    openings[i] += inOpening[i];
                    heard[i] += length;
                }
            }
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new Part(
                    configuration.instruments().get(i).name(),
                    songs[i],
                    present[i],
                    (double) sounding[i] / Math.max(1, songs[i] * segments),
                    (double) openings[i] / Math.max(1, heard[i])));
        }
        return new BandPresence(parts);
    }

    /** Gives in how many segments each instrument sounds. */
    private static int[] hear(BandPlayer player, BandPiece piece, int length, int count) {
        int[] sounding = new int[count];
        for (int segment = 0; segment < length; segment++) {
            List<PlayedCells> cells = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                cells.add(new PlayedCells(
                        piece.rolls().segment(i, segment), piece.rolls().velocities(i, segment), 0));
                sounding[i] += cells.get(i).cells().isSilent() ? 0 : 1;
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
        return sum(quarters) == QUARTERS;
    }

    private static int sum(boolean[] values) {
        int sum = 0;
        for (boolean value : values) {
            sum += value ? 1 : 0;
        }
        return sum;
    }
}
