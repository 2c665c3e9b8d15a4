package io.github.musicgen.api;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.representation.harmony.Chord;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What somebody wishes of a continuation, said word by word. Immutable: each word returns a new request, so that one may be kept and
 * varied. How it is carried out is said by {@link GenerationRequest}.
 *
 * <p>Wishes such as {@link #inKey} are kept always. Those that contradict each other are refused, both named, before the first step.
 * Steps count from the start of the continuation.
 */
public final class MelodyRequest extends GenerationRequest {
    private static final AtomicLong DRAWN = new AtomicLong();

    private final Generator generator;
    private final Optional<NoteSequence> primer;
    private final GenerationOptions options;

    private MelodyRequest(Generator generator, Optional<NoteSequence> primer, GenerationOptions options) {
        this.generator = generator;
        this.primer = primer;
        this.options = options;
    }

    static MelodyRequest of(Generator generator, Optional<NoteSequence> primer) {
        GenerationOptions options = new GenerationOptions(
                GenerationOptions.DEFAULT_STEPS,
                generator.bundle().sampling(),
                newSeed(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        return new MelodyRequest(generator, primer, options);
    }

    /** A seed that nobody asked for: of the clock, and different even if the clock stands still. */
    private static long newSeed() {
        return SeededRandom.ofSeed(System.nanoTime() + DRAWN.getAndIncrement()).nextLong();
    }

    /**
     * Says all at once what was said to another request.
     *
     * @param newOptions its {@link #options}, which replace all that was said to this one
     * @return the request
     */
    public MelodyRequest with(GenerationOptions newOptions) {
        return new MelodyRequest(generator, primer, newOptions);
    }

    /**
     * By another engine. Its arithmetic rounds otherwise, so that a seed may give other notes; results say which engine made them.
     *
     * @param engine what multiplies, such as {@code Engine.named("openblas")}; whoever makes many requests of it makes a generator
     *     {@linkplain Generator#withEngine with it} instead, which takes the weights over once
     * @return the request
     */
    public MelodyRequest engine(Engine engine) {
        return new MelodyRequest(generator.withEngine(engine), primer, options);
    }

    /**
     * How long the continuation is: exactly so long.
     *
     * @param steps four to a quarter note, at least 1
     * @return the request
     */
    public MelodyRequest steps(int steps) {
        return with(options.withSteps(steps));
    }

    /**
     * How daring it is.
     *
     * @param temperature 0 always takes the likeliest step, 1 draws as the model was trained, more is more daring
     * @return the request
     */
    public MelodyRequest temperature(double temperature) {
        return with(options.withSampling(options.sampling().withTemperature(temperature)));
    }

    /**
     * Draws only from the likeliest classes.
     *
     * @param topK how many of them
     * @return the request
     */
    public MelodyRequest topK(int topK) {
        return with(options.withSampling(options.sampling().withTopK(topK)));
    }

    /**
     * Draws only from the likeliest classes that together have some probability.
     *
     * @param topP the probability, more than 0 and at most 1
     * @return the request
     */
    public MelodyRequest topP(double topP) {
        return with(options.withSampling(options.sampling().withTopP(topP)));
    }

    /**
     * What is drawn from. The same seed gives the same notes, everywhere.
     *
     * @param seed any number
     * @return the request
     */
    public MelodyRequest seed(long seed) {
        return with(options.withSeed(seed));
    }

    /**
     * Continues the part of this name, not the highest one. What begins with nothing has no part, and generating it is refused.
     *
     * @param name of a part of the primer; if none is called so, its number, from 1 on
     * @return the request
     */
    public MelodyRequest part(String name) {
        return with(options.withPart(name));
    }

    /**
     * Searches for a likely continuation instead of just drawing one.
     *
     * @param size how many continuations grow side by side
     * @param branches in how many ways each is tried
     * @param stepsPerIteration how many steps they grow by before the likeliest are chosen
     * @return the request
     */
    public MelodyRequest beam(int size, int branches, int stepsPerIteration) {
        return with(options.withBeam(new Beam(size, branches, stepsPerIteration)));
    }

    /**
     * Notes of a key alone.
     *
     * @param scale such as {@code D dorian}, {@code C}, {@code F# minor}, {@code Eb major pentatonic}
     * @return the request
     */
    public MelodyRequest inKey(String scale) {
        return inKey(Scale.parse(scale));
    }

    /**
     * Notes of a scale alone.
     *
     * @param scale the scale
     * @return the request
     */
    public MelodyRequest inKey(Scale scale) {
        return wishing(new Constraint.InKey(scale));
    }

    /**
     * Notes of a range alone.
     *
     * @param lowest such as {@code C4}, which is 60
     * @param highest the highest pitch, itself allowed
     * @return the request
     */
    public MelodyRequest within(String lowest, String highest) {
        return within(Pitch.parse(lowest), Pitch.parse(highest));
    }

    /**
     * Notes of a range alone.
     *
     * @param lowest the lowest pitch
     * @param highest the highest pitch, itself allowed
     * @return the request
     */
    public MelodyRequest within(int lowest, int highest) {
        return wishing(new Constraint.Within(lowest, highest));
    }

    /**
     * Notes that start in some steps belong to a chord.
     *
     * @param fromStep the first of the steps
     * @param toStep the step after the last
     * @param chord such as {@code Am7}
     * @return the request
     */
    public MelodyRequest overChord(int fromStep, int toStep, String chord) {
        return wishing(new Constraint.ChordTones(fromStep, toStep, Chord.parse(chord)));
    }

    /**
     * Notes belong to the chord symbols of the primer, where these go on beyond its notes. Of music without any chord symbol, and where
     * there is no primer, generating is refused.
     *
     * @return the request
     */
    public MelodyRequest followingChords() {
        return wishing(new Constraint.FollowingChords());
    }

    /**
     * Notes start on a grid alone, which begins with the music.
     *
     * @param steps how many steps lie between two places where a note may start: 4 for quarters
     * @return the request
     */
    public MelodyRequest onGrid(int steps) {
        return wishing(new Constraint.OnGrid(steps, 0));
    }

    /**
     * A rhythm.
     *
     * @param pattern {@code x} for a note that starts, {@code .} for none, {@code ?} for either; repeated to the end
     * @return the request
     */
    public MelodyRequest rhythm(String pattern) {
        return wishing(new Constraint.Rhythm(pattern));
    }

    /**
     * A note that starts at a step.
     *
     * @param step the step
     * @param pitch such as {@code C4}
     * @return the request
     */
    public MelodyRequest forcing(int step, String pitch) {
        return wishing(new Constraint.Forced(step, Pitch.parse(pitch)));
    }

    /**
     * No note starts at a step, and one that sounds ends.
     *
     * @param step the step
     * @return the request
     */
    public MelodyRequest resting(int step) {
        return wishing(new Constraint.Forced(step, Melody.NOTE_OFF));
    }

    /**
     * A note that never starts.
     *
     * @param pitch such as {@code F#4}
     * @return the request
     */
    public MelodyRequest forbidding(String pitch) {
        return wishing(new Constraint.Forbidden(Pitch.parse(pitch)));
    }

    /**
     * No note is struck more often in a row.
     *
     * @param notes how often at most
     * @return the request
     */
    public MelodyRequest atMostRepeats(int notes) {
        return wishing(new Constraint.MaxRepeats(notes));
    }

    /**
     * The last note is the tonic: of the key wished for, or the key signature of the primer, or the key that it fits best.
     *
     * @return the request
     */
    public MelodyRequest endingOnTonic() {
        return wishing(new Constraint.EndingOnTonic());
    }

    /**
     * A wish that is kept always.
     *
     * @param wish the wish
     * @return the request
     */
    public MelodyRequest wishing(Constraint wish) {
        return with(options.withWish(wish));
    }

    /**
     * All that was said so far.
     *
     * @return the options
     */
    public GenerationOptions options() {
        return options;
    }

    @Override
    Task task() {
        return Task.of(generator, primer, options);
    }
}
