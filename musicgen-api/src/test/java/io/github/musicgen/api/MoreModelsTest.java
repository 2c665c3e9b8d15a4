package io.github.musicgen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.representation.melody.DrumPattern;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lies in the jar with the classifier more-models. */
class MoreModelsTest {
    private static final int PAIRS = 60;
    private static final int POINTS = 7;

    static List<String> names() {
        return LatentModel.available();
    }

    static List<String> drums() {
        return LatentModel.availableDrums();
    }

    static Stream<LatentModel<?>> spaces() {
        return Stream.concat(
                names().stream().map(LatentModel::load), drums().stream().map(LatentModel::loadDrums));
    }

    static List<String> bands() {
        return Band.available();
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void space_answersAsWhenItWasMade_andTellsItsLicence(LatentModel<?> space) {
        assertThat(space.verify()).isEmpty();
        assertThat(Stream.concat(names().stream(), drums().stream()))
                .contains(space.bundle().card().id());
        assertThat(space.bundle().card().license()).isNotBlank();
        assertThat(space.bundle().card().attribution()).isNotBlank();
        assertThat(space.bundle().card().figures()).containsKeys("testTaughtAccuracy", "testSampledAccuracy");
    }

    /** Of all that is held out, what a space of melodies has to give back; drums are not asked for it. */
    @ParameterizedTest
    @MethodSource("names")
    void melodies_comeBack(String name) {
        Map<String, Double> figures = LatentModel.load(name).bundle().card().figures();
        assertThat(figures.get("testTaughtAccuracy")).isGreaterThan(0.95);
        assertThat(figures.get("testSampledAccuracy")).isGreaterThan(0.90);
    }

    /** On average, for single ways may turn back. */
    @ParameterizedTest
    @MethodSource("names")
    void interpolation_leadsAwayFromTheOneEnd_andTowardsTheOther(String name) {
        LatentRequest<Melody> request = LatentModel.load(name).request().temperature(0);
        List<Melody> drawn = request.seed(1).sample(2 * PAIRS);
        int[] fromStart = new int[POINTS];
        int[] fromEnd = new int[POINTS];
        for (int pair = 0; pair < PAIRS; pair++) {
            List<Melody> way = request.interpolate(drawn.get(2 * pair), drawn.get(2 * pair + 1), POINTS);
            for (int point = 0; point < POINTS; point++) {
                fromStart[point] += Edits.between(way.get(0), way.get(point));
                fromEnd[point] += Edits.between(way.get(POINTS - 1), way.get(point));
            }
        }
        for (int point = 1; point < POINTS; point++) {
            assertThat(fromStart[point]).as("from the start to %s", point).isGreaterThan(fromStart[point - 1]);
            assertThat(fromEnd[point]).as("from the end to %s", point).isLessThan(fromEnd[point - 1]);
        }
    }

    /** By how many drums are struck in one and not in the other. */
    @ParameterizedTest
    @MethodSource("drums")
    void interpolation_ofDrums_leadsAwayFromTheOneEnd_andTowardsTheOther(String name) {
        LatentRequest<DrumPattern> request =
                LatentModel.loadDrums(name).request().temperature(0);
        List<DrumPattern> drawn = request.seed(1).sample(2 * PAIRS);
        int[] fromStart = new int[POINTS];
        int[] fromEnd = new int[POINTS];
        for (int pair = 0; pair < PAIRS; pair++) {
            List<DrumPattern> way = request.interpolate(drawn.get(2 * pair), drawn.get(2 * pair + 1), POINTS);
            for (int point = 0; point < POINTS; point++) {
                fromStart[point] += strokesBetween(way.get(0), way.get(point));
                fromEnd[point] += strokesBetween(way.get(POINTS - 1), way.get(point));
            }
        }
        for (int point = 1; point < POINTS; point++) {
            assertThat(fromStart[point]).as("from the start to %s", point).isGreaterThan(fromStart[point - 1]);
            assertThat(fromEnd[point]).as("from the end to %s", point).isLessThan(fromEnd[point - 1]);
        }
    }

    private static int strokesBetween(DrumPattern a, DrumPattern b) {
        return IntStream.range(0, a.length())
                .map(step -> Integer.bitCount(a.event(step) ^ b.event(step)))
                .sum();
    }

    /** What people play has the bass drum or a cymbal first, mostly, and a snare drum somewhere. */
    @ParameterizedTest
    @MethodSource("drums")
    void drawnDrums_areBeats_andBecomeDenserInTheDirectionOfMoreStrokes(String name) {
        LatentModel<DrumPattern> space = LatentModel.loadDrums(name);
        List<DrumPattern> drawn = new ArrayList<>(space.request().seed(9).sample(400));
        drawn.removeIf(beat -> !beat.hasNote());
        assertThat(drawn).hasSizeGreaterThan(380);
        assertThat(drawn.stream().filter(beat -> beat.pitches(0).contains(36)).count())
                .isGreaterThan(drawn.size() / 2);
        LatentVector direction = space.direction(MoreModelsTest::strokes, drawn.subList(0, 300));
        int less = 0;
        int more = 0;
        for (DrumPattern beat : drawn.subList(300, 350)) {
            less += strokes(space.decode(space.encode(beat).plus(direction, -1), 0));
            more += strokes(space.decode(space.encode(beat).plus(direction, 1), 0));
        }
        assertThat(more).isGreaterThan(less);
    }

    private static int strokes(DrumPattern beat) {
        return Arrays.stream(beat.events()).map(Integer::bitCount).sum();
    }

    /** Not of major and minor: melodies that are drawn, not written, are hardly in a key. */
    @ParameterizedTest
    @MethodSource("names")
    void attributes_becomeMoreInTheirDirections(String name) {
        LatentModel<Melody> space = LatentModel.load(name);
        List<Melody> drawn = new ArrayList<>(space.request().seed(9).sample(400));
        drawn.removeIf(melody -> !hasNotes(melody));
        for (MelodyAttribute attribute :
                List.of(MelodyAttribute.DENSITY, MelodyAttribute.PITCH, MelodyAttribute.SYNCOPATION)) {
            var direction = space.direction(attribute, drawn.subList(0, 300));
            double less = 0;
            double more = 0;
            for (Melody melody : drawn.subList(300, 350)) {
                Melody down = space.decode(space.encode(melody).plus(direction, -1), 0);
                Melody up = space.decode(space.encode(melody).plus(direction, 1), 0);
                if (hasNotes(down) && hasNotes(up)) {
                    less += attribute.of(down);
                    more += attribute.of(up);
                }
            }
            assertThat(more).as(attribute.name()).isGreaterThan(less);
        }
    }

    private static boolean hasNotes(Melody melody) {
        return melody.toQuantizedPart().notes().size() > 0;
    }

    /** Silence is likely after silence, so after four bars of a piano it was not rare that nothing came at all. */
    @ParameterizedTest
    @MethodSource("bands")
    void aShortTune_isGoneOnFromAtOnce(String name) {
        Band band = Band.load(name);
        long bar = 4 * 96;
        Part.Builder tune = Part.builder("tune");
        for (int i = 0; i < 16; i++) {
            tune.note(60 + 2 * (i % 5), 80, 96L * i, 96L * (i + 1));
        }
        NoteSequence song = NoteSequence.builder(96).part(tune.build()).build();
        for (int seed = 0; seed < 30; seed++) {
            NoteSequence longer = band.request().seed(seed).segments(4).continueSong(song);
            for (int segment = 2; segment < 6; segment++) {
                long start = 2L * segment * bar;
                assertThat(longer.notes())
                        .as("segment %s of seed %s", segment - 2, seed)
                        .anyMatch(note -> note.startTick() < start + 2 * bar && note.endTick() > start);
            }
        }
    }

    @Test
    void theJarThatIsNotThere_isNamed() throws IOException {
        try (URLClassLoader nothing = new URLClassLoader(new URL[0], null)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MoreModels.melodies("two-bars", nothing))
                    .withMessage("the model \"two-bars\" lies in a jar of its own, which was not found: add "
                            + "io.github.musicgen:musicgen-api of this version (" + LibraryVersion.current()
                            + ") with the classifier more-models");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MoreModels.band("arcade", nothing))
                    .withMessageStartingWith("the model \"arcade\" lies in a jar of its own");
        }
    }

    @Test
    void anotherName_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatentModel.load("three-bars"))
                .withMessage(
                        "a space of melodies must be one of two-bars, but was \"three-bars\"; a file is loaded by its Path");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatentModel.loadDrums("three-bars"))
                .withMessageStartingWith("a space of drums must be one of two-bar-drums, but was \"three-bars\"");
    }

    @Test
    void aNameOfOtherContents_isRefused_withTheMethodThatTakesIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatentModel.load("two-bar-drums"))
                .withMessage("a space of melodies must be one of two-bars, but was \"two-bar-drums\"; "
                        + "that one is loaded by LatentModel.loadDrums");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatentModel.loadDrums("arcade"))
                .withMessage(
                        "a space of drums must be one of two-bar-drums, but was \"arcade\"; that one is loaded by Band.load");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Band.load("folk"))
                .withMessage("a band must be one of arcade, but was \"folk\"; that one is loaded by Generator.load");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Generator.load("two-bars"))
                .withMessage("a model must be one of classical, folk, songbook, but was \"two-bars\"; "
                        + "that one is loaded by LatentModel.load");
    }

    /** How far two melodies are from each other, by Levenshtein's distance of their events. */
    private static final class Edits {
        static int between(Melody a, Melody b) {
            int[] row = new int[b.length() + 1];
            for (int j = 0; j <= b.length(); j++) {
                row[j] = j;
            }
            for (int i = 1; i <= a.length(); i++) {
                int diagonal = row[0];
                row[0] = i;
                for (int j = 1; j <= b.length(); j++) {
                    int kept = diagonal + (a.event(i - 1) == b.event(j - 1) ? 0 : 1);
                    diagonal = row[j];
                    row[j] = Math.min(kept, 1 + Math.min(row[j], row[j - 1]));
                }
            }
            return row[b.length()];
        }
    }
}
