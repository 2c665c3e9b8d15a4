package io.github.musicgen.models.corpus.division;

import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Divides pieces by a hash of what is in them: everywhere the same way, and a piece stays on its side when others come, unless
 * they relate it to pieces of another side.
 *
 * @param <P> a piece
 */
public final class Splitting<P> {
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
                .forEach((mark, family) -> families.add(new Family<>(fractions.placeOf(mark), family)));
        if (families.size() < fractions.sides()) {
            throw fractions.tooFew(families.size(), pieces.size());
        }
        families.sort(Comparator.comparingDouble(Family::place));
        families.forEach(family -> side(fractions.sideAt(family.place())).add(family));
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

    /** A small corpus may leave a side empty; it gets what lies next to it on the largest side. */
    private void fillEmptySides() {
        for (Side empty : Side.values()) {
            if (fractions.isWanted(empty) && side(empty).isEmpty()) {
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
