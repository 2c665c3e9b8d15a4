package io.github.musicgen.models.evaluation;

import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.representation.melody.Melody;
import java.util.List;

/**
 * How likely a model finds melodies, at temperature 1 and without masks. The first step of each melody is given, not judged; the
 * classes of a model that mean the same event count together, so that models of different encodings compare.
 *
 * <pre>{@code
 * ModelScore score = ModelScore.of(model, CorpusSplit.melodies(split.test()));
 * System.out.println(score.natsPerStep() + " nats per step");
 * }</pre>
 *
 * @param melodies how many were judged
 * @param noteOns steps where a note begins
 * @param noteOffs steps where a note ends in silence
 * @param noEvents steps where nothing changes
 */
public record ModelScore(int melodies, KindScore noteOns, KindScore noteOffs, KindScore noEvents) {

    /**
     * Judges a model, several melodies at once. The result does not depend on how many.
     *
     * @param model the model
     * @param melodies as they are written, on the model's grid; they are moved into its key and range
     * @return the score
     * @throws IllegalArgumentException if no melody has a second step
     */
    public static ModelScore of(MelodyRnn model, List<Melody> melodies) {
        ModelMelodies shown = new ModelMelodies(model.configuration());
        List<ModelScore> scores = melodies.parallelStream()
                .map(melody -> MelodyScoring.score(model, shown.squash(melody)))
                .toList();
        ModelScore sum = new ModelScore(0, KindScore.NONE, KindScore.NONE, KindScore.NONE);
        for (ModelScore score : scores) {
            sum = sum.plus(score);
        }
        if (sum.steps() == 0) {
            throw new IllegalArgumentException(
                    "there must be a melody of two steps or more to judge a model, but there was none among "
                            + melodies.size());
        }
        return sum;
    }

    private ModelScore plus(ModelScore other) {
        return new ModelScore(
                melodies + other.melodies,
                noteOns.plus(other.noteOns),
                noteOffs.plus(other.noteOffs),
                noEvents.plus(other.noEvents));
    }

    /**
     * All kinds of steps together.
     *
     * @return their sums
     */
    public KindScore all() {
        return noteOns.plus(noteOffs).plus(noEvents);
    }

    /**
     * The kinds of steps where something happens.
     *
     * @return the sums of beginnings and ends of notes
     */
    public KindScore events() {
        return noteOns.plus(noteOffs);
    }

    /**
     * How many steps were judged.
     *
     * @return all steps but the first of each melody
     */
    public long steps() {
        return all().steps();
    }

    /**
     * How surprised the model is.
     *
     * @return nats for each step
     */
    public double natsPerStep() {
        return all().natsPerStep();
    }

    /**
     * What the whole music costs, shared among what happens in it; unlike nats per step hardly a matter of the grid.
     *
     * @return all nats for each beginning and end of a note
     */
    public double natsPerEvent() {
        return all().nats() / events().steps();
    }

    /**
     * Among how many equally likely events it might as well choose.
     *
     * @return 1 or more
     */
    public double perplexity() {
        return StrictMath.exp(natsPerStep());
    }

    /**
     * How often the next event is the likeliest one.
     *
     * @return 0 to 1
     */
    public double accuracy() {
        return all().accuracy();
    }

    /**
     * The same where a note begins or ends.
     *
     * @return 0 to 1
     */
    public double eventAccuracy() {
        return events().accuracy();
    }

    /**
     * The same where a note begins.
     *
     * @return 0 to 1
     */
    public double noteOnAccuracy() {
        return noteOns.accuracy();
    }

    /**
     * The same where nothing changes.
     *
     * @return 0 to 1
     */
    public double noEventAccuracy() {
        return noEvents.accuracy();
    }
}
