package io.github.musicgen.api;

import static io.github.musicgen.api.testing.TinyVaes.TINY;
import static io.github.musicgen.api.testing.TinyVaes.TINY_DRUMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.ContradictoryWishesException;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.testing.TinyVaes;
import io.github.musicgen.api.testing.Tunes;
import io.github.musicgen.midi.MidiReader;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.representation.melody.DrumPattern;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatentDrumsTest {
    private static final LatentModel<DrumPattern> SPACE = LatentModel.ofDrums(TinyVaes.of(TINY_DRUMS, 6));
    private static final DrumPattern ROCK = twice(5, 0, 4, 0, 6, 0, 4, 0, 5, 0, 5, 0, 6, 0, 4, 1);
    private static final DrumPattern RIDE = twice(257, 0, 0, 0, 256, 0, 0, 256, 258, 0, 0, 0, 256, 0, 0, 256);

    @TempDir
    Path folder;

    private static DrumPattern twice(int... bar) {
        int[] events = Arrays.copyOf(bar, 32);
        System.arraycopy(bar, 0, events, 16, 16);
        return DrumPattern.of(events);
    }

    @Test
    void load_bundle_isTheSameSpace() throws Exception {
        Path file = folder.resolve("drums.safetensors");
        SPACE.bundle().write(file, Precision.F32);
        LatentModel<DrumPattern> loaded = LatentModel.loadDrums(file);
        assertThat(loaded.encode(ROCK)).isEqualTo(SPACE.encode(ROCK));
        assertThat(loaded.request().sample(3)).isEqualTo(SPACE.request().sample(3));
        assertThat(loaded.verify()).isEmpty();
        assertThat(loaded.withEngine(Engine.compact()).verify()).isEmpty();
        assertThat(LatentModel.ofAny(loaded.bundle()).configuration()).isEqualTo(TINY_DRUMS);
    }

    @Test
    void load_ofOtherContents_saysWhatLoadsThem() throws Exception {
        Path drums = folder.resolve("drums");
        Path melodies = folder.resolve("melodies");
        SPACE.bundle().write(drums, Precision.F32);
        TinyVaes.of(TINY, 1).write(melodies, Precision.F32);
        assertThatThrownBy(() -> LatentModel.load(drums))
                .isInstanceOf(MalformedModelException.class)
                .hasMessage(
                        "drums: expected a space of melodies, but found one of drums; LatentModel.load takes melodies,"
                                + " loadDrums drums");
        assertThatThrownBy(() -> LatentModel.loadDrums(melodies))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("expected a space of drums, but found one of melodies");
        assertThatThrownBy(() -> LatentModel.of(SPACE.bundle()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the model must be a space of melodies, but is one of drums; LatentModel.of takes melodies, ofDrums drums");
        assertThatThrownBy(() -> LatentModel.ofDrums(TinyVaes.of(TINY, 1)))
                .hasMessage(
                        "the model must be a space of drums, but is one of melodies; LatentModel.of takes melodies, ofDrums"
                                + " drums");
    }

    @Property(tries = 50)
    void patterns_comeBackFromMusic_andAreEncodedAlike(
            @ForAll @Size(32) List<@IntRange(min = 0, max = 511) Integer> events) {
        int[] struck = events.stream().mapToInt(Integer::intValue).toArray();
        struck[0] = Math.max(struck[0], 1);
        struck[31] = Math.max(struck[31], 1);
        DrumPattern pattern = DrumPattern.of(struck);
        NoteSequence written = MidiReader.read(MidiWriter.toMidiFile(pattern.toNoteSequence(97)));
        assertThat(SPACE.windows(written)).containsExactly(pattern);
    }

    @Test
    void encode_patternThatCannotBe_isRefusedWithTheReason() {
        assertThatThrownBy(() -> SPACE.encode(ROCK.slice(0, 31)))
                .hasMessage(
                        "a drum pattern must be 2 bars long, which are 32 steps, but was 31; BarWindows cuts longer ones");
        assertThatThrownBy(() -> SPACE.encode(ROCK.withEvents(new int[48]))).hasMessageContaining("but was 48");
        assertThatThrownBy(() -> SPACE.encode(ROCK.withMeter(12, 4)))
                .hasMessage(
                        "a drum pattern must be in 4/4 with 4 steps in a quarter and 16 in a bar, but had 4 and 12");
        assertThatThrownBy(() -> SPACE.encode(ROCK.withEvents(new int[32])))
                .hasMessage("a drum pattern must have a note, but was silent");
    }

    @Test
    void decode_sameVector_givesTheSamePattern_andOtherSeedsOthers() {
        LatentVector z = SPACE.encode(ROCK);
        DrumPattern pattern = SPACE.decode(z, 1);
        assertThat(pattern.length()).isEqualTo(32);
        assertThat(pattern.stepsPerBar()).isEqualTo(16);
        assertThat(SPACE.decode(z, 1)).isEqualTo(pattern);
        assertThat(SPACE.request().seed(1).decode(z)).isNotEqualTo(pattern);
        assertThat(SPACE.decode(z, 0))
                .isEqualTo(SPACE.request().seed(9).temperature(0).decode(z));
        assertThatThrownBy(() -> SPACE.decode(LatentVector.of(1, 2), 1))
                .hasMessage("a vector of this model must have 5 numbers, but had 2");
        assertThatThrownBy(() -> SPACE.decode(z, -1)).hasMessageContaining("temperature must be 0..");
    }

    @Test
    void waysAndGrids_haveTheirEndsWhereTheyBegan() {
        LatentRequest<DrumPattern> request = SPACE.request().temperature(0);
        DrumPattern first = request.decode(SPACE.encode(ROCK));
        DrumPattern last = request.decode(SPACE.encode(RIDE));
        List<DrumPattern> way = request.interpolate(ROCK, RIDE, 5);
        assertThat(way).hasSize(5).startsWith(first).endsWith(last);
        List<List<DrumPattern>> grid = request.grid(List.of(ROCK, RIDE, RIDE, ROCK), 2, 3);
        assertThat(grid.get(0)).hasSize(3).startsWith(first).endsWith(last);
        assertThat(grid.get(1)).startsWith(last).endsWith(first);
    }

    @Test
    void similar_at1_isWhatTheModelMakesOfThePattern_at0Anything() {
        LatentRequest<DrumPattern> request = SPACE.request().temperature(0).seed(4);
        assertThat(request.similar(ROCK, 3, 1)).containsOnly(request.decode(SPACE.encode(ROCK)));
        assertThat(request.similar(ROCK, 3, 0)).isEqualTo(request.sample(3)).doesNotHaveDuplicates();
    }

    @Test
    void wishes_areKept_orRefused() {
        LatentRequest<DrumPattern> request = SPACE.request()
                .temperature(1)
                .wishing(Constraint.parse("rhythm x???"))
                .wishing(Constraint.parse("force 0 C2"))
                .wishing(Constraint.parse("forbid D2"));
        for (DrumPattern pattern : request.sample(20)) {
            assertThat(pattern.pitches(0)).contains(36);
            for (int step = 0; step < 32; step++) {
                assertThat(pattern.pitches(step)).doesNotContain(38);
                assertThat(pattern.strikesAt(step) || step % 4 != 0).isTrue();
            }
        }
        assertThatThrownBy(() -> request.wishing(Constraint.parse("force 3 D2")).sample(1))
                .isInstanceOf(ContradictoryWishesException.class);
        assertThatThrownBy(() -> SPACE.request().inKey("C").sample(1))
                .hasMessageStartingWith("\"key C major\" cannot be wished of drums");
    }

    @Test
    void direction_leadsToMoreOfWhateverIsMeasured() {
        List<DrumPattern> patterns = new ArrayList<>();
        for (int struck = 1; struck <= 8; struck++) {
            int[] events = new int[32];
            Arrays.fill(events, 0, struck, 4);
            patterns.add(DrumPattern.of(events));
        }
        LatentAttribute<DrumPattern> density = pattern ->
                Arrays.stream(pattern.events()).map(Integer::bitCount).sum();
        LatentVector least = SPACE.encode(patterns.get(0)).linear(SPACE.encode(patterns.get(1)), 0.5);
        LatentVector most = SPACE.encode(patterns.get(6)).linear(SPACE.encode(patterns.get(7)), 0.5);
        LatentVector direction = SPACE.direction(density, patterns);
        assertThat(direction.plus(most.plus(least, -1), -1).length()).isLessThan(1e-5);
        assertThat(direction.length()).isGreaterThan(1e-3);
    }

    @Test
    void windows_areBarsOfAllDrums_fromWhereTheirMeterBegins() {
        NoteSequence.Builder music =
                NoteSequence.builder(4).timeSignature(0, 3, 4).timeSignature(12, 4, 4);
        Part.Builder drums = Part.builder("Drums").drums(true).note(36, 90, 0, 1);
        for (int bar = 0; bar < 3; bar++) {
            drums.note(36 + 2 * bar, 90, 12 + 16L * bar, 13 + 16L * bar);
        }
        List<DrumPattern> windows = SPACE.windows(music.part(drums.build()).build());
        assertThat(windows).extracting(DrumPattern::startStep).containsExactly(12, 28);
        assertThat(windows.get(1).event(0)).isEqualTo(2);
        windows.forEach(SPACE::encode);
    }

    @Test
    void windows_ofMusicWithoutDrums_areRefused() {
        assertThatThrownBy(() -> SPACE.windows(Tunes.melody()))
                .hasMessage("the music must have a part of drums, but had none");
        Part unknown = Part.builder("").drums(true).note(3, 90, 0, 1).build();
        assertThatThrownBy(() ->
                        SPACE.windows(NoteSequence.builder(4).part(unknown).build()))
                .hasMessage("the music must have drums of Magenta's nine classes, but had none in bars of whole steps");
    }
}
