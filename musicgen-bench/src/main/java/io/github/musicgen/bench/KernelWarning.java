package io.github.musicgen.bench;

/** For whoever measures where OpenBLAS is told to multiply as on another processor, which some servers do: ratios are others then. */
public final class KernelWarning {
    private static final String VARIABLE = "OPENBLAS_CORETYPE";

    private KernelWarning() {}

    /** Says so on standard error, if that is so. */
    public static void tell() {
        String processor = System.getenv(VARIABLE);
        if (processor != null) {
            System.err.println(
                    VARIABLE + "=" + processor + " is set: OpenBLAS multiplies as on that processor; without it"
                            + " (and OPENBLAS_L2_SIZE) as fast as it can on this one");
        }
    }
}
