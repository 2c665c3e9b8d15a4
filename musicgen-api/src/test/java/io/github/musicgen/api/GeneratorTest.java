package io.github.musicgen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.testing.TinyModels;
import io.github.musicgen.api.testing.Tunes;
import io.github.musicgen.midi.MidiReader;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.representation.harmony.Chord;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorTest {
    private static final Generator GENERATOR = generator(MelodyRnnConfiguration.lookbackRnn());

    @TempDir
    Path folder;

    private static Generator generator(MelodyRnnConfiguration configuration) {
        return Generator.of(TinyModels.of(configuration.withLayers(16, 16), 11));
    }

    static List<MelodyRnnConfiguration> configurations() {
        return MelodyRnnConfiguration.all();
    }

    @Test
    void load_bundle_givesWhatTheModelInMemoryGives() throws Exception {
        Bundle bundle = TinyModels.of(MelodyRnnConfiguration.attentionRnn().withLayers(9, 8), 3);
        bundle.write(folder.resolve("model.safetensors"), Precision.F32);
        Generator loaded = Generator.load(folder.resolve("model.safetensors"));
        assertThat(loaded.verify()).isEmpty();
        assertThat(loaded.modelHash()).isEqualTo(bundle.hash());
        assertThat(loaded).hasToString("Generator[" + bundle.card().id() + "]");
        assertThat(loaded.continuing(Tunes.melody()).seed(5).generate())
                .isEqualTo(
                        Generator.of(bundle).continuing(Tunes.melody()).seed(5).generate());
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void continueMelody_keepsThePrimer_andGoesOnBehindIt(MelodyRnnConfiguration configuration) {
        NoteSequence primer = Tunes.melody();
        NoteSequence whole = generator(configuration).continueMelody(primer, 32, 1.0);
        List<Note> before = primer.parts().get(0).notes();
        List<Note> notes = whole.parts().get(0).notes();
        assertThat(notes.subList(0, before.size())).isEqualTo(before);
        assertThat(notes.subList(before.size(), notes.size())).isNotEmpty().allSatisfy(note -> {
            assertThat(note.startTick()).isBetween(3840L, 3840L + 31 * 120).matches(tick -> tick % 120 == 0);
            assertThat(note.endTick()).isLessThanOrEqualTo(3840 + 32 * 120);
            assertThat(note.velocity()).isEqualTo(90);
        });
        assertThat(whole.endTick()).isEqualTo(3840 + 32 * 120);
        assertThat(whole.tempoMap()).isEqualTo(primer.tempoMap());
        assertThat(whole.parts().get(0).program()).isEqualTo(73);
    }

    @Test
    void generate_inABand_leavesTheOthersAsTheyAre_andStartsBehindAll() {
        NoteSequence primer = Tunes.band();
        Generation generation = GENERATOR.continuing(primer).steps(20).seed(1).generate();
        NoteSequence whole = generation.whole();
        assertThat(generation.recipe().part()).isEqualTo(3);
        // The pad sounds until tick 397, so that the first free step is the one at tick 400.
        assertThat(generation.recipe().startTick()).isEqualTo(400);
        for (int part = 0; part < 3; part++) {
            assertThat(whole.parts().get(part)).isEqualTo(primer.parts().get(part));
        }
        assertThat(whole.parts().get(3).notes())
                .startsWith(primer.parts().get(3).notes().toArray(Note[]::new));
        assertThat(whole.meterMap()).isEqualTo(primer.meterMap());
        assertThat(whole.chordSymbols()).isEqualTo(primer.chordSymbols());
        assertThat(whole.endTick()).isEqualTo(400 + 20 * 25);
        assertThat(generation.continuation().parts()).hasSize(1);
        assertThat(generation.continuation().endTick()).isEqualTo(20 * 25);
    }

    @Test
    void generate_inAPartThatIsNamed_continuesThatPart() {
        Generation generation =
                GENERATOR.continuing(Tunes.band()).part("Bass").seed(1).generate();
        assertThat(generation.recipe().part()).isEqualTo(1);
        assertThatThrownBy(() -> GENERATOR.continuing(Tunes.band()).part("Oboe").generate())
                .hasMessageContaining("named \"Oboe\"")
                .hasMessageEndingWith(
                        "but had 0; it has part 1 \"Drums\" (drums, 2 notes), part 2 \"Bass\" (Electric Bass "
                                + "(finger), 2 notes), part 3 \"Pad\" (Pad 2 (warm), 3 notes), part 4 \"Tune\" (Acoustic "
                                + "Grand Piano, 3 notes)");
        NoteSequence unnamed = NoteSequence.builder(4)
                .part(Part.builder("").program(40).note(60, 90, 0, 4).build())
                .build();
        assertThatThrownBy(() -> GENERATOR.continuing(unnamed).part("nope").generate())
                .hasMessage("the primer must have one part named \"nope\", but had 0; it has part 1 without a name "
                        + "(Violin, 1 notes)");
        assertThatThrownBy(
                        () -> GENERATOR.continuing(Tunes.band()).part("Drums").generate())
                .hasMessage("part \"Drums\" must have a melody, but is for drums");
    }

    @Test
    void generate_wherePartsHaveChordsAlone_takesTheHighestNotes() {
        NoteSequence primer = Tunes.band().selectParts(part -> part.name().equals("Pad"));
        Generation generation = GENERATOR.continuing(primer).seed(1).generate();
        assertThat(generation.recipe().part()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "480, 479, 480",
        "480, 480, 480",
        "480, 481, 600",
        "480, 600, 600",
        "7, 7, 7",
        "7, 8, 9",
        "1, 1, 4",
        "4, 5, 5"
    })
    void generate_startsAtTheStepAfterTheLastNote_roundedUp(int resolution, long end, long start) {
        NoteSequence primer = NoteSequence.builder(resolution)
                .part(Part.builder("").note(60, 80, 0, end).build())
                .build();
        Generation generation = GENERATOR.continuing(primer).steps(8).seed(3).generate();
        assertThat(generation.recipe().startTick()).isEqualTo(start);
    }

    @Test
    void generate_atAResolutionBelowTheGrid_dividesTicks() {
        NoteSequence primer = NoteSequence.builder(1)
                .part(Part.builder("").note(60, 80, 0, 1).note(64, 80, 1, 2).build())
                .build();
        NoteSequence whole =
                GENERATOR.continuing(primer).steps(16).seed(3).generate().whole();
        assertThat(whole.ticksPerQuarter()).isEqualTo(4);
        assertThat(whole.parts().get(0).notes())
                .startsWith(new Note(60, 80, 0, 4), new Note(64, 80, 4, 8))
                .allMatch(note -> note.endTick() > note.startTick());
    }

    @Test
    void generate_twice_isTheSame_andOtherSeedsAreOther() {
        MelodyRequest request = GENERATOR.continuing(Tunes.melody()).steps(64);
        assertThat(request.seed(42).generate()).isEqualTo(request.seed(42).generate());
        assertThat(request.seed(42).generate().melody())
                .isNotEqualTo(request.seed(43).generate().melody());
        Generation drawn = GENERATOR.continuing(Tunes.melody()).generate();
        assertThat(GENERATOR.continuing(Tunes.melody()).seed(drawn.seed()).generate())
                .isEqualTo(drawn);
        assertThat(GENERATOR.continuing(Tunes.melody()).options().seed())
                .isNotEqualTo(GENERATOR.continuing(Tunes.melody()).options().seed());
    }

    @Test
    void generate_atTemperatureZero_needsNoSeed() {
        MelodyRequest request = GENERATOR.continuing(Tunes.melody()).temperature(0);
        assertThat(request.seed(1).generate().melody())
                .isEqualTo(request.seed(2).generate().melody());
    }

    @Test
    void generate_onOneModel_by64Threads_isWhatOneThreadGives() throws Exception {
        Generator generator = generator(MelodyRnnConfiguration.attentionRnn());
        List<Melody> alone = new ArrayList<>();
        for (int seed = 0; seed < 64; seed++) {
            alone.add(generator
                    .continuing(Tunes.melody())
                    .steps(100)
                    .seed(seed)
                    .generate()
                    .melody());
        }
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            List<Callable<Melody>> calls = new ArrayList<>();
            for (int seed = 0; seed < 64; seed++) {
                MelodyRequest request =
                        generator.continuing(Tunes.melody()).steps(100).seed(seed);
                calls.add(() -> request.generate().melody());
            }
            List<Melody> together = new ArrayList<>();
            for (Future<Melody> future : threads.invokeAll(calls)) {
                together.add(future.get());
            }
            assertThat(together).isEqualTo(alone);
        } finally {
            threads.shutdown();
        }
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void replay_ofAMidiFile_isTheSameGeneration(MelodyRnnConfiguration configuration) throws Exception {
        Generator generator = generator(configuration);
        for (MelodyRequest request : List.of(
                generator
                        .continuing(Tunes.melody())
                        .steps(48)
                        .temperature(1.3)
                        .topK(20)
                        .topP(0.9)
                        .inKey("D dorian")
                        .endingOnTonic(),
                generator.continuing(Tunes.band()).followingChords().beam(3, 2, 4),
                generator.fromScratch().within("C4", "C6"))) {
            Generation generation = request.generate();
            Path file = folder.resolve("song.mid");
            generation.write(file);
            assertThat(generator.replay(file)).isEqualTo(generation);
            assertThat(MidiReader.read(MidiFile.read(file))).isEqualTo(generation.whole());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"song.wav", "song.musicxml", "song"})
    void generation_isNotWrittenUnderANameThatPromisesSomethingElse(String name, @TempDir Path folder) {
        Path file = folder.resolve(name);
        Generation generation = Generator.load("folk").fromScratch().steps(8).generate();

        assertThatThrownBy(() -> generation.write(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must end with one of .mid .midi .kar .smf, but was \"" + file + "\"");
        assertThat(file).doesNotExist();
    }

    /** The same with other notes in its only part. */
    private static Generation edited(Generation generation, UnaryOperator<List<Note>> editing) {
        NoteSequence whole = generation.whole();
        Part part = whole.parts().get(0);
        return new Generation(
                whole.withParts(List.of(part.withNotes(editing.apply(part.notes())))),
                generation.continuation(),
                generation.melody(),
                generation.recipe(),
                generation.logLikelihood());
    }

    @Test
    void replay_orExplanation_ofMusicThatWasChanged_tells_andGivesWhatComesNow() {
        Generation generation = GENERATOR.continuing(Tunes.melody()).seed(3).generate();
        Generation edited = edited(generation, notes -> notes.subList(0, notes.size() - 1));
        for (ThrowingCallable again : List.<ThrowingCallable>of(
                () -> GENERATOR.replay(edited.toMidiFile()), () -> GENERATOR.explain(edited, 3))) {
            ChangedMusicException thrown = catchThrowableOfType(ChangedMusicException.class, again);
            assertThat(thrown)
                    .hasMessage("the music must be as it was made (by version " + LibraryVersion.current()
                            + ", from seed 3), but its recipe and what it continues now give other notes");
            assertThat(thrown.madeAgain()).isEqualTo(generation);
        }
    }

    @Test
    void replay_ofMusicWhosePrimerWasCut_tellsWhereItGoesOnNow() {
        Generation generation = GENERATOR.continuing(Tunes.melody()).seed(3).generate();
        Generation cut = edited(
                generation,
                notes -> notes.stream().filter(note -> note.endTick() != 3840).toList());
        assertThatThrownBy(() -> GENERATOR.replay(cut.toMidiFile()))
                .isInstanceOf(ChangedMusicException.class)
                .hasMessageEndingWith("now give music that goes on at tick 2880, not 3840");
    }

    @Test
    void replay_ofWhatAnotherModelMade_orNobody_isRefused() {
        MidiFile file = GENERATOR.fromScratch().generate().toMidiFile();
        Generator other = generator(MelodyRnnConfiguration.basicRnn());
        assertThatThrownBy(() -> other.replay(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(GENERATOR.modelHash())
                .hasMessageContaining(other.modelHash());
        assertThatThrownBy(() -> GENERATOR.replay(MidiWriter.toMidiFile(Tunes.melody())))
                .hasMessage("the file must hold the recipe of a generation, but has none");
    }

    @Test
    void fromScratch_opensWithTheTonic_inTheKeyAndRangeWishedFor() {
        Melody melody = GENERATOR
                .fromScratch()
                .steps(64)
                .seed(9)
                .inKey("F# minor")
                .within("C5", "C6")
                .generate()
                .melody();
        assertThat(melody.length()).isEqualTo(64);
        assertThat(melody.event(0)).isEqualTo(78);
        assertThat(melody.startStep()).isZero();
        NoteSequence music = GENERATOR.fromScratch().generate().whole();
        assertThat(music.parts()).hasSize(1);
        assertThat(music.endTick()).isEqualTo(32 * 120);
        assertThat(music.parts().get(0).notes().get(0).pitch()).isEqualTo(60);
    }

    @Test
    void followingChords_playsChordTonesOfTheChordsWrittenBehindThePrimer() {
        for (int seed = 0; seed < 50; seed++) {
            Generation generation = GENERATOR
                    .continuing(Tunes.band())
                    .steps(12)
                    .followingChords()
                    .seed(seed)
                    .generate();
            Melody melody = generation.melody();
            for (int step = 0; step < 12; step++) {
                if (melody.event(step) >= 0) {
                    Chord chord = Chord.parse(step < 4 ? "Dm7" : "G7");
                    assertThat(chord.contains(melody.event(step))).isTrue();
                }
            }
        }
    }

    @Test
    void endingOnTonic_letsTheLastNoteSoundForABeat_unlessAnotherIsForcedLater() {
        MelodyRequest request = GENERATOR.continuing(Tunes.melody()).steps(32).endingOnTonic();
        for (int seed = 0; seed < 30; seed++) {
            List<Note> notes =
                    request.seed(seed).generate().continuation().parts().get(0).notes();
            Note last = notes.get(notes.size() - 1);
            assertThat(last.pitch() % 12).isEqualTo(7);
            assertThat(last.startTick()).isLessThanOrEqualTo(28 * 120);
        }
        Melody forced = request.forcing(31, "G5").generate().melody();
        assertThat(forced.event(31)).isEqualTo(79);
    }

    @Test
    void candidates_areTheSeedsThatFollow_theLikeliestFirst() {
        MelodyRequest request = GENERATOR.continuing(Tunes.melody()).seed(100);
        List<Generation> candidates = request.candidates(8);
        assertThat(candidates)
                .extracting(Generation::logLikelihood)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(candidates)
                .extracting(Generation::seed)
                .containsExactlyInAnyOrder(100L, 101L, 102L, 103L, 104L, 105L, 106L, 107L);
        for (Generation each : candidates) {
            assertThat(request.seed(each.seed()).generate()).isEqualTo(each);
        }
        assertThatThrownBy(() -> request.candidates(0))
                .hasMessage("the number of candidates must be 1..10000, but was 0");
    }

    @Test
    void beam_findsLikelierMusic_thanADraw() {
        double drawn = 0;
        double searched = 0;
        for (int seed = 0; seed < 10; seed++) {
            MelodyRequest request = GENERATOR.continuing(Tunes.melody()).seed(seed);
            drawn += request.generate().logLikelihood();
            searched += request.beam(4, 4, 2).generate().logLikelihood();
        }
        assertThat(searched).isGreaterThan(drawn);
    }

    @Test
    void beam_ofOne_isADraw() {
        Generation generation =
                GENERATOR.continuing(Tunes.melody()).seed(3).beam(1, 1, 1).generate();
        assertThat(generation.melody().length()).isEqualTo(32);
        assertThat(generation.complete()).isTrue();
    }

    @Test
    void logLikelihood_isWhatTheScoreOfTheWholeMelodySays() {
        Generation generation = GENERATOR.continuing(Tunes.melody()).seed(8).generate();
        int[] primer = {
            67, -2, -2, -2, 71, -2, -2, -2, 74, -2, -2, -2, 72, -2, -2, -2, 71, -2, -2, -2, 69, -2, -2, -2, 67, -2, -2,
            -2, -2, -2, -2, -2
        };
        int[] all = Arrays.copyOf(primer, 64);
        System.arraycopy(generation.melody().events(), 0, all, 32, 32);
        Session session = GENERATOR.session().transposed(shift(Melody.of(primer)));
        double sum = 0;
        for (int step = 0; step < 64; step++) {
            if (step >= 32) {
                sum += StrictMath.log(session.probability(all[step]));
            }
            session.feed(all[step]);
        }
        assertThat(generation.logLikelihood()).isCloseTo(sum, within(1e-9));
    }

    private static int shift(Melody melody) {
        return melody.squash(48, 84, 0).shift();
    }

    @Test
    void session_transposed_takesNoPitchForAnotherEvent() {
        Generator mono = generator(MelodyRnnConfiguration.monoRnn());
        Session low = mono.session().transposed(-50);
        low.feed(60);
        assertThat(low.probability(48)).isZero();
        assertThatThrownBy(() -> low.feed(48))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("event must be -2, -1 or a pitch in 50..127, but was 48");
        Session high = mono.session().transposed(50);
        high.feed(60);
        SeededRandom random = SeededRandom.ofSeed(1);
        for (int i = 0; i < 500; i++) {
            Session fork = high.fork();
            fork.feed(high.choose(SamplingOptions.DEFAULT, random));
            assertThat(fork.probability(60)).isEqualTo(high.probability(60));
        }
    }

    @Test
    void session_transposedFurtherThanThereArePitches_isRefused() {
        Session highest = GENERATOR.session().transposed(83);
        highest.feed(0);
        assertThatThrownBy(() -> highest.transposed(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a session must be transposed by -79..83 semitones from where the model hears it, but was by 84");
        assertThatThrownBy(() -> highest.transposed(Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("but was by 2147483730");
        Session lowest = highest.transposed(-83 - 79);
        lowest.feed(127);
        assertThatThrownBy(() -> lowest.feed(126))
                .hasMessage("event must be -2, -1 or a pitch in 127..127, but was 126");
    }

    @Test
    void recipe_ofMoreStepsThanAskedFor_isRefused() {
        String json = GENERATOR.fromScratch().generate().recipe().toJson();
        assertThatThrownBy(() -> Recipe.ofJson(json.replace("\"stepsMade\":32", "\"stepsMade\":33")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("steps made must be 0..32");
    }

    @Test
    void score_countsEachStepButTheFirst_andAgreesWithASession() {
        Melody melody = Melody.of(60, -2, 62, -2, 64, -1, 65, -2, 67, -2, 67, -2);
        Score score = GENERATOR.score(melody);
        Session session = GENERATOR.session().transposed(shift(melody));
        session.feed(60);
        double sum = 0;
        for (int step = 1; step < melody.length(); step++) {
            double nats = -StrictMath.log(session.probability(melody.event(step)));
            assertThat(score.nats().get(step)).isCloseTo(nats, within(1e-9));
            sum += nats;
            session.feed(melody.event(step));
        }
        assertThat(score.natsPerStep()).isCloseTo(sum / 11, within(1e-9));
        assertThat(score.perplexity()).isCloseTo(StrictMath.exp(sum / 11), within(1e-9));
        assertThat(score.notes()).extracting(Score.NoteSurprise::step).containsExactly(2, 4, 6, 8, 10);
        assertThatThrownBy(() -> GENERATOR.score(Melody.of(60)))
                .hasMessage("a melody must have at least 2 steps to be scored, but had 1");
        assertThatThrownBy(() -> new Score(Melody.of(60), List.of(0.0)))
                .hasMessage("a melody must have at least 2 steps to be scored, but had 1");
        assertThat(GENERATOR.score(Tunes.melody()).nats()).hasSize(32);
    }

    @Test
    void score_ofANamedPart_isThatOfItsMelody_howeverLongOthersPlay() {
        Part high = Part.builder("High")
                .note(84, 100, 0, 480)
                .note(86, 100, 3840, 4320)
                .build();
        Part low = ofTwoQuarters("Low", 48, 55);
        NoteSequence both = NoteSequence.builder(480).part(high).part(low).build();

        Score named = GENERATOR.score(both, "Low");

        assertThat(named.melody().event(0)).isEqualTo(48);
        assertThat(named.nats()).hasSize(8);
        assertThat(named).isEqualTo(GENERATOR.score(both.withParts(List.of(low))));
        assertThat(GENERATOR.score(both).melody().event(0)).isEqualTo(84);
    }

    @Test
    void score_ofAPartThatIsNotThere_orThereTwice_isRefused() {
        Part part = ofTwoQuarters("High", 84, 86);
        NoteSequence twice = NoteSequence.builder(480).part(part).part(part).build();

        for (String name : List.of("High", "Middle")) {
            assertThatThrownBy(() -> GENERATOR.score(twice, name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("one part named \"" + name + "\"");
        }
    }

    @Test
    void score_ofPartsOfOneName_takesTheirNumbers_andNamesInTwoLines() {
        Part first = ofTwoQuarters("Voice", 60, 62);
        Part second = ofTwoQuarters("Voice", 70, 72);
        Part third = ofTwoQuarters("Voice\n  and lute", 50, 52);
        NoteSequence music =
                NoteSequence.builder(480).part(first).part(second).part(third).build();

        assertThat(GENERATOR.score(music, "1").melody().event(0)).isEqualTo(60);
        assertThat(GENERATOR.score(music, "2").melody().event(0)).isEqualTo(70);
        assertThat(GENERATOR.score(music, "Voice and lute").melody().event(0)).isEqualTo(50);
        assertThatThrownBy(() -> GENERATOR.score(music, "Voice"))
                .hasMessageContaining("but had 2")
                .hasMessageContaining("part 3 \"Voice and lute\"")
                .hasMessageEndingWith("; its number tells it from the others");
        for (String none : List.of("0", "4", "-1", "99999999999")) {
            assertThatThrownBy(() -> GENERATOR.score(music, none)).hasMessageContaining("but had 0");
        }
    }

    private static Part ofTwoQuarters(String name, int first, int second) {
        return Part.builder(name)
                .note(first, 100, 0, 480)
                .note(second, 100, 480, 960)
                .build();
    }

    @Test
    void score_ofMusicThatAModelMade_isBetterThanOfNoise() {
        double made = GENERATOR
                .score(GENERATOR.fromScratch().steps(200).seed(4).generate().melody())
                .natsPerStep();
        double noise = GENERATOR
                .score(generator(MelodyRnnConfiguration.monoRnn())
                        .fromScratch()
                        .steps(200)
                        .seed(4)
                        .generate()
                        .melody())
                .natsPerStep();
        assertThat(made).isLessThan(noise);
    }

    @Test
    void primer_withoutMelody_isRefused() {
        NoteSequence nothing = NoteSequence.builder(480).build();
        assertThatThrownBy(() -> GENERATOR.continueMelody(nothing, 16, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the primer must have a part with a melody, but had no notes");
        NoteSequence drums = Tunes.band().selectParts(Part::drums);
        assertThatThrownBy(() -> GENERATOR.continueMelody(drums, 16, 1)).hasMessageContaining("but had drums alone");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 262145})
    void steps_outOfBounds_areRefused(int steps) {
        assertThatThrownBy(() -> GENERATOR.continueMelody(Tunes.melody(), steps, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("steps must be 1..262144, but were " + steps);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -1e-300, Double.NaN, Double.POSITIVE_INFINITY, 1000.1})
    void temperature_outOfBounds_isRefused(double temperature) {
        assertThatThrownBy(() -> GENERATOR.continueMelody(Tunes.melody(), 16, temperature))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("temperature must be 0..1000, but was " + temperature);
    }

    @Test
    void primer_ofTenThousandSteps_isHeardWhole() {
        NoteSequence primer = Tunes.melody().repeat(300);
        Generation generation = GENERATOR.continuing(primer).steps(16).seed(1).generate();
        assertThat(generation.recipe().startTick()).isEqualTo(300L * 3840);
        assertThat(generation.complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 120, 127})
    void primer_atTheEdgesOfMidi_staysInMidi(int pitch) {
        NoteSequence primer = NoteSequence.builder(480)
                .part(Part.builder("").note(pitch, 80, 0, 480).build())
                .build();
        for (MelodyRnnConfiguration configuration : MelodyRnnConfiguration.all()) {
            Generation generation = generator(configuration)
                    .continuing(primer)
                    .temperature(3)
                    .steps(400)
                    .seed(1)
                    .generate();
            assertThat(generation.melody().length()).isEqualTo(400);
        }
    }
}
