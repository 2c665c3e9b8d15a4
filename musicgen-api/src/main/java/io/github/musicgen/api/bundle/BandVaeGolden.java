package io.github.musicgen.api.bundle;

import io.github.musicgen.api.bandvae.BandCells;
import io.github.musicgen.api.bandvae.BandVae;
import io.github.musicgen.api.bandvae.DecodedRoll;
import io.github.musicgen.api.bandvae.HeardSteps;
import io.github.musicgen.api.bandvae.NextLatent;
import io.github.musicgen.api.melodyvae.LatentVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What a band answered when its bundle was made, so that whoever loads it later, elsewhere, can tell whether it still does. Each
 * instrument encodes a pattern, decodes its mean while those before it play the same, and goes on from there.
 *
 * @param answers for each instrument the mean, scores of the cells of the first steps, and the next point with the scores of repetition
 */
public record BandVaeGolden(List<Answer> answers) {
    private static final int ANSWERS = 3;
    private static final int SCORES = 128;

    /** Every so many cells one is struck and the next held. */
    private static final int EVERY = 37;

    /** Copies the list. */
    public BandVaeGolden {
        answers = List.copyOf(answers);
    }

    /** Records what a model answers. */
    static BandVaeGolden record(BandVae model) {
        List<Answer> answers = new ArrayList<>();
        List<BandCells> played = new ArrayList<>();
        for (int i = 0; i < model.configuration().instruments().size(); i++) {
            BandCells pattern = pattern(model.cells(i));
            LatentVector mean = model.encode(i, pattern).mean();
            answers.add(Answer.of(mean.values()));
            answers.add(scores(model.decode(i, mean, HeardSteps.of(model.configuration(), played))));
            played.add(pattern);
            List<Boolean> came =
                    Collections.nCopies(model.configuration().lags().size(), true);
            List<BandVae.Heard> heard =
                    Collections.nCopies(model.configuration().heard(i), new BandVae.Heard(mean, came));
            answers.add(next(model.next(i, new BandVae.Past(mean, came), heard)));
        }
        return new BandVaeGolden(answers);
    }

    private static BandCells pattern(int size) {
        byte[] states = new byte[size];
        for (int i = 0; i + 1 < size; i += EVERY) {
            states[i] = BandCells.STRUCK;
            states[i + 1] = BandCells.HELD;
        }
        return BandCells.of(states);
    }

    private static Answer scores(DecodedRoll roll) {
        float[] scores = new float[Math.min(SCORES, roll.scores().length)];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = roll.scores()[i][0];
        }
        return Answer.of(scores);
    }

    private static Answer next(NextLatent next) {
        float[] mean = next.point().mean().values();
        float[] scores = next.scores();
        float[] values = Arrays.copyOf(mean, mean.length + scores.length);
        System.arraycopy(scores, 0, values, mean.length, scores.length);
        return Answer.of(values);
    }

    /**
     * Tells where a model answers otherwise than recorded.
     *
     * @param model the model
     * @param exact whether every bit has to be the same, as with the portable engine
     * @return the faults in words, none if all is well
     */
    public List<String> differences(BandVae model, boolean exact) {
        List<Answer> found = record(model).answers;
        if (found.size() != answers.size()) {
            return List.of("expected " + answers.size() + " answers, but the model gave " + found.size());
        }
        List<String> fault = List.of();
        for (int i = 0; fault.isEmpty() && i < answers.size(); i++) {
            String place = model.configuration().instruments().get(i / ANSWERS).name() + ", answer " + i % ANSWERS;
            fault = answers.get(i).differences(place, found.get(i), exact);
        }
        return fault;
    }
}
