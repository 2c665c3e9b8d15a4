package io.github.musicgen.api;

import static io.github.musicgen.api.testing.TinyVaes.TINY_BARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.testing.TinyVaes;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.melody.Melody;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a space of two bars does, a space of sixteen with a conductor does, too. */
class HierarchicalSpaceTest {
    private static final MelodyVaeConfiguration SIXTEEN = TINY_BARS.withBars(16);
    private static final LatentModel<Melody> SPACE = LatentModel.of(TinyVaes.of(SIXTEEN, 6));

    @TempDir
    Path folder;

    /** A quarter each, up and down from a pitch. */
    private static Melody melody(int pitch, int bars) {
        int[] events = new int[16 * bars];
        Arrays.fill(events, Melody.NO_EVENT);
        for (int i = 0; i < events.length; i += 4) {
            events[i] = pitch + i / 4 % 9;
        }
        return Melody.of(events);
    }

    @Test
    void decode_givesSixteenBars_theSameForTheSameSeed_andFromItsFile() throws Exception {
        LatentVector z = SPACE.encode(melody(60, 16));
        Melody made = SPACE.request().seed(3).decode(z);
        assertThat(made.length()).isEqualTo(256);
        assertThat(SPACE.request().seed(3).decode(z)).isEqualTo(made);
        assertThat(SPACE.request().seed(4).decode(z)).isNotEqualTo(made);
        Path file = folder.resolve("space.safetensors");
        SPACE.bundle().write(file, Precision.F32);
        LatentModel<Melody> loaded = LatentModel.load(file);
        assertThat(loaded.request().seed(3).decode(z)).isEqualTo(made);
        assertThat(loaded.verify()).isEmpty();
    }

    @Test
    void requests_makeWaysGridsAndLikenesses() {
        LatentRequest<Melody> request = SPACE.request().temperature(0).seed(2);
        Melody low = melody(50, 16);
        Melody high = melody(70, 16);
        List<Melody> way = request.interpolate(low, high, 5);
        assertThat(way).hasSize(5).allMatch(melody -> melody.length() == 256);
        assertThat(way.get(0)).isEqualTo(request.decode(SPACE.encode(low)));
        assertThat(way.get(4)).isEqualTo(request.decode(SPACE.encode(high)));
        assertThat(request.grid(List.of(low, high, high, low), 2, 3)).hasSize(2).allMatch(row -> row.size() == 3);
        assertThat(request.similar(low, 2, 1)).containsOnly(way.get(0));
        assertThat(request.sample(3)).doesNotHaveDuplicates();
    }

    @Test
    void direction_leadsFromLowMelodiesToHighOnes() {
        List<Melody> melodies = new ArrayList<>();
        for (int pitch = 50; pitch < 58; pitch++) {
            melodies.add(melody(pitch, 16));
        }
        LatentVector direction = SPACE.direction(MelodyAttribute.PITCH, melodies);
        assertThat(direction.size()).isEqualTo(SIXTEEN.latentSize());
        assertThat(along(direction, melodies.get(7))).isGreaterThan(along(direction, melodies.get(0)));
    }

    private static double along(LatentVector direction, Melody melody) {
        LatentVector place = SPACE.encode(melody);
        return IntStream.range(0, place.size())
                .mapToDouble(i -> place.at(i) * direction.at(i))
                .sum();
    }

    @Test
    void wishes_areKept_inEveryBar() {
        Scale dorian = Scale.parse("D dorian");
        List<Melody> melodies = SPACE.request()
                .temperature(1.5)
                .inKey("D dorian")
                .within("C4", "C5")
                .wishing(new Constraint.Forced(160, 62))
                .wishing(new Constraint.EndingOnTonic())
                .sample(10);
        for (Melody melody : melodies) {
            int[] pitches =
                    Arrays.stream(melody.events()).filter(event -> event >= 0).toArray();
            assertThat(IntStream.of(pitches))
                    .isNotEmpty()
                    .allMatch(pitch -> pitch >= 60 && pitch <= 72 && dorian.contains(pitch));
            assertThat(melody.event(160)).isEqualTo(62);
            assertThat(pitches[pitches.length - 1] % 12).isEqualTo(2);
        }
    }

    @Test
    void melodiesAndVectors_thatCannotBe_areRefused() {
        assertThatThrownBy(() -> SPACE.encode(melody(60, 15)))
                .hasMessage(
                        "a melody must be 16 bars long, which are 256 steps, but was 240; BarWindows cuts longer ones");
        assertThatThrownBy(() -> SPACE.encode(melody(60, 17))).hasMessageContaining("but was 272");
        assertThatThrownBy(() -> SPACE.encode(melody(60, 0))).hasMessageContaining("but was 0");
        assertThatThrownBy(() -> SPACE.decode(LatentVector.of(new float[4]), 1))
                .hasMessage("a vector of this model must have 5 numbers, but had 4");
    }
}
