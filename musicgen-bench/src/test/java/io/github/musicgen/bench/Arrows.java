package io.github.musicgen.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which package may use which: an arrow to a package is an arrow to all that this one may use, too. */
final class Arrows {

    private static final String ROOT = "io.github.musicgen.";

    private final Map<String, Set<String>> reach = new LinkedHashMap<>();

    /** Every target must have been named before, which makes a cycle impossible to write down. */
    Arrows from(String name, String... targets) {
        Set<String> reached = new TreeSet<>();
        for (String target : targets) {
            Set<String> further = reach.get(ROOT + target);
            if (further == null) {
                throw new IllegalArgumentException(target + " must be named before " + name + ", which may use it");
            }
            reached.addAll(further);
        }
        reached.add(ROOT + name);
        if (reach.put(ROOT + name, reached) != null) {
            throw new IllegalArgumentException(name + " is named twice");
        }
        return this;
    }

    Set<String> packages() {
        return reach.keySet();
    }

    boolean allow(String from, String to) {
        return reach.getOrDefault(from, Set.of()).contains(to);
    }
}
