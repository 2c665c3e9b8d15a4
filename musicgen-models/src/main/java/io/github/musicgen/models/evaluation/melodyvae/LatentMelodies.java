package io.github.musicgen.models.evaluation.melodyvae;

import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.representation.melody.BarWindows;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Melodies as a space of melodies sees them: stretches of as many bars as it knows, one bar apart.
 *
 * @param configuration what the space is
 */
public record LatentMelodies(MelodyVaeConfiguration configuration) {
    /**
     * Cuts melodies.
     *
     * @param melodies in whatever meter, of which those in 4/4 on the grid of the space are cut
     * @return their stretches in the range of the space, each once, without those that have no note
     */
    public List<Melody> of(List<Melody> melodies) {
        List<Melody> windows = new ArrayList<>();
        Set<Melody> known = new HashSet<>();
        for (Melody melody : melodies) {
            if (fits(melody)) {
                for (Melody window : BarWindows.of(melody, configuration.bars())) {
                    Melody shown = window.withStartStep(0)
                            .squash(
                                    configuration.melodies().minPitch(),
                                    configuration.melodies().maxPitch())
                            .melody();
                    if (shown.hasNote() && known.add(shown)) {
                        windows.add(shown);
                    }
                }
            }
        }
        return windows;
    }

    private boolean fits(Melody melody) {
        return melody.stepsPerBar() == configuration.stepsPerBar()
                && melody.stepsPerQuarter() == configuration.stepsPerQuarter();
    }
}
