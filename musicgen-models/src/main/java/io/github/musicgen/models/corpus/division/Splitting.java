package io.github.musicgen.models.corpus.division;

import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Divides pieces by a hash of what is in them: everywhere the same way, and a piece stays on its side when others come, unless
 * they relate it to pieces of another side.
 *
 * @param <P> a piece
 */
public final class Splitting<P> {
    private static final int MANTISSA_BITS = 53;

    private enum Side {
        TRAINING,
        VALIDATION,
        TEST
    }

    /** Pieces that stay together, and where the hash puts them between 0 and 1. */
    private record Family<P>(double place, List<P> pieces) {}

    private final SplitFractions fractions;
    private final Map<Side, List<Family<P>>> sides = new EnumMap<>(Side.class);

    private Splitting(List<P> pieces, Function<P, List<String>> fingerprints, SplitFractions fractions)
            throws UnusableCorpusException {
        this.fractions = fractions;
        for (Side side : Side.values()) {
            sides.put(side, new ArrayList<>());
        }
        List<Family<P>> families = new ArrayList<>();
        Relatives.families(pieces, fingerprints)
                .forEach((mark, family) -> families.add(new Family<>(place(fractions, mark), family)));
        requireEnough(families.size(), pieces.size());
        families.sort(Comparator.comparingDouble(Family::place));
        families.forEach(family -> side(sideAt(family.place())).add(family));
        fillEmptySides();
    }

    /**
     * Divides pieces.
     *
     * @param <P> a piece
     * @param pieces all of them
     * @param fingerprints pieces that have one in common stay together
     * @param fractions how much for which side
     * @return the division
     * @throws UnusableCorpusException if there are fewer different pieces than sides
     */
    public static <P> Splitting<P> of(List<P> pieces, Function<P, List<String>> fingerprints, SplitFractions fractions)
            throws UnusableCorpusException {
        return new Splitting<>(pieces, fingerprints, fractions);
    }

    /**
     * Makes a split of what is learned, what tells when to stop and what models are judged on.
     *
     * @param <P> a piece
     * @param <S> the split
     */
    @FunctionalInterface
    public interface Sides<P, S> {
        /**
         * Makes it.
         *
         * @param training what is learned
         * @param validation what tells when to stop
         * @param test what models are judged on
         * @return the split
         */
        S of(List<P> training, List<P> validation, List<P> test);
    }

    /**
     * The sides.
     *
     * @param <S> the split
     * @param order of the pieces of each
     * @param split makes it
     * @return the split
     */
    public <S> S sides(Comparator<P> order, Sides<P, S> split) {
        return split.of(pieces(Side.TRAINING, order), pieces(Side.VALIDATION, order), pieces(Side.TEST, order));
    }

    /**
     * Where the hash of a mark lies.
     *
     * @param fractions whose salt counts
     * @param mark what is hashed
     * @return at least 0 and less than 1
     */
    public static double place(SplitFractions fractions, String mark) {
        byte[] digest = Digests.sha256().digest((fractions.salt() + ":" + mark).getBytes(StandardCharsets.US_ASCII));
        return (ByteBuffer.wrap(digest).getLong() >>> (Long.SIZE - MANTISSA_BITS)) * 0x1p-53;
    }

    private Side sideAt(double place) {
        if (place < fractions.test()) {
            return Side.TEST;
        }
        return place < fractions.test() + fractions.validation() ? Side.VALIDATION : Side.TRAINING;
    }

    private boolean isWanted(Side side) {
        return switch (side) {
            case TRAINING -> true;
            case VALIDATION -> fractions.validation() > 0;
            case TEST -> fractions.test() > 0;
        };
    }

    private void requireEnough(int families, int pieces) throws UnusableCorpusException {
        long wanted = sides.keySet().stream().filter(this::isWanted).count();
        if (families < wanted) {
            throw new UnusableCorpusException(
                    "a corpus that is divided into " + wanted + " sides must have " + wanted
                            + " different pieces at least, but had " + families + " (of " + pieces
                            + " in all); add music",
                    Optional.empty());
        }
    }

    /** A small corpus may leave a side empty; it gets what lies next to it on the largest side. */
    private void fillEmptySides() {
        for (Side empty : Side.values()) {
            if (isWanted(empty) && side(empty).isEmpty()) {
                List<Family<P>> largest = side(Side.TRAINING);
                for (List<Family<P>> side : sides.values()) {
                    largest = side.size() > largest.size() ? side : largest;
                }
                side(empty).add(largest.remove(empty == Side.TRAINING ? largest.size() - 1 : 0));
            }
        }
    }

    private List<Family<P>> side(Side side) {
        return sides.computeIfAbsent(side, unseen -> new ArrayList<>());
    }

    private List<P> pieces(Side side, Comparator<P> order) {
        return side(side).stream()
                .flatMap(family -> family.pieces().stream())
                .sorted(order)
                .toList();
    }
}
