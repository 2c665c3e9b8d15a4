package io.github.musicgen.api.run;

import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.melody.SquashedMelody;
import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.time.Grid;
import java.util.List;
import java.util.Optional;

/**
 * Music that is continued, as a model is shown it.
 *
 * @param music the music itself, at a resolution that tells the steps of the model apart
 * @param part which of its parts is continued
 * @param melody that part on the model's grid, up to where the continuation begins; empty if there is nothing to continue
 * @param shown the melody in the model's key and range
 * @param shift semitones from the music up to the model
 * @param tonic the pitch class that the music comes home to
 */
public record Primer(NoteSequence music, int part, Melody melody, Melody shown, int shift, int tonic) {
    /** The longest primer: as long as the longest continuation. */
    public static final int MAX_STEPS = 1 << 18;

    private static final int SCRATCH_RESOLUTION = 480;
    private static final double SCRATCH_TEMPO = 120;

    /**
     * Shows a model music.
     *
     * @param what the music is called in messages
     * @param given the music
     * @param part the name of the part that has the melody, if it is not left to the choice
     * @param configuration of the model
     * @return the primer
     * @throws IllegalArgumentException if there is no melody in it, or more than {@link #MAX_STEPS}
     */
    public static Primer of(
            String what, NoteSequence given, Optional<String> part, MelodyRnnConfiguration configuration) {
        FoundMelody found = FoundMelody.of(what, given, part, configuration.stepsPerQuarter());
        NoteSequence music = found.music();
        Melody line = found.melody();
        long end = Math.max(line.endStep(), firstFreeStep(music, configuration.stepsPerQuarter()));
        Melody melody = line.withLength(requireLength(what, end - line.startStep()));
        SquashedMelody squashed = configuration.squash(melody);
        return new Primer(music, found.part(), melody, squashed.melody(), squashed.shift(), tonic(music, melody));
    }

    /**
     * Nothing to continue: silence of no length, in 4/4 at 120 quarters a minute.
     *
     * @param shift semitones from the music up to the model
     * @param tonic the pitch class to come home to
     * @param configuration of the model
     * @return the primer
     */
    public static Primer nothing(int shift, int tonic, MelodyRnnConfiguration configuration) {
        NoteSequence music = NoteSequence.builder(SCRATCH_RESOLUTION)
                .tempo(0, SCRATCH_TEMPO)
                .timeSignature(0, 4, 4)
                .build();
        int steps = configuration.stepsPerQuarter();
        Melody empty = Melody.of().withMeter(4 * steps, steps);
        return new Primer(FoundMelody.fineEnough(music, steps), 0, empty, empty, shift, tonic);
    }

    /** That of the last key signature, or else of the major key that most of the melody's notes belong to. */
    private static int tonic(NoteSequence music, Melody melody) {
        List<KeySignature> keys = music.keySignatures();
        return keys.isEmpty()
                ? melody.keyHistogram().bestKey()
                : keys.get(keys.size() - 1).tonic();
    }

    /** The step after the last note of any part ends, rounded up to the grid. */
    private static long firstFreeStep(NoteSequence music, int stepsPerQuarter) {
        long lastTick = music.lastNoteEnd();
        long resolution = music.ticksPerQuarter();
        return (lastTick * stepsPerQuarter + resolution - 1) / resolution;
    }

    /**
     * Refuses what is too long for a model to be shown.
     *
     * @param what the music is called in messages
     * @param steps from the first note of its melody to the end
     * @return the steps
     * @throws IllegalArgumentException if they are more than {@link #MAX_STEPS}
     */
    public static int requireLength(String what, long steps) {
        if (steps > MAX_STEPS) {
            throw new IllegalArgumentException(what + " must be at most " + MAX_STEPS
                    + " steps long, from the first note of its melody to the end of its last note, but was " + steps
                    + "; trim it to what the model shall hear");
        }
        return (int) steps;
    }

    /**
     * Where the continuation begins.
     *
     * @return the step of the music
     */
    public int startStep() {
        return melody.endStep();
    }

    /**
     * A continuation of this primer.
     *
     * @param events its events
     * @return the melody of these events, in the meter of the primer and where it ends
     */
    public Melody continuedBy(int... events) {
        return Melody.of(events)
                .withMeter(melody.stepsPerBar(), melody.stepsPerQuarter())
                .withStartStep(startStep());
    }

    /**
     * The tick of a step.
     *
     * @param step of the music
     * @return the tick nearest to it
     */
    public long tickAt(int step) {
        return Grid.perQuarter(melody.stepsPerQuarter()).tickAt(step, music.tempoMap());
    }

    /**
     * Whether there is nothing to continue.
     *
     * @return whether the melody is empty
     */
    public boolean isEmpty() {
        return melody.length() == 0;
    }
}
