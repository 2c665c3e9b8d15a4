package io.github.musicgen.models.corpus;

import io.github.musicgen.models.corpus.PieceExtraction.PartResult;
import io.github.musicgen.models.corpus.report.Limit;
import io.github.musicgen.models.corpus.report.Tally;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Part;
import java.util.List;
import java.util.stream.Collectors;

/** Chooses among the parts of a piece, and counts those that were passed over. */
final class PartSelection {
    private PartSelection() {}

    /** What can be chosen before melodies are looked for. */
    static List<Part> select(List<Part> parts, PartChoice choice, Tally tally) {
        if (choice instanceof PartChoice.Named named) {
            String name = named.name().strip();
            return keep(
                    parts,
                    parts.stream()
                            .filter(part -> part.name().strip().equalsIgnoreCase(name))
                            .toList(),
                    "no part is called \"" + name + "\"; there are " + names(parts),
                    tally);
        }
        if (choice instanceof PartChoice.VocalLine) {
            return keep(
                    parts,
                    parts.stream()
                            .filter(part -> !part.lyrics().isEmpty())
                            .limit(1)
                            .toList(),
                    "no part has lyrics",
                    tally);
        }
        return parts;
    }

    private static String names(List<Part> parts) {
        return parts.stream().map(part -> "\"" + part.name() + "\"").collect(Collectors.joining(", "));
    }

    private static List<Part> keep(List<Part> parts, List<Part> chosen, String noneChosen, Tally tally) {
        for (int i = chosen.size(); i < parts.size(); i++) {
            tally.lose(Limit.PART_CHOICE, 0, chosen.isEmpty() ? noneChosen : Tally.NO_REASON);
        }
        return chosen;
    }

    /**
     * Of the parts that gave melodies the one with the highest; what the others gave is counted as passed over, what they did not
     * give does not matter then.
     */
    static List<PartResult> highest(List<PartResult> results, Tally tally) {
        List<PartResult> candidates =
                results.stream().filter(result -> !result.melodies().isEmpty()).toList();
        if (candidates.isEmpty()) {
            return results;
        }
        int highest = 0;
        for (int i = 1; i < candidates.size(); i++) {
            highest = meanPitch(candidates.get(i)) > meanPitch(candidates.get(highest)) ? i : highest;
        }
        for (int i = 0; i < candidates.size(); i++) {
            if (i != highest) {
                candidates
                        .get(i)
                        .melodies()
                        .forEach(melody -> tally.lose(Limit.PART_CHOICE, melody.length(), Tally.NO_REASON));
            }
        }
        return List.of(candidates.get(highest));
    }

    private static double meanPitch(PartResult result) {
        long sum = 0;
        long notes = 0;
        for (Melody melody : result.melodies()) {
            for (int event : melody.events()) {
                sum += Math.max(0, event);
                notes += event >= 0 ? 1 : 0;
            }
        }
        return (double) sum / Math.max(1, notes);
    }
}
