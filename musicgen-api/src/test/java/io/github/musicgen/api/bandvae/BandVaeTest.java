package io.github.musicgen.api.bandvae;

import static io.github.musicgen.api.testing.TinyBands.TINY;
import static io.github.musicgen.api.testing.TinyBands.TINY_THESIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.testing.TinyBands;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandVaeTest {
    private static final BandVae MODEL = TinyBands.of(TINY, 3).model(Engine.portable());
    private static final BandVae THESIS = TinyBands.of(TINY_THESIS, 3).model(Engine.portable());
    private static final LatentVector POINT = LatentVector.of(1, -1, 0.5f);

    private static long parameters(BandVaeConfiguration configuration, String beginning) {
        return BandVaeTensors.schema(configuration).shapes().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(beginning))
                .mapToLong(entry -> entry.getValue().values())
                .sum();
    }

    /** The counts of the thesis. */
    @Test
    void thesis_hasTheParametersOfTheThesis() {
        BandVaeConfiguration thesis = BandVaeConfiguration.thesis();
        for (BandInstrument instrument : thesis.instruments()) {
            assertThat(parameters(thesis, instrument.name() + ".encoder")
                            + parameters(thesis, instrument.name() + ".decoder"))
                    .isEqualTo(1_322_130);
        }
        assertThat(parameters(thesis, "piano.next")).isEqualTo(20_752);
        for (String follower : List.of("guitar", "bass", "strings", "drums")) {
            assertThat(parameters(thesis, follower + ".next")).isEqualTo(6_288);
        }
        assertThat(BandVaeTensors.schema(thesis).valueCount()).isEqualTo(6_656_554);
        assertThat(thesis.threshold()).isEqualTo(0.3);
        assertThat(thesis.instruments().stream().map(BandInstrument::program)).containsExactly(0, 24, 32, 48, 0);
    }

    /** A note of the piano makes others of the bass likelier, and where it starts, drums; of a band without chances, nothing. */
    @Test
    void decode_hearsTheOthers() {
        byte[] states = new byte[MODEL.cells(0)];
        states[24 + 5] = BandCells.STRUCK;
        HeardSteps piano = HeardSteps.of(TINY, List.of(BandCells.of(states)));
        DecodedRoll alone = MODEL.decode(1, POINT);
        DecodedRoll together = MODEL.decode(1, POINT, piano);
        for (int cell = 0; cell < MODEL.cells(1); cell++) {
            if (cell / 24 == 1) {
                assertThat(together.scores()[cell][0]).isNotEqualTo(alone.scores()[cell][0]);
            } else {
                assertThat(together.scores()[cell]).containsExactly(alone.scores()[cell]);
            }
        }
        assertThat(MODEL.decode(2, POINT, piano).scores()[9])
                .isNotEqualTo(MODEL.decode(2, POINT).scores()[9]);
        assertThat(THESIS.decode(1, POINT, piano).scores()[30])
                .containsExactly(THESIS.decode(1, POINT).scores()[30]);
        assertThatThrownBy(() -> HeardSteps.of(TINY, List.of(BandCells.silence(3))))
                .hasMessage("a segment of the piano must have 384 cells, but had 3");
        assertThatThrownBy(() -> HeardSteps.of(TINY, Collections.nCopies(4, BandCells.silence(3))))
                .hasMessage("a band of 3 instruments cannot be heard as 4");
    }

    @Test
    void band_isSmallEnoughForAJar() {
        assertThat(BandVaeTensors.schema(BandVaeConfiguration.band()).valueCount())
                .isLessThan(2_000_000);
    }

    @Test
    void encode_tellsSegmentsApart_withOneDeviationOrMany() {
        BandCells one = BandCells.silence(MODEL.cells(0));
        byte[] states = one.states();
        states[100] = BandCells.STRUCK;
        states[124] = BandCells.HELD;
        BandCells other = BandCells.of(states);
        assertThat(MODEL.encode(0, one).mean())
                .isNotEqualTo(MODEL.encode(0, other).mean());
        float[] many = MODEL.encode(0, other).deviation().values();
        assertThat(many[0]).isNotEqualTo(many[1]);
        float[] same = THESIS.encode(0, other).deviation().values();
        assertThat(same[0]).isEqualTo(same[1]).isEqualTo(same[2]).isPositive();
    }

    @Test
    void decode_tellsWhatSounds_whatStarts_andHowHard() {
        DecodedRoll roll = MODEL.decode(0, POINT);
        assertThat(roll.scores().length).isEqualTo(MODEL.cells(0));
        BandCells cells = roll.cells(0.4);
        int sounding = 0;
        for (int i = 0; i < cells.size(); i++) {
            boolean sounds = roll.sounds(i) > 0.4;
            sounding += sounds ? 1 : 0;
            assertThat(cells.at(i) != BandCells.SILENT).isEqualTo(sounds);
            assertThat(cells.at(i) == BandCells.STRUCK).isEqualTo(sounds && roll.starts(i) > 0.5);
            assertThat(roll.velocity(i)).isBetween(1, 127);
        }
        assertThat(sounding).isPositive().isLessThan(cells.size());
        assertThat(roll.cells(0.999999)).isEqualTo(BandCells.silence(cells.size()));
        DecodedRoll plain = THESIS.decode(0, POINT);
        assertThat(plain.starts(0)).isZero();
        assertThat(plain.velocity(0)).isEqualTo(100);
    }

    /** With chances; the thesis hears silence, too. */
    @Test
    void heard_ofWhoIsSilent_isNothing() {
        List<Boolean> again = List.of(true, true);
        BandCells silence = BandCells.silence(MODEL.cells(0));
        byte[] states = silence.states();
        states[7] = BandCells.STRUCK;
        assertThat(MODEL.heard(silence, POINT, again)).isEqualTo(MODEL.nothingHeard());
        assertThat(MODEL.nothingHeard()).isEqualTo(new BandVae.Heard(LatentVector.of(0, 0, 0), List.of(false, false)));
        assertThat(MODEL.heard(BandCells.of(states), POINT, again)).isEqualTo(new BandVae.Heard(POINT, again));
        assertThat(THESIS.heard(silence, POINT, List.of())).isEqualTo(new BandVae.Heard(POINT, List.of()));
    }

    @Test
    void next_listensToTheOthers() {
        List<Boolean> no = List.of(false, false);
        BandVae.Past past = new BandVae.Past(POINT, no);
        BandVae.Heard one = new BandVae.Heard(POINT, no);
        BandVae.Heard other = new BandVae.Heard(POINT, List.of(false, true));
        NextLatent next = MODEL.next(2, past, List.of(one, one));
        assertThat(MODEL.next(2, past, List.of(one, other)).point()).isNotEqualTo(next.point());
        assertThat(MODEL.next(2, new BandVae.Past(POINT, List.of(true, false)), List.of(one, one))
                        .point())
                .isNotEqualTo(next.point());
        BandVae.Past alone = new BandVae.Past(POINT, List.of());
        BandVae.Heard here = new BandVae.Heard(POINT, List.of());
        BandVae.Heard there = new BandVae.Heard(LatentVector.of(2, 2, 2), List.of());
        assertThat(THESIS.next(1, alone, List.of(there)).point())
                .isNotEqualTo(THESIS.next(1, alone, List.of(here)).point());
    }

    @Test
    void again_sharesOneAmongAllWays() {
        NextLatent next = MODEL.next(0, new BandVae.Past(POINT, List.of(false, false)), List.of());
        double[] chances = next.again(5, TINY.lags());
        assertThat(Arrays.stream(chances).sum()).isCloseTo(1, within(1e-12));
        assertThat(chances[0] / chances[1]).isCloseTo(Math.exp(next.scores()[0] - next.scores()[1]), within(1e-6));
        assertThat(next.again(1, TINY.lags())[1]).isZero();
        assertThat(next.again(1, TINY.lags())[3]).isZero();
        assertThat(next.again(1, TINY.lags())[2]).isPositive();
        assertThat(next.again(0, TINY.lags())).containsExactly(0, 0, 0, 0, 1);
        assertThat(THESIS.next(1, new BandVae.Past(POINT, List.of()), List.of(new BandVae.Heard(POINT, List.of())))
                        .again(9, List.of()))
                .containsExactly(1);
    }

    @Test
    void draw_withoutTemperature_isTheLikeliestPoint_andDrawsAsManyNumbers() {
        NextLatent next = MODEL.next(0, new BandVae.Past(POINT, List.of(false, false)), List.of());
        SeededRandom random = SeededRandom.ofSeed(1);
        assertThat(next.draw(0, random)).isEqualTo(next.point().mean());
        SeededRandom same = SeededRandom.ofSeed(1);
        assertThat(next.draw(1, same)).isNotEqualTo(next.point().mean());
        assertThat(same.nextLong()).isEqualTo(random.nextLong());
    }

    @Test
    void whatIsOutOfBounds_isRefused() {
        assertThatThrownBy(() -> MODEL.encode(0, BandCells.silence(5)))
                .hasMessage("a segment of the piano must have 384 cells, but had 5");
        assertThatThrownBy(() -> MODEL.decode(0, LatentVector.of(1, 2)))
                .hasMessage("a point of this band must have 3 numbers, but had 2");
        assertThatThrownBy(() -> MODEL.decode(3, POINT)).hasMessage("an instrument must be 0..2, but was 3");
        assertThatThrownBy(() -> LatentVector.of(1, Float.NaN, 2)).hasMessageContaining("must be finite, but was NaN");
        BandVae.Past past = new BandVae.Past(POINT, List.of(false, false));
        assertThatThrownBy(() -> MODEL.next(1, past, List.of()))
                .hasMessage("the bass must be told of 1 others, but was of 0");
        assertThatThrownBy(() -> MODEL.next(0, new BandVae.Past(POINT, List.of()), List.of()))
                .hasMessage("whether a segment came again must be told for 2 lags, but was for 0");
        assertThatThrownBy(() -> BandCells.of((byte) 3)).hasMessage("state of cell 0 must be 0..2, but was 3");
        assertThatThrownBy(() -> THESIS.again(0, (byte) 0, (byte) 0)).hasMessageContaining("knows no repetition");
        assertThatThrownBy(() -> new PlayOptions(Double.NaN, 0.5, 0)).hasMessageContaining("but was NaN");
        assertThatThrownBy(() -> new PlayOptions(1, 0, 0)).hasMessageContaining("but was 0.0");
    }

    @Test
    void configurations_outOfBounds_areRefused() {
        assertThatThrownBy(() -> new BandInstrument(
                        "piano", 128, false, 0, 128, TINY.instruments().get(0).patches()))
                .hasMessage("program of the piano must be 0..127, but was 128");
        assertThatThrownBy(() -> new BandInstrument(
                        "piano", 0, false, 100, 30, TINY.instruments().get(0).patches()))
                .hasMessageContaining("must lie within 0..127");
        assertThatThrownBy(() -> new BandInstrument(
                        "piano", 0, false, -1, 9, TINY.instruments().get(0).patches()))
                .hasMessageContaining("classes of drums");
        assertThatThrownBy(() -> new BandInstrument("piano", 0, false, 0, 9, List.of()))
                .hasMessageContaining("layers of the piano must be 1..8");
        assertThatThrownBy(() -> new BandInstrument(
                        "organ", 16, false, 0, 9, TINY.instruments().get(0).patches()))
                .hasMessageStartingWith("an instrument of a band must be one of piano, guitar, bass, strings, drums")
                .hasMessageEndingWith("but was \"organ\"");
        assertThatThrownBy(() -> TINY.withLatentSize(0)).hasMessage("latent size must be 1..1024, but was 0");
        assertThatThrownBy(() -> TINY.withInstruments(List.of())).hasMessage("instruments must be 1..16, but was 0");
        assertThatThrownBy(() -> TINY.withInstruments(
                        List.of(TINY.instruments().get(0), TINY.instruments().get(0))))
                .hasMessageContaining("two are called piano");
    }
}
