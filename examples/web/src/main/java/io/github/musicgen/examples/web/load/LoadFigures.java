package io.github.musicgen.examples.web.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured. */
final class LoadFigures {
    /** 99 of 100 whole answers must be there within. */
    static final double MOST_MILLISECONDS = 250;

    private static final double PERCENTILE_99 = 0.99;
    private static final int TOLD_ERRORS = 10;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final List<Long> beginnings = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    synchronized void began(long nanos) {
        beginnings.add(nanos);
    }

    synchronized void ended(long nanos) {
        ends.add(nanos);
    }

    synchronized void error(String error) {
        errors.add(error);
    }

    /** An answer that nobody got, or that one in a hundred waited too long for. */
    synchronized boolean failed() {
        return !errors.isEmpty() || !(percentile99(ends) <= MOST_MILLISECONDS);
    }

    private static double percentile99(List<Long> nanos) {
        return quantile(nanos.stream().sorted().toList(), PERCENTILE_99);
    }

    synchronized Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("answers", ends.size());
        json.put("errors", errors.size());
        json.put("firstErrors", errors.stream().limit(TOLD_ERRORS).toList());
        json.put("firstStepMilliseconds", milliseconds(beginnings));
        json.put("wholeAnswerMilliseconds", milliseconds(ends));
        return json;
    }

    private static Map<String, Object> milliseconds(List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("median", quantile(sorted, 0.5));
        json.put("percentile99", quantile(sorted, PERCENTILE_99));
        json.put("greatest", quantile(sorted, 1));
        return json;
    }

    /** The least value that at least such a share of all does not exceed; rounded to hundredths. */
    static double quantile(List<Long> sorted, double share) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int rank = Math.max(1, (int) Math.ceil(share * sorted.size()));
        return Math.round(sorted.get(rank - 1) / NANOS_PER_MILLISECOND * 100) / 100.0;
    }
}
