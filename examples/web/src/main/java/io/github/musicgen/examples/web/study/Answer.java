package io.github.musicgen.examples.web.study;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody answered.
 *
 * @param time when
 * @param pair the number of the pair
 * @param tune the title of the tune
 * @param model the name of the network
 * @param hash its fingerprint
 * @param seed what it drew from
 * @param pleasing which pleased more
 * @param real which was taken for real
 * @param interesting which was more interesting
 * @param comment what else there was to say
 */
record Answer(
        Instant time,
        long pair,
        String tune,
        String model,
        String hash,
        long seed,
        Choice pleasing,
        Choice real,
        Choice interesting,
        String comment) {
    static final List<String> COLUMNS =
            List.of("time", "pair", "tune", "model", "hash", "seed", "pleasing", "real", "interesting", "comment");

    List<String> toRow() {
        return List.of(
                time.toString(),
                Long.toString(pair),
                tune,
                model,
                hash,
                Long.toString(seed),
                pleasing.label(),
                real.label(),
                interesting.label(),
                comment);
    }

    /** Reads a row that a program or a person may have changed: nothing if it is none. */
    static Optional<Answer> ofRow(List<String> row) {
        if (row.size() != COLUMNS.size()) {
            return Optional.empty();
        }
        List<Choice> choices = new ArrayList<>();
        for (String label : row.subList(6, 9)) {
            Choice.labelled(label).ifPresent(choices::add);
        }
        if (choices.size() != 3
                || !row.get(1).matches("[0-9]{1,16}")
                || !row.get(5).matches("[0-9]{1,16}")) {
            return Optional.empty();
        }
        return Optional.of(new Answer(
                Instant.EPOCH,
                Long.parseLong(row.get(1)),
                row.get(2),
                row.get(3),
                row.get(4),
                Long.parseLong(row.get(5)),
                choices.get(0),
                choices.get(1),
                choices.get(2),
                row.get(9)));
    }
}
