package io.github.musicgen.models.blas;

import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Which kernels OpenBLAS multiplies with. It chooses them when it is loaded, by what it knows of the processor, or as {@code OPENBLAS_CORETYPE}
 * in the environment says: the registers of the processor alone do not tell.
 *
 * <p>The function that names the choice is not among those that Java may call, but where the choice is kept can be looked up.
 */
final class Kernels {
    private static final String CHOICE = "gotoblas";
    private static final List<String> OF_512_BITS = List.of("SKYLAKEX", "COOPERLAKE", "SAPPHIRERAPIDS");

    private Kernels() {}

    /** Whether they are for registers of 512 bits; where OpenBLAS does not show its choice, whether there are such registers. */
    static boolean areFor512Bits() {
        OpenBlas.load(); // whoever asks may not have multiplied yet, and nothing is chosen before
        Pointer choice = Loader.addressof(CHOICE);
        if (choice == null || choice.isNull()) {
            return Vectors.areOf512Bits();
        }
        Pointer chosen = new PointerPointer<Pointer>(choice).get(0);
        return OF_512_BITS.stream().anyMatch(name -> isAt(chosen, CHOICE + "_" + name));
    }

    private static boolean isAt(Pointer chosen, String symbol) {
        Pointer table = Loader.addressof(symbol);
        return table != null && table.equals(chosen);
    }
}
