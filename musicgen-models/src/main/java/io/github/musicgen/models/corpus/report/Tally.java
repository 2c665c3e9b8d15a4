package io.github.musicgen.models.corpus.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what limits cost and what was repaired while a file is read. */
public final class Tally {
    /** The message of a loss that never is why a file has no melodies. */
    public static final String NO_REASON = "";

    private final Map<Limit, Loss> losses = new EnumMap<>(Limit.class);
    private final Map<Repair, Integer> repairs = new EnumMap<>(Repair.class);
    private String firstLoss = NO_REASON;
    private String firstRepair = "";

    /**
     * Counts a loss.
     *
     * @param limit what struck
     * @param steps of the melody that was lost, 0 where there was none yet
     * @param message why, in words
     */
    public void lose(Limit limit, long steps, String message) {
        add(limit, new Loss(1, steps));
        firstLoss = firstLoss.isEmpty() ? message : firstLoss;
    }

    /**
     * Counts a repair.
     *
     * @param repair what was done
     * @param message what was wrong, in words
     */
    public void repair(Repair repair, String message) {
        repairs.merge(repair, 1, Integer::sum);
        firstRepair = firstRepair.isEmpty() ? message : firstRepair;
    }

    /**
     * Counts what another has counted.
     *
     * @param other the other one
     */
    public void addAll(Tally other) {
        other.losses.forEach(this::add);
        other.repairs.forEach((repair, times) -> repairs.merge(repair, times, Integer::sum));
        firstLoss = firstLoss.isEmpty() ? other.firstLoss : firstLoss;
        firstRepair = firstRepair.isEmpty() ? other.firstRepair : firstRepair;
    }

    private void add(Limit limit, Loss loss) {
        losses.merge(limit, loss, Loss::plus);
    }

    /**
     * Sums up.
     *
     * @param name of the file
     * @param melodies that it gave
     * @param steps of all of them
     * @return what became of it
     */
    public FileReport report(String name, int melodies, long steps) {
        if (melodies == 0) {
            return new FileReport(name, Verdict.REJECTED, rejection(), 0, 0, losses, repairs);
        }
        return repairs.isEmpty()
                ? new FileReport(name, Verdict.KEPT, "", melodies, steps, losses, repairs)
                : new FileReport(name, Verdict.REPAIRED, repaired(), melodies, steps, losses, repairs);
    }

    private String rejection() {
        if (losses.isEmpty()) {
            return "it holds no part";
        }
        String counts = losses.entrySet().stream()
                .map(loss -> loss.getKey().told(loss.getValue().times()))
                .collect(Collectors.joining(", "));
        return "no melody is left (" + counts + "): " + firstLoss;
    }

    private String repaired() {
        String counts = repairs.entrySet().stream()
                .map(repair -> repair.getKey().word() + " " + repair.getValue())
                .collect(Collectors.joining(", "));
        return counts + ": " + firstRepair;
    }
}
