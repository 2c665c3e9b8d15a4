package io.github.musicgen.api.bandvae;

import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.random.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plays segment after segment. Owned by one thread.
 *
 * <p>The rules, beside what was learned:
 * <ul>
 *   <li>An instrument that has sounded and then was silent for {@link #PATIENCE} segments comes back: its next segment is a new one that
 *       goes on from the last one in which it sounded.
 *   <li>A segment in which nobody would sound is played again, by those who sounded last: they go on from there.
 *   <li>If nothing was heard, all begin together.
 *   <li>Who has to sound draws up to {@link #TRIES} points, until one sounds; of the last of them sounds what is nearly as likely as the
 *       likeliest cell.
 *   <li>Of what it hears, too, only what may sound in the key is remembered, so that nothing else comes again.
 *   <li>Only a segment that there was comes again. One that comes again changed is decoded anew from its point, to what others play now.
 * </ul>
 */
public final class BandPlayer {
    /** So many segments may an instrument be silent that has played. */
    public static final int PATIENCE = 4;

    /** So many points are drawn by who has to sound. */
    public static final int TRIES = 16;

    private static final double PART_OF_LIKELIEST = 0.8;

    private final BandVae model;
    private final PlayOptions options;
    private final PlayedKey key;
    private final SeededRandom random;
    private final List<Voice> voices = new ArrayList<>();
    private boolean begun;

    /** What an instrument played, and where that lies. */
    private record Moment(PlayedCells played, LatentVector point) {
        boolean isSilent() {
            return played.cells().isSilent();
        }
    }

    /** What is remembered of an instrument. */
    private static final class Voice {
        private final List<Integer> lags;
        private final List<Moment> moments =
                new ArrayList<>(); // the last ones, which may come again; at first the silence before all
        private int before; // how many segments there were
        private Moment sounding; // the last one in which it sounded
        private boolean hasSounded;
        private int silentFor;

        Voice(List<Integer> lags, Moment silence) {
            this.lags = lags;
            this.sounding = silence;
            moments.add(silence);
        }

        Moment last() {
            return moments.get(moments.size() - 1);
        }

        Moment ago(int lag) {
            return moments.get(moments.size() - lag);
        }

        void remember(Moment moment) {
            remember(moment, moment);
        }

        /** What may sound of what was given. Who was given nothing that may has played all the same, and goes on from there. */
        void remember(Moment moment, Moment given) {
            moments.add(moment);
            before++;
            if (moments.size() > longestLag() + 1) {
                moments.remove(0);
            }
            if (given.isSilent()) {
                silentFor++;
            } else {
                silentFor = 0;
                hasSounded = true;
                sounding = moment.isSilent() ? given : moment;
            }
        }

        private int longestLag() {
            return lags.stream().mapToInt(Integer::intValue).max().orElse(0);
        }

        /** Whether the last segment was the one so many segments before it again. */
        List<Boolean> came() {
            return came(last(), moments.size() - 1, before);
        }

        /** Whether a segment that may come next would be the one so many segments before it again. */
        List<Boolean> wouldCome(Moment next) {
            return came(next, moments.size(), before + 1);
        }

        /** Of a moment at an index; so many segments were there with it. */
        private List<Boolean> came(Moment moment, int index, int segments) {
            List<Boolean> came = new ArrayList<>();
            for (int lag : lags) {
                came.add(segments > lag
                        && moment.played()
                                .cells()
                                .equals(moments.get(index - lag).played().cells()));
            }
            return came;
        }

        boolean hasBeenSilentTooLong() {
            return hasSounded && silentFor >= PATIENCE;
        }
    }

    /**
     * A band that has heard nothing.
     *
     * @param model what was learned
     * @param options how to play
     * @param key what of that may sound; whoever calls has moved to home what is heard
     */
    public BandPlayer(BandVae model, PlayOptions options, PlayedKey key) {
        this.model = model;
        this.options = options;
        this.key = key;
        this.random = SeededRandom.ofSeed(options.seed());
        for (int i = 0; i < instruments(); i++) {
            BandCells silence = BandCells.silence(model.cells(i));
            PlayedCells nothing = new PlayedCells(silence, new byte[silence.size()], 0);
            voices.add(new Voice(model.configuration().lags(), moment(i, nothing)));
        }
    }

    private Moment moment(int instrument, PlayedCells played) {
        return new Moment(played, model.encode(instrument, played.cells()).mean());
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
            PlayedCells kept = key.within(instrument(i), cells.get(i));
            Moment given = moment(i, cells.get(i));
            boolean isAllowed = kept.cells().equals(cells.get(i).cells());
            voices.get(i).remember(isAllowed ? given : moment(i, kept), given);
        }
        begun = true;
    }

    private BandInstrument instrument(int index) {
        return model.configuration().instruments().get(index);
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
        List<Moment> segment = segment(lead, tooLongSilent());
        if (segment.stream().allMatch(Moment::isSilent)) {
            segment = segment(lead, lastToSound());
        }
        for (int i = 0; i < instruments(); i++) {
            voices.get(i).remember(segment.get(i));
        }
        begun = true;
        return segment.stream().map(Moment::played).toList();
    }

    private Set<Voice> tooLongSilent() {
        return voices.stream().filter(Voice::hasBeenSilentTooLong).collect(Collectors.toSet());
    }

    /** Those who sounded in the last segment in which anybody did; nobody before there was one. */
    private Set<Voice> lastToSound() {
        List<Voice> heard = voices.stream().filter(voice -> voice.hasSounded).toList();
        int shortest = heard.stream().mapToInt(voice -> voice.silentFor).min().orElse(0);
        return heard.stream().filter(voice -> voice.silentFor == shortest).collect(Collectors.toSet());
    }

    /** A segment that may come next, in which some have to sound. */
    private List<Moment> segment(Optional<PlayedCells> lead, Set<Voice> sounding) {
        List<Moment> segment = new ArrayList<>();
        List<BandVae.Heard> heard = new ArrayList<>();
        for (int i = 0; i < instruments(); i++) {
            Voice voice = voices.get(i);
            int others = model.configuration().heard(i);
            Moment moment = i == 0 && lead.isPresent()
                    ? moment(0, lead.get())
                    : next(
                            i,
                            voice,
                            sounding.contains(voice),
                            new Others(heard.subList(0, others), segment.subList(0, others)));
            segment.add(moment);
            heard.add(model.heard(moment.played().cells(), moment.point(), voice.wouldCome(moment)));
        }
        return segment;
    }

    /** What somebody hears who plays after them. */
    private record Others(List<BandVae.Heard> heard, List<Moment> segment) {}

    private HeardSteps steps(Others others) {
        return HeardSteps.of(
                model.configuration(),
                others.segment().stream().map(moment -> moment.played().cells()).toList());
    }

    /** As many numbers are drawn whatever comes of them, so that one choice does not change all others. */
    private Moment next(int instrument, Voice voice, boolean mustSound, Others others) {
        LatentVector from = mustSound ? voice.sounding.point() : voice.last().point();
        NextLatent next = model.next(instrument, new BandVae.Past(from, voice.came()), others.heard());
        double drawn = random.nextDouble();
        SeededRandom points = SeededRandom.ofSeed(random.nextLong());
        if (mustSound || !begun) {
            return moment(instrument, sounding(instrument, next, steps(others), points));
        }
        List<Integer> lags = model.configuration().lags();
        int way = way(next, voice.before, drawn);
        if (way < lags.size()) {
            int lag = lags.get(way);
            Moment old = voice.ago(lag);
            return new Moment(new PlayedCells(old.played().cells(), old.played().velocities(), lag), old.point());
        }
        LatentVector point = way < 2 * lags.size()
                ? voice.ago(lags.get(way - lags.size())).point()
                : next.draw(options.temperature(), points);
        return moment(instrument, decoded(instrument, point, steps(others)));
    }

    private PlayedCells decoded(int instrument, LatentVector point, HeardSteps heard) {
        return played(roll(instrument, point, heard), options.threshold());
    }

    private DecodedRoll roll(int instrument, LatentVector point, HeardSteps heard) {
        DecodedRoll roll = model.decode(instrument, point, heard);
        key.restrict(instrument(instrument), roll);
        return roll;
    }

    private PlayedCells sounding(int instrument, NextLatent next, HeardSteps heard, SeededRandom points) {
        DecodedRoll roll = roll(instrument, next.draw(options.temperature(), points), heard);
        for (int i = 1; i < TRIES && roll.highest() <= options.threshold(); i++) {
            roll = roll(instrument, next.draw(options.temperature(), points), heard);
        }
        boolean sounds = roll.highest() > options.threshold();
        return played(roll, sounds ? options.threshold() : PART_OF_LIKELIEST * roll.highest());
    }

    /** One of the ways of {@link NextLatent#again}. */
    private int way(NextLatent next, int before, double drawn) {
        double[] chances = next.again(before, model.configuration().lags());
        double left = drawn;
        for (int i = 0; i < chances.length - 1; i++) {
            if (left < chances[i]) {
                return i;
            }
            left -= chances[i];
        }
        return chances.length - 1;
    }

    private static PlayedCells played(DecodedRoll roll, double threshold) {
        BandCells cells = roll.cells(threshold);
        byte[] velocities = new byte[cells.size()];
        for (int i = 0; i < velocities.length; i++) {
            if (cells.at(i) != BandCells.SILENT) {
                velocities[i] = (byte) roll.velocity(i);
            }
        }
        return new PlayedCells(cells, velocities, 0);
    }
}
