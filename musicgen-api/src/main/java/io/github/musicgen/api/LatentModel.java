package io.github.musicgen.api;

import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.importer.ModelFiles;
import io.github.musicgen.api.melodyvae.LatentContents;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.melodyvae.Posterior;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.representation.melody.DrumPattern;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.melody.Stretch;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * A space of short melodies, or of short patterns of drums, in which these are drawn, blended and varied. Immutable; one model serves
 * all threads.
 *
 * <pre>{@code
 * LatentModel<Melody> space = LatentModel.load("two-bars"); // or the Path of a bundle, or of a MusicVAE of Magenta
 * Melody first = space.windows(MidiReader.read(Path.of("a.mid"))).get(0);
 * Melody last = space.windows(MidiReader.read(Path.of("b.mid"))).get(0);
 *
 * List<Melody> morph = space.request().temperature(0.5).inKey("D dorian").interpolate(first, last, 8);
 * List<Melody> others = space.request().seed(7).similar(first, 4, 0.8);
 * LatentVector denser = space.direction(MelodyAttribute.DENSITY, melodies);
 * Melody busy = space.decode(space.encode(first).plus(denser, 1.5), 0.5);
 * }</pre>
 *
 * <p>What is encoded is of so many whole bars of 4/4 as the model knows. Pitches of melodies beyond its range are moved by octaves. A
 * model uses the portable engine, which gives the same notes everywhere for the same seed, unless another is {@linkplain #withEngine
 * asked for}.
 *
 * @param <T> its stretches: {@link Melody} or {@link DrumPattern}
 */
public final class LatentModel<T extends Stretch<T>> {
    private final MelodyVaeBundle bundle;
    private final Engine engine;
    private final MelodyVae model;
    private final LatentKind<T> kind;

    private LatentModel(MelodyVaeBundle bundle, Engine engine, LatentKind<T> kind) {
        this.bundle = bundle;
        this.engine = engine;
        this.model = bundle.model(engine);
        this.kind = kind;
    }

    /**
     * Loads a space of melodies.
     *
     * @param path a bundle of this library, a TensorFlow checkpoint of MusicVAE, or a folder of Magenta.js
     * @return the model
     * @throws MalformedModelException if it is none of these, broken, or no space of melodies
     * @throws IOException if it cannot be read
     */
    public static LatentModel<Melody> load(Path path) throws IOException {
        MelodyVaeBundle bundle = ModelFiles.readMelodyVae(path).bundle();
        return of(bundle, LatentKind.melodies(bundle).orElseThrow(() -> other(path, bundle, "melodies")));
    }

    /**
     * Loads a space of drums.
     *
     * @param path a bundle of this library, a TensorFlow checkpoint of MusicVAE, or a folder of Magenta.js
     * @return the model
     * @throws MalformedModelException if it is none of these, broken, or no space of drums
     * @throws IOException if it cannot be read
     */
    public static LatentModel<DrumPattern> loadDrums(Path path) throws IOException {
        MelodyVaeBundle bundle = ModelFiles.readMelodyVae(path).bundle();
        return of(bundle, LatentKind.drums(bundle).orElseThrow(() -> other(path, bundle, "drums")));
    }

    private static MalformedModelException other(Path path, MelodyVaeBundle bundle, String wanted) {
        return new MalformedModelException(
                String.valueOf(path.getFileName()),
                "a space of " + wanted,
                "one of " + bundle.configuration().contents().plural()
                        + "; LatentModel.load takes melodies, loadDrums drums");
    }

    /**
     * Loads a space of melodies that comes along, in a jar of its own: {@code musicgen-api} with the classifier {@code more-models}.
     *
     * @param name one of {@link #available}
     * @return the model
     * @throws IllegalArgumentException if there is none of this name, it is one of drums, or that jar is not there
     */
    public static LatentModel<Melody> load(String name) {
        return of(MoreModels.melodies(name));
    }

    /**
     * Loads a space of drums that comes along, in the same jar.
     *
     * @param name one of {@link #availableDrums}
     * @return the model
     * @throws IllegalArgumentException if there is none of this name, it is one of melodies, or that jar is not there
     */
    public static LatentModel<DrumPattern> loadDrums(String name) {
        return ofDrums(MoreModels.drums(name));
    }

    /**
     * What {@link #load(String)} can load, where that jar is on the class path or the module path.
     *
     * @return names, in alphabetical order
     */
    public static List<String> available() {
        return MoreModels.melodies();
    }

    /**
     * What {@link #loadDrums(String)} can load, where that jar is on the class path or the module path.
     *
     * @return names, in alphabetical order
     */
    public static List<String> availableDrums() {
        return MoreModels.drums();
    }

    /**
     * Makes a model of a bundle that is there.
     *
     * @param bundle a space of melodies
     * @return the model
     * @throws IllegalArgumentException if it is a space of something else
     */
    public static LatentModel<Melody> of(MelodyVaeBundle bundle) {
        return of(bundle, LatentKind.melodies(bundle).orElseThrow(() -> other(bundle, "melodies")));
    }

    /**
     * Makes a model of a bundle that is there.
     *
     * @param bundle a space of drums
     * @return the model
     * @throws IllegalArgumentException if it is a space of something else
     */
    public static LatentModel<DrumPattern> ofDrums(MelodyVaeBundle bundle) {
        return of(bundle, LatentKind.drums(bundle).orElseThrow(() -> other(bundle, "drums")));
    }

