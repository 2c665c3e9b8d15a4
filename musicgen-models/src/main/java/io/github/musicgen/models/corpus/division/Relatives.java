package io.github.musicgen.models.corpus.division;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds the pieces that must stay together: those that share a melody or a stretch, and those that share one with these, and so on. */
final class Relatives {
    private static final String HIGHEST = "~"; // after every hexadecimal digit

    private final Unions unions;
    private final String[] marks; // [pieces]: the lowest fingerprint so far of the family whose root the piece is

    private Relatives(int pieces) {
        unions = new Unions(pieces);
        marks = new String[pieces];
        Arrays.fill(marks, HIGHEST);
    }

    /** Families by their lowest fingerprint, which no order and no name can change. */
    static <P> Map<String, List<P>> families(List<P> pieces, Function<P, List<String>> fingerprints) {
        Relatives relatives = new Relatives(pieces.size());
        Map<String, Integer> owners = new HashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            for (String fingerprint : fingerprints.apply(pieces.get(i))) {
                relatives.add(i, fingerprint, owners);
            }
        }
        Map<String, List<P>> families = new TreeMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            families.computeIfAbsent(relatives.marks[relatives.unions.root(i)], mark -> new ArrayList<>())
                    .add(pieces.get(i));
        }
        return families;
    }

    private void add(int piece, String fingerprint, Map<String, Integer> owners) {
        int one = unions.root(piece);
        int other = unions.root(owners.computeIfAbsent(fingerprint, unseen -> piece));
        unions.join(one, other);
        marks[other] = lower(lower(marks[one], marks[other]), fingerprint);
    }

    private static String lower(String one, String other) {
        return other.compareTo(one) < 0 ? other : one;
    }
}
