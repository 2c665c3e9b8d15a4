package io.github.musicgen.models.corpus.division;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.models.corpus.Tunes;
import io.github.musicgen.representation.melody.Melody;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MelodyFingerprintTest {
    private static final Melody TUNE = Melody.of(60, -2, 62, -1, 64, -2, -2, 60);

    @Property
    void of_isTheSameInEveryKeyAndOctave(@ForAll long seed, @ForAll @IntRange(min = -60, max = 60) int semitones) {
        Melody melody = Tunes.melody(seed, 4);

        assertThat(MelodyFingerprint.of(melody.transpose(semitones))).isEqualTo(MelodyFingerprint.of(melody));
    }

    @Test
    void of_doesNotMindSilenceAroundOrTheBar() {
        assertThat(MelodyFingerprint.of(TUNE.withLengthFromLeft(TUNE.length()).withLength(20)))
                .isEqualTo(MelodyFingerprint.of(TUNE));
        assertThat(MelodyFingerprint.of(Melody.of(-2, -2, -2, 60, -2, 62, -1, 64, -2, -2, 60, -2, -2)))
                .isEqualTo(MelodyFingerprint.of(TUNE));
        assertThat(MelodyFingerprint.of(TUNE.withMeter(12, 4).withStartStep(7))).isEqualTo(MelodyFingerprint.of(TUNE));
    }

    @Test
    void of_mindsIntervalsAndRhythm() {
        assertThat(MelodyFingerprint.of(Melody.of(60, -2, 63, -1, 64, -2, -2, 60)))
                .isNotEqualTo(MelodyFingerprint.of(TUNE));
        assertThat(MelodyFingerprint.of(Melody.of(60, -2, 62, -2, 64, -2, -2, 60)))
                .isNotEqualTo(MelodyFingerprint.of(TUNE));
        assertThat(MelodyFingerprint.of(Melody.of(60, -2, 62, -1, 64, -2, 60)))
                .isNotEqualTo(MelodyFingerprint.of(TUNE));
    }

    @Test
    void of_longNotes_tellsLengthsApart() {
        int[] events = new int[40_000];
        Arrays.fill(events, Melody.NO_EVENT);
        events[0] = 60;
        int[] other = events.clone();
        events[20_000] = 62;
        other[20_128] = 62;

        assertThat(MelodyFingerprint.of(Melody.of(events))).isNotEqualTo(MelodyFingerprint.of(Melody.of(other)));
    }
}
