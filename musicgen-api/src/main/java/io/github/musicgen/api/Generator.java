package io.github.musicgen.api;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.explain.Explanation;
import io.github.musicgen.api.importer.ModelFiles;
import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Continues melodies with a trained network. Immutable; one generator serves all threads.
 *
 * <pre>{@code
 * Generator generator = Generator.load("folk"); // or Path.of("attention_rnn.mag")
 * NoteSequence next = generator.continueMelody(primer, 32, 0.9);
 *
 * Generation generation = generator.continuing(primer)
 *         .steps(64)
 *         .temperature(1.1)
 *         .seed(42)
 *         .inKey("D dorian")
 *         .within("C4", "C6")
 *         .endingOnTonic()
 *         .generate();
 * generation.write(Path.of("continued.mid"));
 * }</pre>
 *
 * <p>A generator uses the portable engine, whose notes are the same everywhere for the same seed, unless another is
 * {@linkplain #withEngine asked for by name}.
 */
public final class Generator {
    private final Bundle bundle;
    private final Engine engine;
    private final MelodyRnn model;
    private final ModelHash hash;

    private Generator(Bundle bundle, Engine engine, ModelHash hash) {
        this.bundle = bundle;
        this.engine = engine;
        this.model = bundle.model(engine);
        this.hash = hash;
    }

    /**
     * Loads a model.
     *
     * @param path a bundle of this library, a {@code .mag} bundle of Magenta, a TensorFlow checkpoint, or a folder of Magenta.js
     * @return its generator
     * @throws io.github.musicgen.api.format.MalformedModelException if it is none of these, broken, or no melody model
     * @throws IOException if it cannot be read
     */
    public static Generator load(Path path) throws IOException {
        Engine engine = Engine.portable(); // first, as HotSpot prepares it while the model is read
        Bundle bundle = ModelFiles.read(path).bundle();
        return new Generator(bundle, engine, ModelHash.of(bundle));
    }

    /**
     * Loads a model that comes with this library.
     *
     * <pre>{@code
     * NoteSequence tune = Generator.load("folk").fromScratch().steps(128).generate().whole();
     * }</pre>
     *
     * @param name one of {@link #available}
     * @return its generator
     * @throws IllegalArgumentException if there is none of this name
     */
    public static Generator load(String name) {
        String known = ShippedModels.hash(name);
        Engine engine = Engine.portable(); // first, as above
        Bundle bundle = ShippedModels.read(name);
        return new Generator(bundle, engine, ModelHash.known(bundle, known));
    }

    /**
     * The models that come with this library.
     *
     * @return their names
     */
    public static List<String> available() {
        return ShippedModels.names();
    }

    /**
     * Makes a generator of a model that is there.
     *
     * @param bundle the model
     * @return its generator
     */
    public static Generator of(Bundle bundle) {
        return new Generator(bundle, Engine.portable(), ModelHash.of(bundle));
    }

    /**
     * The same model on another engine. Its arithmetic rounds otherwise, so that a seed may give other notes; results say which
     * engine made them.
     *
     * @param newEngine what multiplies
     * @return the generator
     */
    public Generator withEngine(Engine newEngine) {
        return new Generator(bundle, newEngine, hash);
    }

    /**
     * How many numbers of the model were trained, for {@link Engine#fastest}.
     *
     * @return weights and biases
     */
    public long parameterCount() {
        return model.network().parameterCount();
    }

    /**
     * Continues a melody.
     *
     * @param primer music with a melody: of its parts with one note at a time the highest
     * @param steps how many steps to add, four of them to a quarter note
     * @param temperature 0 always takes the likeliest step, 1 draws as the model was trained, more is more daring
     * @return the primer, tick for tick, with its continuation
     * @throws IllegalArgumentException if the primer has no melody, or a number is out of bounds
     */
    public NoteSequence continueMelody(NoteSequence primer, int steps, double temperature) {
        return continuing(primer)
                .steps(steps)
                .temperature(temperature)
                .generate()
                .whole();
    }

    /**
     * Continues many melodies together, on this thread: the network takes each step for all of them at once.
     *
     * @param primers music with a melody each
     * @param options of all of them, as {@link MelodyRequest#options} tells them; the first is of their seed, the second of the next,
     *     and so on
     * @return what was made of each, in order: the same as of a request for it alone, but on a native engine, where sums of many are
     *     rounded otherwise and a piece may therefore not be {@linkplain #replay replayed}
     * @throws IllegalArgumentException if a primer has no melody or is too long, or its wishes contradict each other; it says which
     *     one
     */
    public List<Generation> generateAll(List<NoteSequence> primers, GenerationOptions options) {
        return generateAll(primers, options, 1);
    }

    /**
     * Continues many melodies together on several threads.
     *
     * <pre>{@code
     * GenerationOptions options = generator.fromScratch().steps(64).temperature(1.1).seed(42).options();
     * List<Generation> made = generator.generateAll(primers, options, Runtime.getRuntime().availableProcessors());
     * }</pre>
     *
     * @param primers music with a melody each
     * @param options of all of them, as {@link MelodyRequest#options} tells them; the first is of their seed, the second of the next,
     *     and so on
     * @param threads how many, of 1 or more
     * @return what was made of each, in order: the same whatever the number of threads, but on a native engine, where sums of many
     *     are rounded otherwise and a piece may therefore not be {@linkplain #replay replayed}
     * @throws IllegalArgumentException if a primer has no melody or is too long, or its wishes contradict each other; it says which
     *     one
     * @throws java.util.concurrent.CancellationException if this thread is interrupted meanwhile
     */
    public List<Generation> generateAll(List<NoteSequence> primers, GenerationOptions options, int threads) {
        return new Ensemble(this, options).generate(primers, threads);
    }

    /**
     * Begins to say how a melody shall be continued.
     *
     * @param primer music with a melody
     * @return a request, so far for two bars at the model's own temperature, with a seed that was just drawn
     */
    public MelodyRequest continuing(NoteSequence primer) {
        return MelodyRequest.of(this, Optional.of(primer));
    }

    /**
     * Begins to say how a melody shall be made from nothing. It opens with the tonic.
     *
     * @return a request, so far for two bars at the model's own temperature, with a seed that was just drawn
     */
    public MelodyRequest fromScratch() {
        return MelodyRequest.of(this, Optional.empty());
    }

    /**
     * Makes a continuation again.
     *
     * @param midi a file that {@link Generation#write} wrote
     * @return the same generation
     * @throws IOException if it cannot be read
     * @throws ChangedMusicException if its recipe gives other music by now
     * @throws IllegalArgumentException if it holds no recipe, or one of another model or engine
     */
    public Generation replay(Path midi) throws IOException {
        return replay(MidiFile.read(midi));
    }

    /**
     * Makes a continuation again.
     *
     * @param midi what {@link Generation#toMidiFile} made
     * @return the same generation
     * @throws ChangedMusicException if its recipe gives other music by now
     * @throws IllegalArgumentException if it holds no recipe, or one of another model or engine
     */
    public Generation replay(MidiFile midi) {
        return Replay.of(this, midi);
    }

    /**
     * Starts a session: to feed events by hand, look at what the model expects, and go back.
     *
     * @return a session without any event
     */
    public Session session() {
        return Session.start(model, 0);
    }

    /**
     * Tells how likely the model finds a melody.
     *
     * @param melody at least two steps long, on the model's grid
     * @return nats for each step but the first
     */
    public Score score(Melody melody) {
        return Scoring.score(model, melody);
    }

    /**
     * Tells how likely the model finds the melody in music.
     *
     * @param music music with a melody: of its parts with one note at a time the highest
     * @return nats for each step but the first
     * @throws IllegalArgumentException if it has no melody
     */
    public Score score(NoteSequence music) {
        return Scoring.score(model, music, Optional.empty());
    }

    /**
     * Tells how likely the model finds the melody in a part of music.
     *
     * @param music music with a melody
     * @param part the name of the part that has it; if none is called so, its number, from 1 on
     * @return nats for each step but the first
     * @throws IllegalArgumentException if there is not exactly one such part, or no melody in it
     */
    public Score score(NoteSequence music, String part) {
        return Scoring.score(model, music, Optional.of(part));
    }

    /**
     * Tells what the model considered, step by step, when it made a generation of this generator.
     *
     * @param generation what {@link MelodyRequest#generate} made
     * @param alternatives how many of the likeliest classes to tell for each step
     * @return the explanation
     * @throws ChangedMusicException if its recipe gives other music by now
     * @throws IllegalArgumentException if another model or engine made it, or a beam search, whose choices are not of one run
     */
    public Explanation explain(Generation generation, int alternatives) {
        return Explaining.explain(this, generation, alternatives);
    }

    /**
     * Tells whether the model still answers as when its bundle was made.
     *
     * @return where it does not, in words; empty if all is well
     * @throws IllegalStateException if the bundle has no golden section
     */
    public List<String> verify() {
        boolean exact = !engine.isNative();
        // An engine that rounds weights, as the compact one, gives other answers on purpose: then the exact ones are
        // looked at.
        MelodyRnn checked = exact ? bundle.model(Engine.portable()) : model;
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
    public Bundle bundle() {
        return bundle;
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
        return "Generator[" + bundle.card().id() + "]";
    }

    /**
     * The fingerprint of the model.
     *
     * @return 64 hexadecimal digits
     */
    public String modelHash() {
        return hash.hex();
    }

    MelodyRnn model() {
        return model;
    }

    void requireMaker(Recipe recipe) {
        if (!recipe.modelHash().equals(modelHash())) {
            throw new IllegalArgumentException("it was made by model \"" + recipe.modelId() + "\" with the fingerprint "
                    + recipe.modelHash() + ", but this is \"" + bundle.card().id() + "\" with " + modelHash());
        }
        if (!recipe.engine().equals(engine.name())) {
            throw new IllegalArgumentException(
                    "it was made with the engine \"" + recipe.engine() + "\", but this is \"" + engine.name() + "\"");
        }
    }
}
