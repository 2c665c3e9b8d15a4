package io.github.musicgen.models.blas;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** How wide the registers of the processor are. */
final class Vectors {
    private static final int AVX_512 = 3;

    private Vectors() {}

    /** Whether there are registers of 512 bits, as far as the virtual machine says. */
    static boolean areOf512Bits() {
        try {
            HotSpotDiagnosticMXBean hotSpot = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return hotSpot != null
                    && Integer.parseInt(hotSpot.getVMOption("UseAVX").getValue()) >= AVX_512;
        } catch (IllegalArgumentException | LinkageError e) { // another processor, or another virtual machine
            return false;
        }
    }
}
