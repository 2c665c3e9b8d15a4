package io.github.musicgen.representation.testing;

import io.github.musicgen.representation.time.Tempo;
import io.github.musicgen.representation.time.TempoMap;
import java.math.BigInteger;
import java.util.List;

/** The time of ticks in unbounded integers, for oracles. */
public final class ExactTime {
    private ExactTime() {}

    /** The time of a tick in microseconds times the resolution, added up tempo by tempo. */
    public static BigInteger unitsAt(TempoMap map, long tick) {
        BigInteger sum = BigInteger.ZERO;
        List<Tempo> tempos = map.tempos();
        for (int i = 0; i < tempos.size(); i++) {
            long end = i + 1 < tempos.size() ? Math.min(tick, tempos.get(i + 1).tick()) : tick;
            long length = Math.max(0, end - tempos.get(i).tick());
            sum = sum.add(BigInteger.valueOf(length)
                    .multiply(BigInteger.valueOf(tempos.get(i).microsecondsPerQuarter())));
        }
        return sum;
    }

    /** How many of these units a second has. */
    public static BigInteger unitsPerSecond(TempoMap map) {
        return BigInteger.valueOf(1_000_000L * map.ticksPerQuarter());
    }
}
