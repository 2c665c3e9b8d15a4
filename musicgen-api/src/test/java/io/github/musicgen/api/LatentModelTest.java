package io.github.musicgen.api;

import static io.github.musicgen.api.testing.TinyVaes.TINY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.ContradictoryWishesException;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.api.melodyvae.LatentPath;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.melodyvae.MelodyVaeTensors;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.testing.TinyVaes;
import io.github.musicgen.api.testing.Tunes;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatentModelTest {
    private static final LatentModel<Melody> SPACE = LatentModel.of(TinyVaes.of(TINY, 6));
    private static final Melody SCALE = melody(60, 62, 64, 65, 67, 69, 71, 72);
    private static final Melody LOW = melody(48, 50, 48, 50, 48, 50, 48, 50);

    @TempDir
    Path folder;

    /** Quarters. */
    private static Melody melody(int... pitches) {
        int[] events = new int[32];
        Arrays.fill(events, Melody.NO_EVENT);
        for (int i = 0; i < pitches.length; i++) {
            events[4 * i] = pitches[i];
        }
        return Melody.of(events);
    }

    @Test
    void load_bundle_isTheSameModel() throws Exception {
        Path file = folder.resolve("space.safetensors");
        SPACE.bundle().write(file, Precision.F32);
        LatentModel<Melody> loaded = LatentModel.load(file);
        assertThat(loaded.encode(SCALE)).isEqualTo(SPACE.encode(SCALE));
        assertThat(loaded.request().sample(3)).isEqualTo(SPACE.request().sample(3));
        assertThat(loaded.verify()).isEmpty();
        assertThat(loaded.withEngine(Engine.compact()).verify()).isEmpty();
        assertThat(loaded.engine()).isSameAs(Engine.portable());
        assertThat(loaded).hasToString("LatentModel[" + SPACE.bundle().card().id() + "]");
    }

    @Test
    void verify_ofBundleWithoutGoldenSection_saysSo() throws Exception {
        LatentModel<Melody> model = LatentModel.of(new MelodyVaeBundle(
                TINY, TinyVaes.weights(TINY, 1), ModelCard.of("x"), SamplingOptions.DEFAULT, Optional.empty()));
        assertThatThrownBy(model::verify).hasMessage("model \"x\" was bundled without a golden section");
    }

    @Test
    void encode_bySeed_drawsAroundTheMean() {
        LatentVector drawn = SPACE.encode(SCALE, 5);
        assertThat(drawn).isEqualTo(SPACE.encode(SCALE, 5)).isNotEqualTo(SPACE.encode(SCALE, 6));
        assertThat(drawn).isNotEqualTo(SPACE.encode(SCALE));
    }

    @Test
    void encode_pitchesBeyondTheRange_areMovedByOctaves() {
        assertThat(SPACE.encode(melody(36, 96))).isEqualTo(SPACE.encode(melody(48, 72)));
    }

    @Test
    void encode_melodyThatCannotBe_isRefusedWithTheReason() {
        assertThatThrownBy(() -> SPACE.encode(SCALE.withLength(31)))
                .hasMessage(
                        "a melody must be 2 bars long, which are 32 steps, but was 31; BarWindows cuts longer ones");
        assertThatThrownBy(() -> SPACE.encode(SCALE.withLength(48))).hasMessageContaining("but was 48");
        assertThat(TINY.withBars(1).barsInWords()).isEqualTo("1 bar");
        assertThatThrownBy(() -> SPACE.encode(Melody.of())).hasMessageContaining("but was 0");
        assertThatThrownBy(() -> SPACE.encode(SCALE.withMeter(12, 4)))
                .hasMessage("a melody must be in 4/4 with 4 steps in a quarter and 16 in a bar, but had 4 and 12");
        assertThatThrownBy(() -> SPACE.encode(SCALE.withMeter(16, 8))).hasMessageContaining("but had 8 and 16");
        assertThatThrownBy(() -> SPACE.encode(melody())).hasMessage("a melody must have a note, but was silent");
    }

    @Test
    void decode_sameVector_givesTheSameMelody_andOtherSeedsOthers() {
        LatentVector z = SPACE.encode(SCALE);
        Melody melody = SPACE.decode(z, 1);
        assertThat(melody.length()).isEqualTo(32);
        assertThat(melody.stepsPerBar()).isEqualTo(16);
        assertThat(SPACE.decode(z, 1)).isEqualTo(melody);
        assertThat(SPACE.request().seed(1).decode(z)).isNotEqualTo(melody);
        assertThat(SPACE.decode(z, 0))
                .isEqualTo(SPACE.request().seed(9).temperature(0).decode(z));
    }

    @Test
    void decode_vectorThatCannotBe_isRefused() {
        assertThatThrownBy(() -> SPACE.decode(LatentVector.of(1, 2), 1))
                .hasMessage("a vector of this model must have 5 numbers, but had 2");
        assertThatThrownBy(() -> SPACE.decode(SPACE.encode(SCALE), -1)).hasMessageContaining("temperature must be 0..");
        assertThatThrownBy(() -> SPACE.decode(SPACE.encode(SCALE), Double.NaN)).hasMessageContaining("but was NaN");
    }

    @Test
    void wishes_areKept() {
        Scale dorian = Scale.parse("D dorian");
        List<Melody> melodies = SPACE.request()
                .temperature(1.5)
                .inKey("D dorian")
                .within("C4", "C5")
                .wishing(new Constraint.MaxRepeats(1))
                .wishing(new Constraint.EndingOnTonic())
                .sample(50);
        for (Melody melody : melodies) {
            int[] pitches =
                    Arrays.stream(melody.events()).filter(event -> event >= 0).toArray();
            assertThat(IntStream.of(pitches))
                    .isNotEmpty()
                    .allMatch(pitch -> pitch >= 60 && pitch <= 72 && dorian.contains(pitch));
            assertThat(pitches[pitches.length - 1] % 12).isEqualTo(2);
            assertThat(IntStream.range(1, pitches.length)).allMatch(i -> pitches[i] != pitches[i - 1]);
        }
        assertThat(melodies).doesNotHaveDuplicates();
    }

    @Test
    void wishes_thatCannotBeKept_areRefused() {
        LatentRequest<Melody> request = SPACE.request();
        assertThatThrownBy(() -> request.inKey("C").within("C#4", "C#4").sample(1))
                .isInstanceOf(ContradictoryWishesException.class);
        assertThatThrownBy(() -> request.within("C0", "C1").sample(1))
                .hasMessageContaining("within what the model can play, C3..B5");
        assertThatThrownBy(() -> request.wishing(new Constraint.EndingOnTonic()).sample(1))
                .hasMessage("to end on the tonic a key must be wished for, but none was");
        assertThatThrownBy(() -> request.wishing(new Constraint.Forced(32, 60)).sample(1))
                .hasMessageContaining("a wish must be about steps 0..31");
    }

    @Test
    void sample_isOfTheSeedAndTheNext() {
        LatentRequest<Melody> request = SPACE.request().seed(3);
        List<Melody> melodies = request.sample(4);
        assertThat(melodies).doesNotHaveDuplicates();
        assertThat(request.seed(5).sample(1)).containsExactly(melodies.get(2));
        assertThatThrownBy(() -> request.sample(0)).hasMessage("the number to make must be 1..10000, but was 0");
    }

    @Test
    void interpolate_beginsAndEndsWithWhatTheModelMakesOfTheTwo() {
        LatentRequest<Melody> request = SPACE.request().temperature(0);
        List<Melody> melodies = request.interpolate(SCALE, LOW, 6);
        assertThat(melodies).hasSize(6);
        assertThat(melodies.get(0)).isEqualTo(request.decode(SPACE.encode(SCALE)));
        assertThat(melodies.get(5)).isEqualTo(request.decode(SPACE.encode(LOW)));
        LatentVector a = SPACE.encode(SCALE);
        LatentVector b = SPACE.encode(LOW);
        assertThat(request.interpolate(a, b, 3, LatentPath.LINEAR).get(1)).isEqualTo(request.decode(a.linear(b, 0.5)));
        assertThat(request.interpolate(a, b, 3, LatentPath.SPHERICAL).get(1))
                .isEqualTo(request.decode(a.spherical(b, 0.5)));
        assertThatThrownBy(() -> request.interpolate(SCALE, LOW, 1))
                .hasMessage("stretches of an interpolation must be 2..10000, but were 1");
    }

    @Test
    void grid_hasTheFourMelodiesInItsCorners() {
        List<Melody> corners = List.of(SCALE, LOW, melody(72, 60), melody(55, 57, 59));
        LatentRequest<Melody> request = SPACE.request().temperature(0);
        List<List<Melody>> grid = request.grid(corners, 3, 4);
        assertThat(grid).hasSize(3).allMatch(row -> row.size() == 4);
        List<Melody> found = List.of(
                grid.get(0).get(0),
                grid.get(0).get(3),
                grid.get(2).get(0),
                grid.get(2).get(3));
        assertThat(found)
                .isEqualTo(
                        corners.stream().map(SPACE::encode).map(request::decode).toList());
        assertThatThrownBy(() -> request.grid(List.of(SCALE), 2, 2))
                .hasMessage("a grid must have 4 corners, but had 1");
        assertThatThrownBy(() -> request.grid(corners, 1, 2)).hasMessage("rows of a grid must be 2..10000, but were 1");
        assertThatThrownBy(() -> request.grid(corners, 101, 100)).hasMessageContaining("had 101 x 100");
    }

    /** The same space, whose middle is that of some melodies, and which has them so many times as far apart. */
    private static LatentModel<Melody> spreadAround(List<Melody> melodies, float times) throws Exception {
        float[] middle = new float[TINY.latentSize()];
        for (Melody melody : melodies) {
            LatentVector vector = SPACE.encode(melody);
            for (int i = 0; i < middle.length; i++) {
                middle[i] += vector.at(i) / melodies.size();
            }
        }
        TensorTable weights = TinyVaes.weights(TINY, 6);
        float[] toMean =
                weights.tensor(MelodyRnnTensors.weights(MelodyVaeTensors.MEAN)).values();
        for (int i = 0; i < toMean.length; i++) {
            toMean[i] *= times;
        }
        float[] bias =
                weights.tensor(MelodyRnnTensors.bias(MelodyVaeTensors.MEAN)).values();
        for (int i = 0; i < bias.length; i++) {
            bias[i] = times * (bias[i] - middle[i]);
        }
        return LatentModel.of(MelodyVaeBundle.of(TINY, weights, SPACE.bundle().card(), SamplingOptions.DEFAULT));
    }

    @Test
    void interpolate_ofMelodies_goesAroundTheMiddle() throws Exception {
        LatentModel<Melody> space = spreadAround(List.of(SCALE, LOW, melody(72, 60)), 20);
        LatentVector from = space.encode(SCALE);
        LatentVector to = space.encode(LOW);
        LatentRequest<Melody> request = space.request().temperature(0);
        assertThat(request.interpolate(SCALE, LOW, 7))
                .isEqualTo(request.interpolate(from, to, 7, LatentPath.SPHERICAL))
                .isNotEqualTo(request.interpolate(from, to, 7, LatentPath.LINEAR));
    }

    /** At both sides of five rows, and in the middle one; straight ways would lead to other melodies. */
    @Test
    void grid_goesAroundTheMiddle() throws Exception {
        List<Melody> corners = List.of(SCALE, LOW, melody(72, 60), melody(55, 57, 59));
        LatentModel<Melody> space = spreadAround(corners, 20);
        List<LatentVector> ends = corners.stream().map(space::encode).toList();
        LatentRequest<Melody> request = space.request().temperature(0);
        List<List<Melody>> grid = request.grid(corners, 5, 7);
        for (int side = 0; side < 2; side++) {
            int column = 6 * side;
            List<Melody> edge = grid.stream().map(row -> row.get(column)).toList();
            LatentVector upper = ends.get(side);
            LatentVector lower = ends.get(2 + side);
            assertThat(edge)
                    .isEqualTo(request.interpolate(upper, lower, 5, LatentPath.SPHERICAL))
                    .isNotEqualTo(request.interpolate(upper, lower, 5, LatentPath.LINEAR));
        }
        LatentVector left = ends.get(0).spherical(ends.get(2), 0.5);
        LatentVector right = ends.get(1).spherical(ends.get(3), 0.5);
        assertThat(grid.get(2))
                .isEqualTo(request.interpolate(left, right, 7, LatentPath.SPHERICAL))
                .isNotEqualTo(request.interpolate(left, right, 7, LatentPath.LINEAR));
    }

    @Test
    void similar_inBetween_goesAroundTheMiddle() {
        LatentRequest<Melody> request = SPACE.request().temperature(0).seed(4);
        LatentVector goal = SPACE.encode(SCALE);
        List<LatentVector> starts = IntStream.range(4, 9)
                .mapToObj(seed -> SPACE.model().prior().draw(SeededRandom.ofSeed(seed)))
                .toList();
        for (double similarity : new double[] {0.3, 0.6}) {
            List<LatentVector> around = starts.stream()
                    .map(start -> start.spherical(goal, similarity))
                    .toList();
            List<LatentVector> straight =
                    starts.stream().map(start -> start.linear(goal, similarity)).toList();
            assertThat(request.similar(SCALE, 5, similarity))
                    .isEqualTo(request.decodeAll(around))
                    .isNotEqualTo(request.decodeAll(straight));
        }
    }

    @Test
    void similar_at1_isWhatTheModelMakesOfTheMelody_at0Anything() {
        LatentRequest<Melody> request = SPACE.request().temperature(0).seed(4);
        assertThat(request.similar(SCALE, 3, 1)).containsOnly(request.decode(SPACE.encode(SCALE)));
        assertThat(request.similar(SCALE, 3, 0)).isEqualTo(request.sample(3));
        assertThatThrownBy(() -> request.similar(SCALE, 3, 1.5)).hasMessage("similarity must be 0..1, but was 1.5");
        assertThatThrownBy(() -> request.similar(SCALE, 3, Double.NaN)).hasMessageContaining("but was NaN");
    }

    @Test
    void direction_isTheDifferenceOfMeansOfTheOuterQuarters() {
        List<Melody> melodies = new ArrayList<>();
        for (int pitch = 50; pitch < 58; pitch++) {
            melodies.add(melody(pitch, pitch + 2, pitch + 4));
        }
        Collections.reverse(melodies);
        LatentVector low = SPACE.encode(melody(50, 52, 54)).linear(SPACE.encode(melody(51, 53, 55)), 0.5);
        LatentVector high = SPACE.encode(melody(56, 58, 60)).linear(SPACE.encode(melody(57, 59, 61)), 0.5);
        LatentVector direction = SPACE.direction(MelodyAttribute.PITCH, melodies);
        LatentVector rest = direction.plus(high.plus(low, -1), -1);
        assertThat(rest.length()).isLessThan(1e-5);
        assertThat(direction.length()).isGreaterThan(1e-3);
        assertThatThrownBy(() -> SPACE.direction(MelodyAttribute.PITCH, melodies.subList(0, 7)))
                .hasMessage("a direction takes 8 stretches with a note or more, but there were 7");
        assertThatThrownBy(() -> SPACE.direction(MelodyAttribute.DENSITY, melodies))
                .hasMessageStartingWith("stretches must differ in what is measured, but all had 0.09375");
    }

    @Test
    void direction_passesOverSilence_andRefusesWhatIsNoAmount() {
        List<Melody> melodies = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            melodies.add(melody(50 + i, 52 + i, 54 + i));
        }
        LatentVector direction = SPACE.direction(MelodyAttribute.PITCH, melodies);
        int[] silence = new int[32];
        Arrays.fill(silence, Melody.NO_EVENT);
        melodies.add(Melody.of(silence));
        assertThat(SPACE.direction(MelodyAttribute.PITCH, melodies)).isEqualTo(direction);
        assertThatThrownBy(() -> SPACE.direction(melody -> Double.NaN, melodies))
                .hasMessageStartingWith("what is measured must be finite, but was NaN of Melody");
    }

    /** Most of them have as many notes as others, so that ties lie at the borders of the quarters. */
    @Test
    void direction_isTheSameInWhateverOrderStretchesCome() {
        List<Melody> melodies = new ArrayList<>(SPACE.request().sample(60));
        LatentVector direction = SPACE.direction(MelodyAttribute.DENSITY, melodies);
        Collections.reverse(melodies);
        assertThat(SPACE.direction(MelodyAttribute.DENSITY, melodies)).isEqualTo(direction);
    }

    /** All vectors of what this space learned are one. */
    @Test
    void draws_beginWhereTheSpaceHasWhatItLearned() throws Exception {
        int size = TinyVaes.TINY.latentSize();
        float[] mean = new float[size];
        Arrays.fill(mean, 0.7f);
        List<Tensor> tensors = new ArrayList<>();
        SPACE.bundle().tensors().forEach(tensors::add);
        tensors.add(new Tensor(MelodyVaeTensors.PRIOR_MEAN, Shape.of(size), mean));
        tensors.add(new Tensor(MelodyVaeTensors.PRIOR_SPREAD, Shape.of(size, size), new float[size * size]));
        LatentModel<Melody> space = LatentModel.of(MelodyVaeBundle.of(
                TinyVaes.TINY, TensorTable.of(tensors), SPACE.bundle().card(), SamplingOptions.DEFAULT));
        Melody there = space.decode(LatentVector.of(mean), 0);
        LatentRequest<Melody> request = space.request().temperature(0);
        assertThat(request.sample(5)).containsOnly(there);
        assertThat(request.similar(SCALE, 5, 0)).containsOnly(there);
        assertThat(SPACE.request().temperature(0).sample(5)).doesNotContain(there);
    }

    @Test
    void windows_areTheBarsOfTheHighestPart() {
        Part.Builder part = Part.builder("Tune");
        for (int quarter = 0; quarter < 12; quarter++) {
            part.note(60 + quarter, 90, 480L * quarter, 480L * quarter + 480);
        }
        NoteSequence music = NoteSequence.builder(480)
                .timeSignature(0, 4, 4)
                .part(part.build())
                .build();
        List<Melody> windows = SPACE.windows(music);
        assertThat(windows).extracting(Melody::startStep).containsExactly(0, 16);
        assertThat(windows.get(1).event(0)).isEqualTo(64);
        windows.forEach(SPACE::encode);
        assertThat(SPACE.windows(Tunes.melody())).hasSize(1);
        NoteSequence pickup = NoteSequence.builder(480)
                .timeSignature(0, 1, 4)
                .timeSignature(480, 4, 4)
                .part(music.parts().get(0))
                .build();
        assertThat(SPACE.windows(pickup)).extracting(Melody::startStep).containsExactly(4);
        assertThat(SPACE.windows(pickup).get(0).event(0)).isEqualTo(61);
        NoteSequence waltz = NoteSequence.builder(480)
                .timeSignature(0, 3, 4)
                .part(music.parts().get(0))
                .build();
        assertThat(SPACE.windows(waltz)).isEmpty();
        assertThatThrownBy(() -> SPACE.windows(NoteSequence.builder(480).build()))
                .hasMessage("the music must have a part with a melody, but had no notes");
    }

    @Test
    void threads_shareAModel() throws Exception {
        List<Melody> expected = SPACE.request().seed(8).sample(20);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<Melody>>> calls =
                    Collections.nCopies(8, () -> SPACE.request().seed(8).sample(20));
            for (Future<List<Melody>> made : threads.invokeAll(calls)) {
                assertThat(made.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }
}
