package io.github.musicgen.examples.web.load;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The figures as a page of docs. */
final class LoadPage {
    private LoadPage() {}

    static String of(Map<String, Object> json) {
        return """
                # %s duets at once, %s

                Written by `DuetLoad`, which [says how it is run](../web.md#load), from what it measured.

                - JVM: %s; %s processors, shared by the server and all its clients
                - Load average of the machine before: %s
                - One duet: a bar is played every %s ms and answered with %s steps; for %s s, evenly one duet after the other
                - Times are from when a phrase was due to be sent until a client had the first step, and the whole answer

                | | median | 99th percentile | greatest |
                | --- | --- | --- | --- |
                | first step, ms | %s |
                | whole answer, ms | %s |

                | answers | errors | heap before | with all duets open | after |
                | --- | --- | --- | --- | --- |
                | %s | %s | %s MB | %s MB | %s MB |
                """.formatted(
                        json.get("duets"),
                        json.get("date"),
                        json.get("jvm"),
                        json.get("processors"),
                        json.get("loadAverageBefore"),
                        json.get("millisecondsBetweenPhrases"),
                        json.get("stepsOfAnAnswer"),
                        json.get("seconds"),
                        row(json.get("firstStepMilliseconds")),
                        row(json.get("wholeAnswerMilliseconds")),
                        json.get("answers"),
                        json.get("errors"),
                        json.get("heapMegabytesBefore"),
                        json.get("heapMegabytesWithAllDuetsOpen"),
                        json.get("heapMegabytesAfter"));
    }

    private static String row(@Nullable Object times) {
        Map<?, ?> row = (Map<?, ?>) Objects.requireNonNull(times);
        return row.get("median") + " | " + row.get("percentile99") + " | " + row.get("greatest");
    }
}
