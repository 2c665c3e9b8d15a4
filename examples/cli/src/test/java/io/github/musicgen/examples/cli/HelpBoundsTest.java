package io.github.musicgen.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.BandRequest;
import io.github.musicgen.api.LatentRequest;
import io.github.musicgen.api.bandvae.PlayOptions;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.models.training.course.Batches;
import org.junit.jupiter.api.Test;

/** The bounds that help tells are those of the library. */
class HelpBoundsTest {
    private static String help(String... command) {
        Object[] words = new Object[command.length + 1];
        System.arraycopy(command, 0, words, 0, command.length);
        words[command.length] = "--help";
        return CommandLineRun.of(words).out().replaceAll("\\s+", " ");
    }

    @Test
    void ofMaking() {
        int stretches = LatentRequest.MAX_STRETCHES;
        assertThat(help("space", "draw"))
                .contains("How many melodies, 1 to " + stretches + " (default: 4)")
                .contains("How daring the choices are, 0 to " + (int) SamplingOptions.MAX_TEMPERATURE + ":");
        assertThat(help("space", "blend")).contains("the two ends included, 2 to " + stretches + " (default: 8)");
        int segments = BandRequest.MAX_SEGMENTS;
        assertThat(help("band", "compose"))
                .contains("How daring, 0 to " + (int) PlayOptions.MAX_TEMPERATURE + ":")
                .contains("How many segments it has, 1 to " + segments + ",");
        assertThat(help("band", "continue"))
                .contains("follow the song, 1 to " + segments + " (default: " + BandRequest.USUAL_SEGMENTS + ")");
        assertThat(help("band", "accompany")).contains("1 to " + segments + " (default: to its end)");
    }

    @Test
    void ofTraining() {
        String batch = "How many melodies are learned at once, 1 to " + Batches.MAX_SIZE + " ";
        String units = ", 1 to " + MelodyRnnConfiguration.MAX_UNITS;
        assertThat(help("train"))
                .contains(batch)
                .contains("Units in each layer" + units + "; up to " + MelodyRnnConfiguration.MAX_LAYERS + " layers ");
        assertThat(help("space", "train"))
                .contains(batch)
                .contains("in bars, 1 to " + MelodyVaeConfiguration.MAX_BARS + " ")
                .contains("Units in each layer that writes one" + units + " ")
                .contains("How many numbers a point has, 1 to " + MelodyVaeConfiguration.MAX_LATENT_SIZE + " ");
    }
}
