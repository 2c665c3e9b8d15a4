package io.github.musicgen.api.bandvae;

import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.random.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plays segment after segment. Owned by one thread.
 *
 * <p>The rules, beside what was learned:
 * <ul>
 *   <li>An instrument that has sounded and then was silent for {@link #PATIENCE} segments comes back: its next segment is a new one that
 *       goes on from the last one in which it sounded, and if that would be silent, what is at least half as likely in it as the
 *       likeliest cell sounds.
 *   <li>If nothing was heard and nobody begins, the instrument with the likeliest cell does, in the same way.
 *   <li>The first segment is never one once more.
 * </ul>
 */
public final class BandPlayer {
    /** So many segments may an instrument be silent that has played. */
    public static final int PATIENCE = 4;

    private static final double PART_OF_LIKELIEST = 0.5;

    private final BandVae model;
    private final PlayOptions options;
    private final SeededRandom random;
    private final List<Voice> voices = new ArrayList<>();
    private boolean begun;

    /** What is remembered of an instrument. */
    private static final class Voice {
        private PlayedCells played;
        private LatentVector last;
        private LatentVector sounding; // the last point in which it sounded
        private boolean hasSounded;
        private int silentFor;

        Voice(PlayedCells played, LatentVector last) {
            this.played = played;
            this.last = last;
            this.sounding = last;
        }

        void remember(PlayedCells newPlayed, LatentVector point) {
            played = newPlayed;
            last = point;
            if (newPlayed.cells().isSilent()) {
                silentFor++;
            } else {
                silentFor = 0;
                hasSounded = true;
                sounding = point;
            }
        }

        boolean mustSound() {
            return hasSounded && silentFor >= PATIENCE;
        }
    }

    /**
     * A band that has heard nothing.
     *
     * @param model what was learned
     * @param options how to play
     */
    public BandPlayer(BandVae model, PlayOptions options) {
        this.model = model;
        this.options = options;
        this.random = SeededRandom.ofSeed(options.seed());
        for (int i = 0; i < instruments(); i++) {
            BandCells silence = BandCells.silence(model.cells(i));
            voices.add(new Voice(
                    new PlayedCells(silence, new byte[silence.size()], false),
                    model.encode(i, silence).mean()));
        }
    }

    private int instruments() {
        return model.configuration().instruments().size();
    }

    /**
     * Hears a segment that others played.
     *
     * @param cells of each instrument
     */
    public void hear(List<PlayedCells> cells) {
        if (cells.size() != instruments()) {
            throw new IllegalArgumentException(
                    "a segment must be of " + instruments() + " instruments, but was of " + cells.size());
        }
        for (int i = 0; i < cells.size(); i++) {
            voices.get(i).remember(cells.get(i), model.encode(i, cells.get(i).cells()).mean());
        }
        begun = true;
    }

    /**
     * Plays the next segment.
     *
     * @return what each instrument plays
     */
    public List<PlayedCells> play() {
        return play(Optional.empty());
    }

    /**
     * Plays the next segment to what somebody else plays in place of the first instrument.
     *
     * @param lead what that is
     * @return what each instrument plays, the first one what is given
     */
    public List<PlayedCells> play(PlayedCells lead) {
        return play(Optional.of(lead));
    }

    private List<PlayedCells> play(Optional<PlayedCells> lead) {
        List<PlayedCells> segment = new ArrayList<>();
        List<BandVae.Heard> heard = new ArrayList<>();
        List<DecodedRoll> decoded = new ArrayList<>();
        for (int i = 0; i < instruments(); i++) {
            Voice voice = voices.get(i);
            LatentVector before = voice.last;
            PlayedCells played =
                    i == 0 && lead.isPresent() ? lead.get() : next(i, voice, heard.subList(0, model.configuration().heard(i)), decoded);
            segment.add(played);
            LatentVector point =
                    played.again() ? before : model.encode(i, played.cells()).mean();
            voice.remember(played, point);
            heard.add(new BandVae.Heard(before, point));
        }
        if (!begun && segment.stream().allMatch(played -> played.cells().isSilent())) {
            begin(segment, decoded);
        }
        begun = true;
        return segment;
    }

    /** As many numbers are drawn whatever comes of them, so that one choice does not change all others. */
    private PlayedCells next(int instrument, Voice voice, List<BandVae.Heard> heard, List<DecodedRoll> decoded) {
        boolean mustSound = voice.mustSound();
        NextLatent next = model.next(instrument, mustSound ? voice.sounding : voice.last, heard);
        double chance = random.nextDouble();
        LatentVector point = next.draw(options.temperature(), random);
        if (begun && !mustSound && chance < next.again()) {
            return new PlayedCells(voice.played.cells(), voice.played.velocities(), true);
        }
        DecodedRoll roll = model.decode(instrument, point);
        decoded.add(roll);
        PlayedCells played = played(roll, options.threshold());
        return mustSound && played.cells().isSilent() ? sounding(roll) : played;
    }

    private static PlayedCells sounding(DecodedRoll roll) {
        return played(roll, PART_OF_LIKELIEST * roll.highest());
    }

    private static PlayedCells played(DecodedRoll roll, double threshold) {
        BandCells cells = roll.cells(threshold);
        byte[] velocities = new byte[cells.size()];
        for (int i = 0; i < velocities.length; i++) {
            if (cells.at(i) != BandCells.SILENT) {
                velocities[i] = (byte) roll.velocity(i);
            }
        }
        return new PlayedCells(cells, velocities, false);
    }

    /** Nobody began: then whoever was nearest to. */
    private void begin(List<PlayedCells> segment, List<DecodedRoll> decoded) {
        int first = segment.size() - decoded.size(); // the lead may have been given
        int nearest = 0;
        for (int i = 1; i < decoded.size(); i++) {
            nearest = decoded.get(i).highest() > decoded.get(nearest).highest() ? i : nearest;
        }
        if (!decoded.isEmpty()) {
            int instrument = first + nearest;
            PlayedCells played = sounding(decoded.get(nearest));
            segment.set(instrument, played);
            voices.get(instrument).remember(played, model.encode(instrument, played.cells()).mean());
        }
    }
}
