package io.github.musicgen.api;

import io.github.musicgen.api.bandvae.BandVae;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.PlayOptions;
import io.github.musicgen.api.bundle.BandVaeBundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Several instruments that play together. Immutable; one band serves all threads.
 *
 * <pre>{@code
 * Band band = Band.load(Path.of("band.safetensors"));
 * NoteSequence song = band.compose(180);
 * NoteSequence longer = band.request().seed(7).tempo(140).segments(8).continueSong(song);
 * NoteSequence played = band.accompany(melody);
 * MidiWriter.write(song, Path.of("song.mid"));
 * }</pre>
 *
 * <p>Music is in 4/4, and written in segments of a few bars. What comes out has a part for each instrument, silent ones too, with its
 * General MIDI program. The same band, request and music give the same notes on every machine, unless another engine is {@linkplain
 * #withEngine asked for}.
 */
public final class Band {
    private final BandVaeBundle bundle;
    private final Engine engine;
    private final BandVae model;

    private Band(BandVaeBundle bundle, Engine engine) {
        this.bundle = bundle;
        this.engine = engine;
        this.model = bundle.model(engine);
    }

    /**
     * Loads a band.
     *
     * @param path a bundle of this library
     * @return the band
     * @throws io.github.musicgen.api.format.MalformedModelException if it is none, broken, or of another family
     * @throws IOException if it cannot be read
     */
    public static Band load(Path path) throws IOException {
        return of(BandVaeBundle.read(path));
    }

    /**
     * Loads a band that comes in a jar of its own, {@code musicgen-api} with the classifier {@code more-models}.
     *
     * @param name one of {@link #available}
     * @return the band
     * @throws IllegalArgumentException if there is none of this name, or that jar is not there
     */
    public static Band load(String name) {
        return of(MoreModels.band(name));
    }

    /**
     * What {@link #load(String)} can load, where that jar is on the class path or the module path.
     *
     * @return their names, whether or not the jar is on the class path
     */
    public static List<String> available() {
        return MoreModels.bands();
    }

    /**
     * Makes a band of a bundle that is there.
     *
     * @param bundle the bundle
     * @return the band
     */
    public static Band of(BandVaeBundle bundle) {
        return new Band(bundle, Engine.portable());
    }

    /**
     * The same band on another engine, whose arithmetic rounds otherwise.
     *
     * @param newEngine what multiplies
     * @return the band
     */
    public Band withEngine(Engine newEngine) {
        return new Band(bundle, newEngine);
    }

    /**
     * Composes a song, with seed 0.
     *
     * @param seconds how long it is
     * @return the song
     * @throws IllegalArgumentException if that is not more than 0, or too long
     */
    public NoteSequence compose(double seconds) {
        return request().compose(seconds);
    }

    /**
     * Continues a song by a minute or so, with seed 0.
     *
     * @param song in 4/4, with a note of one of the instruments
     * @return the song, tick for tick, and what follows
     * @throws IllegalArgumentException if it has no such note, or is in another meter
     */
    public NoteSequence continueSong(NoteSequence song) {
        return request().continueSong(song);
    }

    /**
     * Accompanies a melody, with seed 0.
     *
     * @param melody in 4/4; the first instrument plays all of it but drums
     * @return the melody, and what the others play to it
     * @throws IllegalArgumentException if it has no note that the first instrument can play, or is in another meter
     */
    public NoteSequence accompany(NoteSequence melody) {
        return request().accompany(melody);
    }

    /**
     * Begins to say how the band shall play.
     *
     * @return a request, so far with the band's own temperature and threshold, and seed 0
     */
    public BandRequest request() {
        PlayOptions play =
                new PlayOptions(bundle.sampling().temperature(), configuration().threshold(), 0);
        return new BandRequest(
                this, new BandOptions(play, OptionalDouble.empty(), OptionalInt.empty(), Optional.empty()));
    }

    /**
     * Tells whether the band still answers as when its bundle was made.
     *
     * @return where it does not, in words; empty if all is well
     * @throws IllegalStateException if the bundle has no golden section
     */
    public List<String> verify() {
        boolean exact = !engine.isNative();
        // An engine that rounds weights gives other answers on purpose: then the exact ones are looked at.
        BandVae checked = exact ? bundle.model(Engine.portable()) : model;
        return bundle.golden()
                .orElseThrow(() -> new IllegalStateException(
                        "band \"" + bundle.card().id() + "\" was bundled without a golden section"))
                .differences(checked, exact);
    }

    /**
     * The band and all that is known of it.
     *
     * @return the bundle
     */
    public BandVaeBundle bundle() {
        return bundle;
    }

    /**
     * What the band is.
     *
     * @return its configuration
     */
    public BandVaeConfiguration configuration() {
        return bundle.configuration();
    }

    /**
     * What multiplies.
     *
     * @return the engine
     */
    public Engine engine() {
        return engine;
    }

    @Override
    public String toString() {
        return "Band[" + bundle.card().id() + "]";
    }

    BandVae model() {
        return model;
    }
}
