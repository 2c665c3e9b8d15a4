package io.github.musicgen.api;

import io.github.musicgen.api.bandvae.BandKey;
import io.github.musicgen.api.bandvae.PlayOptions;
import io.github.musicgen.api.run.BandRun;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.Optional;

/**
 * How a {@link Band} shall play, said word by word. Immutable: each word returns a new request, so that one may be kept and varied. The
 * same request gives the same notes, everywhere.
 */
public final class BandRequest {
    /** The most segments that are played at once: eleven hours of segments of two bars at the usual tempo. */
    public static final int MAX_SEGMENTS = 10_000;

    /** The tempo of songs from nothing. */
    public static final double USUAL_TEMPO = 120;

    /** How many segments a continuation has unless it is said. */
    public static final int USUAL_SEGMENTS = 16;

    private static final double SECONDS_PER_MINUTE = 60;

    private final Band band;
    private final BandOptions options;

    BandRequest(Band band, BandOptions options) {
        this.band = band;
        this.options = options;
    }

    /**
     * Says all at once what was said to another request.
     *
     * @param newOptions its {@link #options}, which replace all that was said to this one
     * @return the request
     */
    public BandRequest with(BandOptions newOptions) {
        return new BandRequest(band, newOptions);
    }

    /**
     * How far from the likeliest is drawn.
     *
     * @param temperature 0 not at all, 1 as it was learned, more is more daring, to {@link PlayOptions#MAX_TEMPERATURE}
     * @return the request
     * @throws IllegalArgumentException if it is beyond these bounds, or no number
     */
    public BandRequest temperature(double temperature) {
        PlayOptions play = options.play();
        return with(options.withPlay(new PlayOptions(temperature, play.threshold(), play.seed())));
    }

    /**
     * How likely a note must be to sound.
     *
     * @param threshold less than that is not played, more than 0 and less than 1; lower makes music denser
     * @return the request
     * @throws IllegalArgumentException if it is beyond these bounds, or no number
     */
    public BandRequest threshold(double threshold) {
        PlayOptions play = options.play();
        return with(options.withPlay(new PlayOptions(play.temperature(), threshold, play.seed())));
    }

    /**
     * What is drawn from.
     *
     * @param seed any number
     * @return the request
     */
    public BandRequest seed(long seed) {
        PlayOptions play = options.play();
        return with(options.withPlay(new PlayOptions(play.temperature(), play.threshold(), seed)));
    }

    /**
     * How fast.
     *
     * @param quartersPerMinute from 10 to 500; a song that is continued keeps its own, and this holds after it, but a melody that is
     *     accompanied is played in this from beginning to end
     * @return the request
     * @throws IllegalArgumentException if it is beyond these bounds, or no number
     */
    public BandRequest tempo(double quartersPerMinute) {
        return with(options.withTempo(quartersPerMinute));
    }

    /**
     * How many segments; {@link #compose(double)} alone does not ask.
     *
     * @param segments from 1 to {@link #MAX_SEGMENTS}
     * @return the request
     * @throws IllegalArgumentException if it is beyond these bounds
     */
    public BandRequest segments(int segments) {
        return with(options.withSegments(segments));
    }

    /**
     * Tones of a key alone, but for drums. What is given stays as it is.
     *
     * @param scale such as {@code D dorian}, {@code C}, {@code F# minor}, {@code Eb major pentatonic}
     * @return the request
     * @throws IllegalArgumentException if there is no such scale
     */
    public BandRequest inKey(String scale) {
        return inKey(Scale.parse(scale));
    }

    /**
     * Tones of a scale alone, but for drums. What is given stays as it is.
     *
     * @param scale the scale
     * @return the request
     */
    public BandRequest inKey(Scale scale) {
        return with(options.withKey(scale));
    }

    /**
     * All that was said so far.
     *
     * @return the options
     */
    public BandOptions options() {
        return options;
    }

    /**
     * Composes a song of so many segments as were asked for.
     *
     * @return the song
     * @throws IllegalStateException if no number of segments was said
     */
    public NoteSequence compose() {
        int segments = options.segments()
                .orElseThrow(() -> new IllegalStateException(
                        "how long the song is must be said: segments(16).compose(), or compose(30) for seconds"));
        return run().compose(tempo(), segments, Long.MAX_VALUE);
    }

    /**
     * Composes a song. Its last segment is cut at the step that is nearest to where the time is over.
     *
     * @param seconds how long it is, whatever number of segments was said; at least a step
     * @return the song
     * @throws IllegalArgumentException if that is not more than 0, or more than {@link #MAX_SEGMENTS} segments
     */
    public NoteSequence compose(double seconds) {
        if (!(seconds > 0 && seconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("seconds must be more than 0 and finite, but were " + seconds);
        }
        double steps =
                seconds * tempo() / SECONDS_PER_MINUTE * band.configuration().stepsPerQuarter();
        double segments = Math.max(1, Math.ceil(steps / band.configuration().steps()));
        if (segments > MAX_SEGMENTS) {
            double most = MAX_SEGMENTS
                    * band.configuration().steps()
                    * SECONDS_PER_MINUTE
                    / (tempo() * band.configuration().stepsPerQuarter());
            throw new IllegalArgumentException(
                    "seconds must be at most " + most + " at this tempo, but were " + seconds);
        }
        return run().compose(tempo(), (int) segments, Math.max(1, Math.round(steps)));
    }

    /**
     * In which key it composes.
     *
     * @return the key that is wished, or that the seed draws; empty if none is wished and the band plays in all keys
     */
    public Optional<BandKey> keyToCompose() {
        return run().keyToCompose();
    }

    private double tempo() {
        return options.tempo().orElse(USUAL_TEMPO);
    }

    /**
     * Continues a song from the next bar line on, by {@link #USUAL_SEGMENTS} segments unless other were asked for. It hears all of the
     * song.
     *
     * @param song in 4/4, with a note of one of the instruments
     * @return the song, tick for tick, and what follows: in the parts of the song that have name, program and drums of the instruments, as
     *     in songs of the band itself, and else in parts of their own
     * @throws IllegalArgumentException if it has no such note, or is in another meter
     */
    public NoteSequence continueSong(NoteSequence song) {
        return run().continueSong(song, options.tempo(), options.segments().orElse(USUAL_SEGMENTS));
    }

    /**
     * In which key it continues a song.
     *
     * @param song in 4/4
     * @return the key that is wished; or that of the last key signature, if it can be believed, or else of the notes; empty if none is
     *     wished and the band plays in all keys
     * @throws IllegalArgumentException if the song is in another meter
     */
    public Optional<BandKey> keyToContinue(NoteSequence song) {
        return run().keyToContinue(song);
    }

    /**
     * Accompanies a melody to its end, or for so many segments as were asked for.
     *
     * @param melody in 4/4; the first instrument plays all of it but drums
     * @return the melody as it is, played by the first instrument, and what the others play to it
     * @throws IllegalArgumentException if it has no note that the first instrument can play, or is in another meter
     */
    public NoteSequence accompany(NoteSequence melody) {
        return run().accompany(melody, options.tempo(), options.segments());
    }

    /**
     * In which key it accompanies a melody.
     *
     * @param melody in 4/4
     * @return the key that is wished; or that of the first key signature, if it can be believed, or else of the notes; empty if none is
     *     wished and the band plays in all keys
     * @throws IllegalArgumentException if the melody is in another meter
     */
    public Optional<BandKey> keyToAccompany(NoteSequence melody) {
        return run().keyToAccompany(melody);
    }

    private BandRun run() {
        return new BandRun(band.model(), options.play(), options.key());
    }
}
