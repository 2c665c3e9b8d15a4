package io.github.musicgen.midi.musicxml.unfolding;

import io.github.musicgen.midi.musicxml.score.FormMark;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the marks of one kind are that jumps lead to. */
final class JumpTargets {
    private final NavigableSet<Integer> all = new TreeSet<>();
    private final Map<String, NavigableSet<Integer>> byId = new HashMap<>();

    private JumpTargets() {}

    static <T extends FormMark> JumpTargets of(Form form, Class<T> kind, Function<T, String> id) {
        JumpTargets targets = new JumpTargets();
        for (int measure = 0; measure < form.measureCount(); measure++) {
            T mark = form.mark(measure, kind).orElse(null);
            if (mark != null) {
                targets.all.add(measure);
                targets.byId
                        .computeIfAbsent(id.apply(mark), key -> new TreeSet<>())
                        .add(measure);
            }
        }
        return targets;
    }

    /** The first measure after another one whose mark has an id; if none has it, the first that has a mark at all. */
    OptionalInt after(int measure, String id) {
        NavigableSet<Integer> named = byId.get(id);
        Integer exact = named == null ? null : named.higher(measure);
        return optional(exact == null ? all.higher(measure) : exact);
    }

    private static OptionalInt optional(@Nullable Integer measure) {
        return measure == null ? OptionalInt.empty() : OptionalInt.of(measure);
    }
}
