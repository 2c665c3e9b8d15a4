package io.github.musicgen.api.bundle;

import java.util.List;
import java.util.Optional;

/** The families that bundles are of. A new one is a line here. */
final class Families {
    static final BundleFamily<Bundle> MELODY_RNN = new MelodyRnnFamily();
    static final BundleFamily<MelodyVaeBundle> MELODY_VAE = new MelodyVaeFamily();
    static final BundleFamily<BandVaeBundle> BAND_VAE = new BandVaeFamily();

    private static final List<BundleFamily<?>> ALL = List.of(MELODY_RNN, MELODY_VAE, BAND_VAE);

    private Families() {}

    static Optional<BundleFamily<?>> named(String word) {
        for (BundleFamily<?> family : ALL) {
            if (family.word().equals(word)) {
                return Optional.of(family);
            }
        }
        return Optional.empty();
    }

    /** All names, for messages. */
    static List<String> words() {
        return ALL.stream().<String>map(BundleFamily::word).toList();
    }
}
