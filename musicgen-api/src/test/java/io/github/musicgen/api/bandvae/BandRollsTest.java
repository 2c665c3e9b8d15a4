package io.github.musicgen.api.bandvae;

import static io.github.musicgen.api.testing.TinyBands.TINY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandRollsTest {
    /** Pitches 48 to 71, as the piano has them. */
    private static final BandVaeConfiguration BAND = TINY.withInstruments(List.of(
            TINY.instruments().get(0),
            new BandInstrument(
                    "guitar", 24, false, 36, 24, TINY.instruments().get(0).patches()),
            TINY.instruments().get(2)));

    private static final int STEPS = 16;

    private static BandRolls rolls() {
        NoteSequence music = NoteSequence.builder(4)
                .part(Part.builder("piano").note(60, 80, 0, 4).build())
                .part(Part.builder("guitar")
                        .program(24)
                        .note(52, 70, 4, 8)
                        .note(40, 60, 8, 12)
                        .build())
                .part(Part.builder("drums").drums(true).note(36, 90, 0, 1).build())
                .endTick(STEPS)
                .build();
        return BandRolls.of(music, BAND).window(0, STEPS);
    }

    private static byte state(BandRolls rolls, int instrument, int step, int pitch) {
        BandInstrument of = BAND.instruments().get(instrument);
        return rolls.segment(instrument, 0)
                .at(step * of.columns() + of.column(pitch).orElseThrow());
    }

    @Test
    void ledBy_givesTheFirstWhatTheLeaderPlayed_whereItHasThePitches() {
        BandRolls led = rolls().ledBy(1);
        assertThat(state(led, 0, 4, 52)).isEqualTo(BandCells.STRUCK);
        assertThat(state(led, 0, 7, 52)).isEqualTo(BandCells.HELD);
        assertThat(state(led, 0, 0, 60)).isEqualTo(BandCells.SILENT); // what was its own
        assertThat(led.pitchClasses()[52 % 12]).isEqualTo(4);
        assertThat(led.first().pitchClasses()).isEqualTo(led.pitchClasses()); // 40 is too low for a piano
        assertThat(led.velocities(0, 0)).contains((byte) 70).doesNotContain((byte) 80, (byte) 60);
        assertThat(led.segment(1, 0).isSilent()).isTrue();
        assertThat(led.segment(2, 0)).isEqualTo(rolls().segment(2, 0));
    }

    @Test
    void ledBy_theFirst_isTheSame() {
        BandRolls rolls = rolls();
        assertThat(rolls.ledBy(0)).isSameAs(rolls);
    }

    @Test
    void ledBy_drumsOrNobody_isRefused() {
        assertThatThrownBy(() -> rolls().ledBy(2)).hasMessage("who leads must play pitches, but the drums do not");
        assertThatThrownBy(() -> rolls().ledBy(3)).hasMessage("an instrument must be 0..2, but was 3");
    }

    @Test
    void first_playsAlone() {
        BandRolls first = rolls().first();
        assertThat(first.segment(0, 0)).isEqualTo(rolls().segment(0, 0));
        assertThat(first.segment(1, 0).isSilent()).isTrue();
        assertThat(first.segment(2, 0).isSilent()).isTrue();
    }

    @Test
    void pitchClasses_countSteps_butNoDrums() {
        double[] expected = new double[12];
        expected[0] = 4; // C of the piano
        expected[4] = 8; // two Es of the guitar
        assertThat(rolls().pitchClasses()).isEqualTo(expected);
    }
}
