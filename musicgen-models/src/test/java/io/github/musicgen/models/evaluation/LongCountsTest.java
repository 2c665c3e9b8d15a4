package io.github.musicgen.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class LongCountsTest {
    @Property
    void counts_areThoseOfAMap(@ForAll @Size(max = 500) List<@LongRange(min = 0, max = 300) Long> keys) {
        LongCounts counts = new LongCounts();
        Map<Long, Integer> map = new HashMap<>();
        for (long key : keys) {
            long spread = key * 0x1_0000_0001L;
            assertThat(counts.increment(spread)).isEqualTo(map.merge(spread, 1, Integer::sum));
        }

        assertThat(counts.size()).isEqualTo(map.size());
        for (long key = 0; key <= 300; key++) {
            long spread = key * 0x1_0000_0001L;
            assertThat(counts.get(spread)).isEqualTo(map.getOrDefault(spread, 0));
        }
        counts.clear();
        assertThat(counts.size()).isZero();
        assertThat(counts.get(0)).isZero();
    }
}
