package io.github.musicgen.api;

import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.importer.ModelFiles;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.melodyvae.Posterior;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.run.FoundMelody;
import io.github.musicgen.representation.melody.BarWindows;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Pitch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A space of short melodies, in which melodies are drawn, blended and varied. Immutable; one model serves all threads.
 *
 * <pre>{@code
 * LatentModel space = LatentModel.load("two-bars"); // or the Path of a bundle, or of a MusicVAE of Magenta
 * Melody first = space.windows(MidiReader.read(Path.of("a.mid"))).get(0);
 * Melody last = space.windows(MidiReader.read(Path.of("b.mid"))).get(0);
 *
 * List<Melody> morph = space.request().temperature(0.5).inKey("D dorian").interpolate(first, last, 8);
 * List<Melody> others = space.request().seed(7).similar(first, 4, 0.8);
 * LatentVector denser = space.direction(MelodyAttribute.DENSITY, melodies);
 * Melody busy = space.decode(space.encode(first).plus(denser, 1.5), 0.5);
 * }</pre>
 *
 * <p>Melodies are of so many whole bars of 4/4 as the model knows. Pitches beyond its range are moved by octaves. A model uses the
 * portable engine, which gives the same notes everywhere for the same seed, unless another is {@linkplain #withEngine asked for}.
 */
public final class LatentModel {
    private final MelodyVaeBundle bundle;
    private final Engine engine;
    private final MelodyVae model;

    private LatentModel(MelodyVaeBundle bundle, Engine engine) {
        this.bundle = bundle;
        this.engine = engine;
        this.model = bundle.model(engine);
    }

    /**
     * Loads a model.
     *
     * @param path a bundle of this library, a TensorFlow checkpoint of MusicVAE, or a folder of Magenta.js
     * @return the model
     * @throws io.github.musicgen.api.format.MalformedModelException if it is none of these, broken, or no space of melodies
     * @throws IOException if it cannot be read
     */
    public static LatentModel load(Path path) throws IOException {
        return of(ModelFiles.readMelodyVae(path).bundle());
    }

    /**
     * Loads a model that comes along, in a jar of its own: {@code musicgen-api} with the classifier {@code more-models}.
     *
     * @param name one of {@link #available}
     * @return the model
     * @throws IllegalArgumentException if there is none of this name, or that jar is not there
     */
    public static LatentModel load(String name) {
        return of(MoreModels.space(name));
    }

    /**
     * What {@link #load(String)} can load, where that jar is on the class path or the module path.
     *
     * @return names, in alphabetical order
     */
    public static List<String> available() {
        return MoreModels.spaces();
    }

    /**
     * Makes a model of a bundle that is there.
     *
     * @param bundle the bundle
     * @return the model
     */
    public static LatentModel of(MelodyVaeBundle bundle) {
        return new LatentModel(bundle, Engine.portable());
    }

    /**
     * The same model on another engine, whose arithmetic rounds otherwise.
     *
     * @param newEngine what multiplies
     * @return the model
     */
    public LatentModel withEngine(Engine newEngine) {
        return new LatentModel(bundle, newEngine);
    }

    /**
     * Cuts music into melodies that this model can encode.
     *
     * @param music music with a melody in 4/4: of its parts with one note at a time the highest
     * @return all stretches of as many bars as the model knows, one bar apart, but for those without a note; none if the melody is
     *     shorter
     * @throws IllegalArgumentException if it has no melody
     */
    public List<Melody> windows(NoteSequence music) {
        Melody melody = FoundMelody.of(
                        "the music", music, Optional.empty(), configuration().stepsPerQuarter())
                .melody();
        return BarWindows.of(melody, configuration().bars()).stream()
                .filter(LatentModel::hasNote)
                .toList();
    }

    /**
     * Encodes a melody.
     *
     * @param melody as long as the model's melodies, in 4/4, with a note or more
     * @return the likeliest of its vectors
     * @throws IllegalArgumentException if it is longer or shorter, in another meter, on another grid, or silent
     */
    public LatentVector encode(Melody melody) {
        return posterior(melody).mean();
    }

    /**
     * Encodes a melody into one of its vectors, by chance.
     *
     * @param melody as long as the model's melodies, in 4/4, with a note or more
     * @param seed what is drawn from
     * @return the vector
     * @throws IllegalArgumentException if it is longer or shorter, in another meter, on another grid, or silent
     */
    public LatentVector encode(Melody melody, long seed) {
        return posterior(melody).sample(SeededRandom.ofSeed(seed));
    }

    /**
     * Tells where a melody lies, and how certainly.
     *
     * @param melody as long as the model's melodies, in 4/4, with a note or more
     * @return the distribution of its vectors
     * @throws IllegalArgumentException if it is longer or shorter, in another meter, on another grid, or silent
     */
    public Posterior posterior(Melody melody) {
        return model.encode(fitted(melody).events());
    }

    private Melody fitted(Melody melody) {
        MelodyVaeConfiguration known = configuration();
        if (melody.stepsPerBar() != known.stepsPerBar() || melody.stepsPerQuarter() != known.stepsPerQuarter()) {
            throw new IllegalArgumentException("a melody must be in 4/4 with " + known.stepsPerQuarter()
                    + " steps in a quarter and " + known.stepsPerBar() + " in a bar, but had "
                    + melody.stepsPerQuarter() + " and " + melody.stepsPerBar());
        }
        if (melody.length() != known.steps()) {
            throw new IllegalArgumentException("a melody must be " + known.bars() + " bars long, which are "
                    + known.steps() + " steps, but was " + melody.length() + "; BarWindows cuts longer ones");
        }
        if (!hasNote(melody)) {
            throw new IllegalArgumentException("a melody must have a note, but was silent");
        }
        return melody.squash(known.minPitch(), known.maxPitch()).melody();
    }

    private static boolean hasNote(Melody melody) {
        for (int step = 0; step < melody.length(); step++) {
            if (melody.event(step) >= Pitch.MIN) {
                return true;
            }
        }
        return false;
    }

    /**
     * Decodes a vector. The same vector gives the same melody; other draws are had by {@link LatentRequest#seed}.
     *
     * @param vector of the model's size
     * @param temperature 0 always takes the likeliest event, 1 draws as the model was trained, more is more daring
     * @return the melody, from step 0 on
     * @throws IllegalArgumentException if the vector is of another size, or the temperature out of bounds
     */
    public Melody decode(LatentVector vector, double temperature) {
        return request().temperature(temperature).decode(vector);
    }

    /**
     * Begins to say how melodies shall be made.
     *
     * @return a request, so far at the model's own temperature, with seed 0
     */
    public LatentRequest request() {
        return new LatentRequest(this, new LatentOptions(bundle.sampling(), 0, List.of()));
    }

    /**
     * The way to more of something: from the mean of the vectors of the quarter of melodies that have least of it to the mean of those
     * that have most. {@link LatentVector#plus} goes it, as far as one likes.
     *
     * @param attribute of what
     * @param melodies at least 8 that the model can encode; more and more different ones tell more
     * @return the direction, of the length that lies between the means
     * @throws IllegalArgumentException if they are fewer, or all have the same of it
     */
    public LatentVector direction(MelodyAttribute attribute, Collection<Melody> melodies) {
        return new LatentDirection(this, attribute).of(melodies);
    }

    /**
     * Tells whether the model still answers as when its bundle was made.
     *
     * @return where it does not, in words; empty if all is well
     * @throws IllegalStateException if the bundle has no golden section
     */
    public List<String> verify() {
        boolean exact = !engine.isNative();
        // An engine that rounds weights gives other answers on purpose: then the exact ones are looked at.
        MelodyVae checked = exact ? bundle.model(Engine.portable()) : model;
        return bundle.golden()
                .orElseThrow(() -> new IllegalStateException(
                        "model \"" + bundle.card().id() + "\" was bundled without a golden section"))
                .differences(checked, exact);
    }

    /**
     * The model and all that is known of it.
     *
     * @return the bundle
     */
    public MelodyVaeBundle bundle() {
        return bundle;
    }

    /**
     * What the model is.
     *
     * @return its configuration
     */
    public MelodyVaeConfiguration configuration() {
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

    MelodyVae model() {
        return model;
    }
}
