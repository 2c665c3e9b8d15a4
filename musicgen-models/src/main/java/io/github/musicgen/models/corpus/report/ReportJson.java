package io.github.musicgen.models.corpus.report;

import io.github.musicgen.api.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** A report for programs. */
final class ReportJson {
    private ReportJson() {}

    static Json.Fields of(CorpusReport report) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("files", new Json.Whole(report.files().size()));
        for (Verdict verdict : Verdict.values()) {
            fields.put(verdict.word(), new Json.Whole(report.count(verdict)));
        }
        fields.put("otherFiles", new Json.Whole(report.otherFiles()));
        fields.put("melodies", new Json.Whole(report.melodies()));
        fields.put("steps", new Json.Whole(report.steps()));
        fields.put("duplicates", new Json.Whole(report.duplicates()));
        Map<String, Json> costs = new LinkedHashMap<>();
        report.costs().forEach((limit, cost) -> costs.put(limit.word(), of(cost)));
        fields.put("limits", new Json.Fields(costs));
        fields.put("repairs", repairs(report.repairs()));
        fields.put(
                "verdicts",
                new Json.Items(report.files().stream().<Json>map(ReportJson::of).toList()));
        return new Json.Fields(fields);
    }

    private static Json of(LimitCost cost) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("times", new Json.Whole(cost.loss().times()));
        fields.put("steps", new Json.Whole(cost.loss().steps()));
        fields.put("files", new Json.Whole(cost.files()));
        return new Json.Fields(fields);
    }

    private static Json of(FileReport file) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("file", Json.ofAny(file.name()));
        fields.put("verdict", new Json.Text(file.verdict().word()));
        if (!file.reason().isEmpty()) {
            fields.put("reason", Json.ofAny(file.reason()));
        }
        fields.put("melodies", new Json.Whole(file.melodies()));
        fields.put("steps", new Json.Whole(file.steps()));
        Map<String, Json> losses = new LinkedHashMap<>();
        file.losses().forEach((limit, loss) -> losses.put(limit.word(), new Json.Whole(loss.times())));
        fields.put("limits", new Json.Fields(losses));
        fields.put("repairs", repairs(file.repairs()));
        return new Json.Fields(fields);
    }

    private static Json repairs(Map<Repair, Integer> repairs) {
        Map<String, Json> fields = new LinkedHashMap<>();
        repairs.forEach((repair, times) -> fields.put(repair.word(), new Json.Whole(times)));
        return new Json.Fields(fields);
    }
}
