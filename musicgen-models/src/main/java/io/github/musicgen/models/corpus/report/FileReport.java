package io.github.musicgen.models.corpus.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of a file.
 *
 * @param name the file, seen from the folder that was read
 * @param verdict in a word
 * @param reason why, in words; empty for a file that was kept as it was
 * @param melodies how many it gave
 * @param steps how long they are together
 * @param losses what each limit cost
 * @param repairs how often each repair was made
 */
public record FileReport(
        String name,
        Verdict verdict,
        String reason,
        int melodies,
        long steps,
        Map<Limit, Loss> losses,
        Map<Repair, Integer> repairs) {
    /** Copies the maps. */
    public FileReport {
        losses = copy(losses, Limit.class);
        repairs = copy(repairs, Repair.class);
    }

    /**
     * Of a file that gave nothing.
     *
     * @param name the file
     * @param reason why
     * @return the report
     */
    public static FileReport rejected(String name, String reason) {
        return new FileReport(name, Verdict.REJECTED, reason, 0, 0, Map.of(), Map.of());
    }

    private static <K extends Enum<K>, V> Map<K, V> copy(Map<K, V> map, Class<K> type) {
        Map<K, V> copy = new EnumMap<>(type);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }
}
