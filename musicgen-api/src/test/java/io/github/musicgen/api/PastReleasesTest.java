package io.github.musicgen.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.bundle.BandVaeBundle;
import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.bundle.ModelBundle;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.melodyrnn.CellKind;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.testing.TinyBands;
import io.github.musicgen.api.testing.TinyModels;
import io.github.musicgen.api.testing.TinyVaes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bundles of every release load for ever, and answer as they did. A release adds a folder that {@link #main} writes, and never
 * touches an older one.
 */
class PastReleasesTest {
    private static final Path FOLDER = Path.of("src/test/resources/bundles");

    /** Writes the bundles of a release into a folder. */
    public static void main(String[] folder) throws IOException {
        Path release = Files.createDirectories(Path.of(folder[0]));
        for (MelodyRnnConfiguration each : MelodyRnnConfiguration.all()) {
            TinyModels.of(each.withLayers(8, 8), 1).write(release.resolve(each.name() + ".safetensors"), Precision.F16);
        }
        TinyModels.of(MelodyRnnConfiguration.basicRnn().withCell(CellKind.TANH).withLayers(8, 8), 1)
                .write(release.resolve("basic-tanh.safetensors"), Precision.F32);
        TinyVaes.of(TinyVaes.TINY, 1).write(release.resolve("melody-vae.safetensors"), Precision.F16);
        TinyVaes.of(TinyVaes.TINY_BARS, 1).write(release.resolve("melody-vae-bars.safetensors"), Precision.F16);
        TinyBands.of(TinyBands.TINY, 1).write(release.resolve("band-vae.safetensors"), Precision.F16);
    }

    static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".safetensors"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bundle_ofAnyRelease_answersAsItDid(Path bundle) throws Exception {
        assertThat(faults(bundle)).isEmpty();
    }

    private static List<String> faults(Path bundle) throws IOException {
        ModelBundle read = ModelBundle.read(bundle);
        if (read instanceof MelodyVaeBundle) {
            return LatentModel.load(bundle).verify();
        }
        return read instanceof BandVaeBundle
                ? Band.load(bundle).verify()
                : Generator.load(bundle).verify();
    }
}
