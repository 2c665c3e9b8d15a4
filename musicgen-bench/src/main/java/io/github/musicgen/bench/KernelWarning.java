package io.github.musicgen.bench;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** For whoever measures where the environment has OpenBLAS multiply as on another processor: all ratios are others then. */
public final class KernelWarning {
    private KernelWarning() {}

    /** Says so on standard error, if that is so. */
    public static void tell() {
        of(System.getenv()).ifPresent(System.err::println);
    }

    static Optional<String> of(Map<String, String> environment) {
        Map<String, String> telling = new TreeMap<>(environment);
        telling.keySet().removeIf(name -> !name.equals("OPENBLAS_CORETYPE") && !name.equals("OPENBLAS_L2_SIZE"));
        return telling.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "OpenBLAS multiplies as the environment says, not as it does by itself on this processor: "
                                + telling);
    }
}
