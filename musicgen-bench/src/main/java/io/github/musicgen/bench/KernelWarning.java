package io.github.musicgen.bench;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** For whoever measures where the environment has OpenBLAS multiply as on another processor: all ratios are others then. */
public final class KernelWarning {
    private static final Set<String> VARIABLES = Set.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE");

    private KernelWarning() {}

    /** Says so on standard error, if that is so. */
    public static void tell() {
        of(System.getenv()).ifPresent(System.err::println);
    }

    static Optional<String> of(Map<String, String> environment) {
        Map<String, String> telling = new TreeMap<>(environment);
        telling.keySet().retainAll(VARIABLES);
        return telling.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "OpenBLAS multiplies as the environment says, not as it does by itself on this processor: "
                                + telling);
    }
}