    private static <T extends Stretch<T>> LatentModel<T> of(MelodyVaeBundle bundle, LatentKind<T> kind) {
        return new LatentModel<>(bundle, Engine.portable(), kind);
    }

    private static IllegalArgumentException other(MelodyVaeBundle bundle, String wanted) {
        return new IllegalArgumentException("the model must be a space of " + wanted + ", but is one of "
                + bundle.configuration().contents().plural() + "; LatentModel.of takes melodies, ofDrums drums");
    }

    /**
     * Makes a model of a bundle that is there, for whoever does not care of what it is made.
     *
     * @param bundle a space of melodies or of drums
     * @return the model
     */
    public static LatentModel<?> ofAny(MelodyVaeBundle bundle) {
        return bundle.configuration().contents() instanceof LatentContents.Melodies ? of(bundle) : ofDrums(bundle);
    }

    /**
     * The same model on another engine, whose arithmetic rounds otherwise.
     *
     * @param newEngine what multiplies
     * @return the model
     */
    public LatentModel<T> withEngine(Engine newEngine) {
        return new LatentModel<>(bundle, newEngine, kind);
    }

    /**
     * Cuts music into stretches that this model can encode.
     *
     * @param music music with a melody in 4/4, of its parts with one note at a time the highest; or with drums, which all parts of drums
     *     play together
     * @return all stretches of as many bars as the model knows, one bar apart, but for those without a note; none if the music is
     *     shorter, or in other bars
     * @throws IllegalArgumentException if it has no melody, or no drums
     */
    public List<T> windows(NoteSequence music) {
        return kind.windows(music, configuration()).stream()
                .filter(Stretch::hasNote)
                .toList();
    }

    /**
     * Encodes a melody or drums.
     *
     * @param stretch as long as the model's, in 4/4, with a note or more
     * @return the likeliest of its vectors
     * @throws IllegalArgumentException if it is longer or shorter, in another meter, on another grid, or silent
     */
    public LatentVector encode(T stretch) {
        return posterior(stretch).mean();
    }

    /**
     * Encodes a melody or drums into one of its vectors, by chance.
     *
     * @param stretch as long as the model's, in 4/4, with a note or more
     * @param seed what is drawn from
     * @return the vector
     * @throws IllegalArgumentException if it is longer or shorter, in another meter, on another grid, or silent
     */
    public LatentVector encode(T stretch, long seed) {
        return posterior(stretch).sample(SeededRandom.ofSeed(seed));
    }

    /**
     * Tells where a melody or drums lie, and how certainly.
     *
     * @param stretch as long as the model's, in 4/4, with a note or more
     * @return the distribution of its vectors
     * @throws IllegalArgumentException if it is longer or shorter, in another meter, on another grid, or silent
     */
    public Posterior posterior(T stretch) {
        requireFitting(stretch);
        return model.encode(kind.shown(stretch).events());
    }

    private void requireFitting(T stretch) {
        MelodyVaeConfiguration known = configuration();
        String what = known.contents().word();
        if (stretch.stepsPerBar() != known.stepsPerBar() || stretch.stepsPerQuarter() != known.stepsPerQuarter()) {
            throw new IllegalArgumentException(what + " must be in 4/4 with " + known.stepsPerQuarter()
                    + " steps in a quarter and " + known.stepsPerBar() + " in a bar, but had "
                    + stretch.stepsPerQuarter() + " and " + stretch.stepsPerBar());
        }
        if (stretch.length() != known.steps()) {
            throw new IllegalArgumentException(what + " must be " + known.barsInWords() + " long, which are "
                    + known.steps() + " steps, but was " + stretch.length() + "; BarWindows cuts longer ones");
        }
        if (!stretch.hasNote()) {
            throw new IllegalArgumentException(what + " must have a note, but was silent");
        }
    }

    /**
     * Decodes a vector. The same vector gives the same notes; other draws are had by {@link LatentRequest#seed}.
     *
     * @param vector of the model's size
     * @param temperature 0 always takes the likeliest event, 1 draws as the model was trained, more is more daring
     * @return the melody or the drums, from step 0 on
     * @throws IllegalArgumentException if the vector is of another size, or the temperature out of bounds
     */
    public T decode(LatentVector vector, double temperature) {
        return request().temperature(temperature).decode(vector);
    }

    /**
     * Begins to say how melodies or drums shall be made.
     *
     * @return a request, so far at the model's own temperature, with seed 0
     */
    public LatentRequest<T> request() {
        return new LatentRequest<>(this, new LatentOptions(bundle.sampling(), 0, List.of()));
    }

    /**
     * The way to more of something: from the mean of the vectors of the quarter of stretches that have least of it to the mean of those
     * that have most. {@link LatentVector#plus} goes it, as far as one likes.
     *
     * @param attribute of what, such as {@link MelodyAttribute#DENSITY}
     * @param stretches at least 8 that the model can encode, beside those without a note, which are passed over; more and more different
     *     ones tell more
     * @return the direction, of the length that lies between the means
     * @throws IllegalArgumentException if they are fewer, or all have the same of it, or one has no finite amount of it
     */
    public LatentVector direction(LatentAttribute<? super T> attribute, Collection<T> stretches) {
        return new LatentDirection<>(this, attribute).of(stretches);
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

    @Override
    public String toString() {
        return "LatentModel[" + bundle.card().id() + "]";
    }

    MelodyVae model() {
        return model;
    }

    LatentKind<T> kind() {
        return kind;
    }
}
