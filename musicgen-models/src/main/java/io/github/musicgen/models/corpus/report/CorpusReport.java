package io.github.musicgen.models.corpus.report;

import io.github.musicgen.api.json.Json;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of every file of a corpus, and what each limit cost.
 *
 * @param files a verdict for each music file, in the order of names, and for each folder, archive or link that could not be read
 * @param otherFiles files whose names are not those of music; they were not looked at
 * @param duplicates melodies that are there before in whatever key, whether they were left out or not
 */
public record CorpusReport(List<FileReport> files, int otherFiles, int duplicates) {
    /** Copies the list. */
    public CorpusReport {
        files = List.copyOf(files);
    }

    /**
     * Counts files.
     *
     * @param verdict a verdict
     * @return how many files got it
     */
    public int count(Verdict verdict) {
        return (int) files.stream().filter(file -> file.verdict() == verdict).count();
    }

    /**
     * Counts melodies.
     *
     * @return melodies of all files
     */
    public int melodies() {
        return files.stream().mapToInt(FileReport::melodies).sum();
    }

    /**
     * Adds their lengths up.
     *
     * @return steps of all melodies
     */
    public long steps() {
        return files.stream().mapToLong(FileReport::steps).sum();
    }

    /**
     * Adds up what limits cost.
     *
     * @return the cost of each limit that cost anything
     */
    public Map<Limit, LimitCost> costs() {
        Map<Limit, LimitCost> costs = new EnumMap<>(Limit.class);
        for (FileReport file : files) {
            file.losses()
                    .forEach((limit, loss) -> costs.put(
                            limit, costs.getOrDefault(limit, LimitCost.NONE).plus(loss)));
        }
        return costs;
    }

    /**
     * Adds up repairs.
     *
     * @return how often each repair was made that was made at all
     */
    public Map<Repair, Integer> repairs() {
        Map<Repair, Integer> repairs = new EnumMap<>(Repair.class);
        for (FileReport file : files) {
            file.repairs().forEach((repair, times) -> repairs.merge(repair, times, Integer::sum));
        }
        return repairs;
    }

    /**
     * The report for programs.
     *
     * @return an object; {@link io.github.musicgen.api.json.JsonWriter} writes it
     */
    public Json.Fields toJson() {
        return ReportJson.of(this);
    }

    /**
     * The totals for people.
     *
     * @return a few lines, each with its line feed
     */
    public String summary() {
        return ReportTable.summary(this);
    }

    /**
     * The report for people: the totals, then a line for each file.
     *
     * @return lines, each with its line feed
     */
    public String toTable() {
        return ReportTable.of(this);
    }
}
