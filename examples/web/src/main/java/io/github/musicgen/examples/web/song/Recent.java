package io.github.musicgen.examples.web.song;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Remembers what was made last. What two ask for at once may be made twice, but nobody waits for another. */
final class Recent<K, V> {
    private final Map<K, V> values;

    Recent(int most) {
        this.values = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    V get(K key, Supplier<V> maker) {
        synchronized (values) {
            V known = values.get(key);
            if (known != null) {
                return known;
            }
        }
        V made = maker.get();
        synchronized (values) {
            values.put(key, made);
        }
        return made;
    }

    int size() {
        synchronized (values) {
            return values.size();
        }
    }
}
