package io.github.musicgen.models.corpus.division;

import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a corpus is divided. What is neither for validation nor for the test is for training.
 *
 * @param validation the part that training is watched on, 0 to 1
 * @param test the part that the trained model is judged on, 0 to 1; some must be left for training
 * @param salt another number divides another way
 */
public record SplitFractions(double validation, double test, int salt) {
    private static final double DEFAULT = 0.1;
    private static final int MANTISSA_BITS = 53;

    /** Checks that each is a fraction and something is left. */
    public SplitFractions {
        if (!(validation >= 0) || !(test >= 0) || !(validation + test < 1)) {
            throw new IllegalArgumentException(
                    "fractions for validation and test must be 0 or more and leave some for training, but were "
                            + validation + " and " + test);
        }
    }

    /**
     * Eight tenths for training, one for validation, one for the test.
     *
     * @return the fractions
     */
    public static SplitFractions usual() {
        return new SplitFractions(DEFAULT, DEFAULT, 0);
    }

    /**
     * The same, divided another way.
     *
     * @param newSalt any number
     * @return the fractions
     */
    public SplitFractions withSalt(int newSalt) {
        return new SplitFractions(validation, test, newSalt);
    }

    /**
     * The side of pieces, which is the same everywhere.
     *
     * @param mark what is hashed, in ASCII
     * @return where the hash puts them
     */
    public Side sideOf(String mark) {
        return sideAt(placeOf(mark));
    }

    /** Where the hash of a mark lies, at least 0 and less than 1. */
    double placeOf(String mark) {
        byte[] digest = Digests.sha256().digest((salt + ":" + mark).getBytes(StandardCharsets.US_ASCII));
        return (ByteBuffer.wrap(digest).getLong() >>> (Long.SIZE - MANTISSA_BITS)) * 0x1p-53;
    }

    Side sideAt(double place) {
        if (place < test) {
            return Side.TEST;
        }
        return place < test + validation ? Side.VALIDATION : Side.TRAINING;
    }

    /**
     * Whether a side shall have pieces.
     *
     * @param side the side
     * @return whether its fraction is more than 0
     */
    public boolean isWanted(Side side) {
        return switch (side) {
            case TRAINING -> true;
            case VALIDATION -> validation > 0;
            case TEST -> test > 0;
        };
    }

    /** How many sides shall have pieces. */
    long sides() {
        return Arrays.stream(Side.values()).filter(this::isWanted).count();
    }

    /**
     * What is said of a corpus that cannot be divided.
     *
     * @param families how many different pieces there are
     * @param pieces how many in all
     * @return the exception, to be thrown
     */
    public UnusableCorpusException tooFew(int families, int pieces) {
        return new UnusableCorpusException(
                "a corpus that is divided into " + sides() + " sides must have " + sides()
                        + " different pieces at least, but had " + families + " (of " + pieces + " in all); add music",
                Optional.empty());
    }
}
