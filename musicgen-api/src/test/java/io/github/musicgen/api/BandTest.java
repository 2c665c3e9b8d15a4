package io.github.musicgen.api;

import static io.github.musicgen.api.testing.TinyBands.TINY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.musicgen.api.bandvae.BandCells;
import io.github.musicgen.api.bandvae.BandNotes;
import io.github.musicgen.api.bandvae.BandPlayer;
import io.github.musicgen.api.bandvae.BandRolls;
import io.github.musicgen.api.bandvae.BandVae;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.DecodedRoll;
import io.github.musicgen.api.bandvae.PlayOptions;
import io.github.musicgen.api.bandvae.PlayedCells;
import io.github.musicgen.api.bandvae.PlayedKey;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.testing.TinyBands;
import io.github.musicgen.midi.MidiReader;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.midi.abc.AbcReader;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.sequence.Pitch;
import io.github.musicgen.representation.time.TimeSignature;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BandTest {
    private static final Band BAND = Band.of(TinyBands.of(TINY, 6));
    private static final Band THESIS = Band.of(TinyBands.of(TinyBands.TINY_THESIS, 6));

    @TempDir
    Path folder;

    /** Bars of four quarters at 96 ticks each. */
    private static NoteSequence song(int bars, int program, boolean drums, int... pitches) {
        Part.Builder part = Part.builder("x").program(program).drums(drums);
        for (int i = 0; i < 4 * bars; i++) {
            part.note(pitches[i % pitches.length], 80, 96L * i, 96L * (i + 1));
        }
        return NoteSequence.builder(96).tempo(0, 100).part(part.build()).build();
    }

    private static String notes(NoteSequence song) {
        return song.parts().stream()
                .flatMap(part -> part.notes().stream())
                .map(note -> note.pitch() + "@" + note.startTick() + "-" + note.endTick() + "v" + note.velocity())
                .collect(Collectors.joining(" "));
    }

    @Test
    void compose_hasAPartForEachInstrument_asLongAsWished() {
        NoteSequence song = BAND.compose(30);
        assertThat(song.seconds()).isBetween(29.9, 30.1);
        assertThat(song.parts()).extracting(Part::name).containsExactly("piano", "bass", "drums");
        assertThat(song.parts()).extracting(Part::program).containsExactly(0, 32, 0);
        assertThat(song.parts()).extracting(Part::drums).containsExactly(false, false, true);
        assertThat(song.notes().count()).isPositive();
        assertThat(song.notes().mapToLong(Note::endTick).max().orElse(0)).isLessThanOrEqualTo(song.endTick());
        assertThat(BAND.request().segments(3).compose().endTick()).isEqualTo(3 * 16 * 120);
        assertThat(THESIS.compose(10).notes().count()).isPositive();
    }

    /** Written down on Java 17; a change that alters it is named in the changelog. */
    @Test
    void compose_ofASeed_isTheSongThatWasWrittenDown() {
        NoteSequence song = BAND.request().seed(42).segments(3).compose();
        assertThat(notes(song)).hasSizeGreaterThan(100);
        assertThat(Integer.toHexString(notes(song).hashCode())).isEqualTo(PINNED);
        assertThat(Integer.toHexString(
                        notes(THESIS.request().seed(42).segments(3).compose()).hashCode()))
                .isEqualTo(PINNED_THESIS);
    }

    private static final String PINNED = "da1344e9";
    private static final String PINNED_THESIS = "210b87c2";

    @Test
    void requests_thatDiffer_giveOtherMusic() {
        String usual = notes(BAND.compose(20));
        assertThat(notes(BAND.compose(20))).isEqualTo(usual);
        assertThat(notes(BAND.request().seed(1).compose(20))).isNotEqualTo(usual);
        assertThat(notes(BAND.request().temperature(2).compose(20))).isNotEqualTo(usual);
        assertThat(BAND.request().threshold(0.7).compose(20).notes().count())
                .isLessThan(BAND.request().threshold(0.2).compose(20).notes().count());
        assertThat(BAND.request().tempo(60).segments(2).compose().seconds())
                .isEqualTo(2 * BAND.request().tempo(120).segments(2).compose().seconds());
        BandRequest request =
                BAND.request().seed(5).tempo(90).segments(4).temperature(0.5).threshold(0.3);
        assertThat(notes(BAND.request().with(request.options()).compose())).isEqualTo(notes(request.compose()));
    }

    @Test
    void compose_survivesMidi() throws Exception {
        NoteSequence song = BAND.compose(20);
        Path file = folder.resolve("song.mid");
        MidiWriter.write(song, file);
        NoteSequence read = MidiReader.read(file);
        assertThat(read.notes().count()).isEqualTo(song.notes().count());
    }

    @Test
    void continueSong_keepsTheSong_andGoesOnAtTheNextBar() {
        NoteSequence song = song(5, 33, false, 40, 43, 45);
        NoteSequence longer = BAND.request().segments(2).continueSong(song);
        assertThat(longer.parts().get(0)).isEqualTo(song.parts().get(0));
        assertThat(longer.parts()).hasSize(4);
        assertThat(longer.endTick()).isEqualTo(96 * 4 * (5 + 2));
        assertThat(longer.parts().subList(1, 4).stream().flatMap(part -> part.notes().stream()))
                .isNotEmpty()
                .allMatch(note -> note.startTick() >= 96 * 4 * 5);
        assertThat(longer.tempoMap().tempos()).hasSize(1);
        assertThat(BAND.request()
                        .tempo(150)
                        .segments(2)
                        .continueSong(song)
                        .tempoMap()
                        .tempos())
                .hasSize(2);
        assertThat(notes(BAND.request().segments(2).continueSong(song(5, 33, false, 47, 43, 45))))
                .isNotEqualTo(notes(longer));
        assertThat(BAND.continueSong(song).endTick()).isEqualTo(96 * 4 * (5 + 16));
    }

    @Test
    void whatStandsBehindTheNotes_holdsForNothingThatIsPlayedThere() {
        NoteSequence song = song(3, 0, false, 60).toBuilder()
                .timeSignature(3 * 384, 3, 4)
                .tempo(5 * 384, 30)
                .endTick(9 * 384)
                .build();
        NoteSequence longer = BAND.request().segments(2).continueSong(song);
        assertThat(longer.parts().get(0)).isEqualTo(song.parts().get(0));
        assertThat(longer.endTick()).isEqualTo((3 + 2) * 384);
        assertThat(longer.meterMap().timeSignatures())
                .extracting(TimeSignature::name)
                .containsExactly("4/4");
        assertThat(longer.tempoMap().tempos()).hasSize(1);
        assertThat(BAND.request().segments(2).continueSong(longer).endTick()).isEqualTo((5 + 2) * 384);
        assertThat(BAND.accompany(song).endTick()).isEqualTo(3 * 384);
        NoteSequence played = BAND.request().segments(6).accompany(song);
        assertThat(played.endTick()).isEqualTo(6 * 384);
        assertThat(played.meterMap()).isEqualTo(longer.meterMap());
    }

    @Test
    void aNoteThatRingsOverTheLastBar_staysWhole() {
        NoteSequence song = song(2, 0, false, 60);
        Part ringing =
                song.parts().get(0).toBuilder().note(64, 80, 600, 2 * 384 + 5).build();
        NoteSequence longer = BAND.request().segments(1).continueSong(song.withParts(List.of(ringing)));
        assertThat(longer.parts().get(0)).isEqualTo(ringing);
    }

    private static NoteSequence throughMidi(NoteSequence song) throws Exception {
        return MidiReader.read(MidiFile.parse(MidiWriter.toMidiFile(song).toBytes()));
    }

    @Test
    void continueSong_ofItsOwnSong_goesOnInItsParts_howeverOften() throws Exception {
        NoteSequence song = BAND.request().segments(3).compose();
        for (int seed = 0; seed < 3; seed++) {
            NoteSequence longer =
                    throughMidi(BAND.request().seed(seed).segments(2).continueSong(song));
            assertThat(longer.parts()).extracting(Part::name).containsExactly("piano", "bass", "drums");
            assertThat(longer.trim(0, song.endTick()).parts()).isEqualTo(song.parts());
            assertThat(longer.notes().count()).isGreaterThan(song.notes().count());
            song = longer;
        }
    }

    private static NoteSequence song(Part... parts) {
        return NoteSequence.builder(4).build().withParts(List.of(parts));
    }

    /** As it would in a part of its own; what else the part has stays. */
    @Test
    void continueSong_goesOnInThePartOfItsNameAndSound() {
        Part piano = Part.builder("piano")
                .note(60, 80, 0, 4)
                .note(62, 80, 4, 16)
                .controlChange(1, 64, 127)
                .pitchBend(2, 99)
                .lyric(3, "la")
                .build();
        Part named = Part.builder("x").notes(piano.notes()).build();
        BandRequest request = BAND.request().segments(2);
        List<Part> joined = request.continueSong(song(piano, piano)).parts();
        List<Part> apart = request.continueSong(song(named, named)).parts();
        List<Note> all = new ArrayList<>(piano.notes());
        all.addAll(apart.get(2).notes());
        assertThat(all).hasSizeGreaterThan(2);
        assertThat(joined.get(0)).isEqualTo(piano.withNotes(all));
        assertThat(joined.get(1)).isEqualTo(piano);
        assertThat(joined.subList(2, 4)).isEqualTo(apart.subList(3, 5));
    }

    /** All pitches of the piano ring a little into the bar in which the band goes on. */
    @Test
    void continueSong_inAPartThatStillRings_startsNoNoteTwice() {
        Part.Builder piano = Part.builder("piano");
        for (int pitch = 48; pitch < 72; pitch++) {
            piano.note(pitch, 80, 0, 1921);
        }
        NoteSequence song = NoteSequence.builder(480).part(piano.build()).build();
        List<Note> notes = BAND.request()
                .threshold(0.1)
                .segments(2)
                .continueSong(song)
                .parts()
                .get(0)
                .notes();
        assertThat(notes.subList(0, 24)).isEqualTo(song.parts().get(0).notes());
        List<Note> following = notes.subList(24, notes.size());
        assertThat(following).anyMatch(note -> note.startTick() == 1921);
        assertThat(following).noneMatch(note -> note.startTick() < 1921 || note.startTick() >= note.endTick());
    }

    @Test
    void continueSong_leavesPartsOfAnotherNameOrSound_asTheyAre() {
        Part[] others = {
            Part.builder("Piano").note(60, 80, 0, 16).build(),
            Part.builder("piano").program(1).build(),
            Part.builder("piano").drums(true).build(),
            Part.builder("drums").build()
        };
        List<Part> parts = BAND.request().segments(2).continueSong(song(others)).parts();
        assertThat(parts.subList(0, 4)).containsExactly(others);
        assertThat(parts.subList(4, 7)).extracting(Part::name).containsExactly("piano", "bass", "drums");
    }

    /** Files tell of parts that are silent, too. */
    @Test
    void continueSong_ofSilentParts_goesOnInThem() throws Exception {
        Part bass = Part.builder("bass").program(32).note(40, 80, 0, 16).build();
        Part drums = Part.builder("drums").drums(true).build();
        NoteSequence song = song(Part.builder("piano").build(), bass, drums);
        assertThat(throughMidi(song).parts()).isEqualTo(song.parts());
        assertThat(BAND.continueSong(throughMidi(song)).parts()).hasSize(3);
    }

    @Test
    void continueSong_shorterThanASegment_orOfAnOddResolution_isHeard() {
        NoteSequence one = NoteSequence.builder(7)
                .part(Part.builder("x").note(60, 80, 0, 7).build())
                .build();
        NoteSequence longer = BAND.request().segments(1).continueSong(one);
        assertThat(longer.ticksPerQuarter()).isEqualTo(28);
        assertThat(longer.endTick()).isEqualTo(2 * 4 * 28);
    }

    /** In unison, or one a little later: the first instrument has but one string for a pitch. */
    @Test
    void accompany_ofSeveralParts_startsNoNoteTwice() {
        Part high = Part.builder("flute").note(60, 80, 0, 8).note(64, 80, 8, 16).build();
        Part low = Part.builder("oboe").note(60, 70, 0, 8).note(64, 70, 10, 18).build();
        NoteSequence melody = NoteSequence.builder(4).build().withParts(List.of(high, low, high));
        assertThat(BAND.accompany(melody).parts().get(0).notes())
                .extracting(Note::pitch, Note::startTick, Note::endTick)
                .containsExactly(tuple(60, 0L, 8L), tuple(64, 8L, 16L), tuple(64, 16L, 18L));
    }

    @Test
    void accompany_keepsTheMelody_andTheOthersPlayToIt() {
        NoteSequence melody = song(4, 73, false, 60, 64, 67);
        NoteSequence played = BAND.accompany(melody);
        assertThat(played.parts()).extracting(Part::name).containsExactly("piano", "bass", "drums");
        assertThat(played.parts().get(0).notes())
                .isEqualTo(melody.parts().get(0).notes());
        assertThat(played.endTick()).isEqualTo(4 * 4 * 96);
        assertThat(played.parts().get(1).notes().size()
                        + played.parts().get(2).notes().size())
                .isPositive();
        assertThat(notes(BAND.accompany(song(4, 73, false, 62, 50)))).isNotEqualTo(notes(played));
        assertThat(BAND.request().segments(2).accompany(melody).endTick()).isEqualTo(4 * 4 * 96);
    }

    private static NoteSequence abc(String bars) throws Exception {
        return AbcReader.parse("X:1\nL:1/4\nM:4/4\nK:C\n" + bars + "\n").get(0).sequence();
    }

    /** Notes of the last parts from a tick on, counted from there. */
    private static List<String> from(long tick, NoteSequence song, int skipped) {
        return song.parts().stream()
                .skip(skipped)
                .flatMap(part -> part.notes().stream())
                .filter(note -> note.startTick() >= tick)
                .map(note -> note.pitch() + "@" + (note.startTick() - tick) + "-" + (note.endTick() - tick))
                .toList();
    }

    /** As with rests in place of what the first bar lacks. */
    @Test
    void music_thatBeginsWithAPartOfABar_isPlayedFromBarToBar() throws Exception {
        NoteSequence tune = abc("A|CDEF|GABc|CDEF|GABz|");
        NoteSequence whole = abc("z3A|CDEF|GABc|CDEF|GABz|");
        long quarter = tune.ticksPerQuarter();
        assertThat(tune.meterMap().barStart(1)).isEqualTo(quarter);
        assertThat(BandRolls.of(tune, TINY).lead()).isEqualTo(12);
        assertThat(BandRolls.of(whole, TINY).lead()).isZero();

        NoteSequence longer = BAND.request().segments(2).continueSong(tune);
        assertThat(longer.endTick()).isEqualTo((1 + 4 * (4 + 2)) * quarter);
        assertThat(from(17 * quarter, longer, 1))
                .isNotEmpty()
                .isEqualTo(from(20 * quarter, BAND.request().segments(2).continueSong(whole), 1));

        NoteSequence upbeat = tune.toBuilder().timeSignature(0, 1, 4).build(); // as MIDI files have it
        assertThat(from(17 * quarter, BAND.request().segments(2).continueSong(upbeat), 1))
                .isEqualTo(from(17 * quarter, longer, 1));

        NoteSequence played = BAND.accompany(tune);
        assertThat(played.endTick()).isEqualTo((1 + 4 * 4) * quarter);
        assertThat(from(0, played, 1)).isNotEmpty().isEqualTo(from(3 * quarter, BAND.accompany(whole), 1));
    }

    /** Two bars are a segment of this band, so three are one and a half. */
    @Test
    void accompaniment_endsWithTheBarInWhichTheMelodyDoes() {
        NoteSequence melody = song(3, 0, false, 60, 64);
        NoteSequence played = THESIS.accompany(melody);
        assertThat(played.endTick()).isEqualTo(3 * 4 * 96);
        assertThat(played.notes()).allMatch(note -> note.endTick() <= 3 * 4 * 96);
        assertThat(THESIS.request().segments(2).accompany(melody).endTick()).isEqualTo(2 * 8 * 96);
    }

    @Test
    void tempo_ofAMelody_isReplacedWhole() {
        NoteSequence melody = song(4, 0, false, 60).toBuilder().tempo(400, 60).build();
        NoteSequence played = BAND.request().tempo(200).accompany(melody);
        assertThat(played.tempoMap().tempos()).hasSize(1);
        assertThat(played.seconds()).isEqualTo(4 * 4 * 60 / 200.0);
        assertThat(BAND.accompany(melody).tempoMap()).isEqualTo(melody.tempoMap());
    }

    /** The bass plays in the first bar of many, and at this threshold would not play again by itself. */
    @Test
    void whoSoundedLongAgo_comesBack() {
        NoteSequence song = song(100, 0, false, 60, 62);
        List<Part> parts = new ArrayList<>(song.parts());
        parts.add(Part.builder("bass").program(33).note(40, 90, 0, 96).build());
        NoteSequence longer = BAND.request().threshold(0.9999).segments(8).continueSong(song.withParts(parts));
        assertThat(longer.parts().get(3).name()).isEqualTo("bass");
        assertThat(longer.parts().get(3).notes()).isNotEmpty();
    }

    @Test
    void music_tooLongOrOfAnUnusualResolution_isRefused() {
        NoteSequence far = NoteSequence.builder(96)
                .part(Part.builder("x")
                        .note(60, 80, 96L * 262_000, 96L * 262_001)
                        .build())
                .build();
        assertThatThrownBy(() -> BAND.continueSong(far))
                .hasMessage("the song must be shorter than 1000 segments of 16 steps, but had 1048004 steps");
        assertThatThrownBy(() -> BAND.accompany(far)).hasMessageStartingWith("the melody must be shorter than 1000");
        NoteSequence odd = NoteSequence.builder(9999)
                .part(Part.builder("x").note(60, 80, 0, 9999).build())
                .build();
        assertThatThrownBy(() -> BAND.continueSong(odd))
                .hasMessage(
                        "music for a band must have ticks that can be divided into 4 steps of a quarter, 32767 in a quarter at most, but it had 9999");
    }

    @Test
    void whatNoBandCanPlay_isRefused() {
        NoteSequence waltz = NoteSequence.builder(96)
                .timeSignature(0, 3, 4)
                .part(song(3, 0, false, 60).parts().get(0))
                .build();
        assertThatThrownBy(() -> BAND.continueSong(waltz))
                .hasMessage("a band plays bars of 4 quarters, but bar 1 of the music was in 3/4");
        assertThatThrownBy(() -> BAND.accompany(waltz)).hasMessageContaining("was in 3/4");
        NoteSequence changing = NoteSequence.builder(96)
                .timeSignature(0, 4, 4)
                .timeSignature(2 * 384, 7, 8)
                .part(song(3, 0, false, 60).parts().get(0))
                .build();
        assertThatThrownBy(() -> BAND.continueSong(changing)).hasMessageContaining("bar 3 of the music was in 7/8");
        NoteSequence nothing = NoteSequence.builder(96).build();
        assertThatThrownBy(() -> BAND.continueSong(nothing))
                .hasMessage(
                        "the song must have a note of one of piano (pitches 48..71), bass (pitches 24..47), drums, but had none");
        assertThatThrownBy(() -> BAND.continueSong(song(2, 26, false, 60)))
                .hasMessageContaining("but had none among its 8"); // a guitar, which this band has not
        assertThatThrownBy(() -> BAND.accompany(song(2, 0, true, 38)))
                .hasMessage(
                        "the melody must have a note that the piano (pitches 48..71) can play, but had none among its 8");
        assertThatThrownBy(() -> BAND.accompany(song(2, 0, false, 100))).hasMessageContaining("but had none");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void compose_ofNoLength_isRefused(double seconds) {
        assertThatThrownBy(() -> BAND.compose(seconds))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seconds must be more than 0 and finite, but were " + seconds);
    }

    @Test
    void numbers_outOfBounds_areRefused() {
        assertThatThrownBy(() -> BAND.compose(1e6))
                .hasMessage("seconds must be at most 20000.0 at this tempo, but were 1000000.0");
        assertThatThrownBy(() -> BAND.request().segments(0)).hasMessage("segments must be 1..10000, but were 0");
        assertThatThrownBy(() -> BAND.request().segments(10_001)).hasMessageContaining("but were 10001");
        assertThatThrownBy(() -> BAND.request().tempo(Double.NaN)).hasMessageContaining("but was NaN");
        assertThatThrownBy(() -> BAND.request().tempo(9)).hasMessageContaining("must be 10..500 quarter notes");
        assertThatThrownBy(() -> BAND.request().temperature(-0.1)).hasMessageContaining("but was -0.1");
        assertThatThrownBy(() -> BAND.request().threshold(1)).hasMessageContaining("but was 1.0");
        assertThatThrownBy(() -> BAND.request().compose())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("segments(16).compose()");
        assertThat(BAND.compose(0.01).endTick()).isPositive();
    }

    @Test
    void load_ofAFile_isTheSameBand() throws Exception {
        Path file = folder.resolve("band.safetensors");
        BAND.bundle().write(file, Precision.F32);
        Band loaded = Band.load(file);
        assertThat(notes(loaded.compose(10))).isEqualTo(notes(BAND.compose(10)));
        assertThat(loaded.verify()).isEmpty();
        assertThat(loaded.withEngine(Engine.compact()).engine().name()).isEqualTo("java-12bit");
        assertThat(loaded.configuration()).isEqualTo(TINY);
        assertThat(loaded).hasToString("Band[tiny]");
    }

    @Test
    void load_byAnotherName_saysWhichThereAre() {
        assertThatThrownBy(() -> Band.load("no"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a band must be one of " + String.join(", ", Band.available())
                        + ", but was \"no\"; a file is loaded by its Path");
    }

    /** The bass has played, and at this threshold hardly anybody would ever play again. */
    private static BandPlayer afterABassAlone() {
        BandPlayer player = new BandPlayer(BAND.model(), new PlayOptions(1, 0.9999, 3), PlayedKey.HOME);
        BandRolls rolls = BandRolls.of(song(1, 33, false, 40), TINY);
        player.hear(IntStream.range(0, 3)
                .mapToObj(i -> new PlayedCells(rolls.segment(i, 0), rolls.velocities(i, 0), 0))
                .toList());
        return player;
    }

    @Test
    void anInstrument_isNeverSilentForGood() {
        BandPlayer player = afterABassAlone();
        int silent = 0;
        int longest = 0;
        for (int i = 0; i < 40; i++) {
            List<PlayedCells> played = player.play();
            silent = played.get(1).cells().isSilent() ? silent + 1 : 0;
            assertThat(silent).isLessThanOrEqualTo(BandPlayer.PATIENCE);
            longest = Math.max(longest, silent);
        }
        assertThat(longest).isEqualTo(BandPlayer.PATIENCE);
    }

    @Test
    void aSegmentOfNobody_isPlayedAgain_byWhoSoundedLast() {
        BandPlayer player = afterABassAlone();
        for (int i = 0; i < 40; i++) {
            assertThat(player.play())
                    .as("segment %s", i)
                    .anyMatch(played -> !played.cells().isSilent());
        }
    }

    @Test
    void everybodyBegins_ifNothingWasHeard() {
        BandPlayer player = new BandPlayer(BAND.model(), new PlayOptions(0, 0.9999, 3), PlayedKey.HOME);
        assertThat(player.play()).noneMatch(played -> played.cells().isSilent());
    }

    @Test
    void segments_thatComeAgain_areThoseSoManySegmentsAgo() {
        BandPlayer player = new BandPlayer(BAND.model(), new PlayOptions(1, 0.4, 9), PlayedKey.HOME);
        List<List<PlayedCells>> song = new ArrayList<>();
        int again = 0;
        for (int i = 0; i < 60; i++) {
            song.add(player.play());
            for (int voice = 0; voice < 3; voice++) {
                int lag = song.get(i).get(voice).lag();
                assertThat(lag).isLessThanOrEqualTo(i);
                if (lag > 0) {
                    again++;
                    assertThat(song.get(i).get(voice).cells())
                            .isEqualTo(song.get(i - lag).get(voice).cells());
                }
            }
        }
        assertThat(again).isBetween(10, 170);
    }

    /** A piano that is told to change what it played last: the point of that is decoded anew. */
    @Test
    void segments_thatComeAgainChanged_areDecodedAnew() throws Exception {
        TensorTable weights = TinyBands.weights(TINY, 4);
        List<Tensor> changing = new ArrayList<>();
        for (Tensor tensor : weights) {
            changing.add(tensor.name().equals("piano.next.2.bias") ? certain(tensor, 2 * 3 + 2) : tensor);
        }
        BandVae model = BandVae.of(TINY, TensorTable.of(changing), Engine.portable());
        BandPlayer player = new BandPlayer(model, new PlayOptions(1, 0.4, 9), PlayedKey.HOME);
        BandCells first = player.play().get(0).cells();
        PlayedCells second = player.play().get(0);
        DecodedRoll expected = model.decode(0, model.encode(0, first).mean());
        assertThat(second.cells()).isEqualTo(expected.cells(0.4)).isNotEqualTo(first);
        assertThat(second.lag()).isZero();
    }

    private static Tensor certain(Tensor bias, int index) {
        float[] values = bias.values().clone();
        values[index] = 1000;
        return new Tensor(bias.name(), bias.shape(), values);
    }

    @Test
    void notes_overTheBorderOfSegments_areOne_unlessStruckAgain() {
        BandNotes notes = new BandNotes(TINY, 0, PlayedKey.HOME);
        byte[] first = new byte[16 * 24];
        first[12 * 24 + 5] = BandCells.STRUCK;
        Arrays.stream(new int[] {13, 14, 15}).forEach(step -> first[step * 24 + 5] = BandCells.HELD);
        byte[] second = new byte[16 * 24];
        second[5] = BandCells.HELD;
        second[24 + 5] = BandCells.HELD;
        byte[] third = new byte[16 * 24];
        byte[] velocities = new byte[16 * 24];
        velocities[12 * 24 + 5] = 77;
        notes.add(BandCells.of(first), velocities);
        notes.add(BandCells.of(second), new byte[16 * 24]);
        notes.add(BandCells.of(third), new byte[16 * 24]);
        assertThat(notes.part(10, 0, 9999).notes()).containsExactly(new Note(53, 77, 120, 180));
        second[5] = BandCells.STRUCK;
        BandNotes struck = new BandNotes(TINY, 0, PlayedKey.HOME);
        struck.add(BandCells.of(first), velocities);
        struck.add(BandCells.of(second), new byte[16 * 24]);
        assertThat(struck.part(10, 0, 9999).notes())
                .containsExactly(new Note(53, 77, 120, 160), new Note(53, 100, 160, 180));
    }

    /** The cells of a bass whose columns are the pitches 24 to 47. */
    private static byte[] bass(int pitch, int struck, int end) {
        byte[] states = new byte[16 * 24];
        for (int step = struck; step < end; step++) {
            states[step * 24 + pitch - 24] = step == struck ? BandCells.STRUCK : BandCells.HELD;
        }
        return states;
    }

    /** What a bass plays of these cells, all at once, at the velocities of their pitches. */
    private static List<Note> played(PlayedKey key, byte[]... cells) {
        byte[] states = new byte[16 * 24];
        byte[] velocities = new byte[states.length];
        for (byte[] each : cells) {
            for (int i = 0; i < each.length; i++) {
                states[i] = each[i] == BandCells.SILENT ? states[i] : each[i];
                velocities[i] = (byte) (24 + i % 24);
            }
        }
        BandNotes notes = new BandNotes(TINY, 1, key);
        notes.add(BandCells.of(states), velocities);
        return notes.part(1, 0, 16).notes();
    }

    /** Where they lie once they are moved: 28, an E, is the lowest of a bass. */
    @Test
    void notes_belowTheLowestOfTheInstrument_areRaisedByOctaves() {
        assertThat(played(PlayedKey.HOME, bass(28, 2, 5))).containsExactly(new Note(28, 28, 2, 5));
        assertThat(played(PlayedKey.HOME, bass(27, 2, 5))).containsExactly(new Note(39, 27, 2, 5));
        PlayedKey lower = new PlayedKey(5, PlayedKey.HOME.tones());
        assertThat(played(lower, bass(33, 2, 5))).containsExactly(new Note(28, 33, 2, 5));
        assertThat(played(lower, bass(32, 2, 5))).containsExactly(new Note(39, 32, 2, 5));
        assertThat(played(new PlayedKey(-6, PlayedKey.HOME.tones()), bass(24, 2, 5)))
                .containsExactly(new Note(30, 24, 2, 5));
    }

    @Test
    void notes_thatFallTogetherWhenOneIsRaised_areOne() {
        byte[] high = bass(36, 2, 5);
        assertThat(played(PlayedKey.HOME, bass(24, 2, 5), high)).containsExactly(new Note(36, 36, 2, 5));
        assertThat(played(PlayedKey.HOME, bass(24, 2, 8), high)).containsExactly(new Note(36, 36, 2, 8));
        assertThat(played(PlayedKey.HOME, bass(24, 5, 8), high))
                .containsExactly(new Note(36, 36, 2, 5), new Note(36, 24, 5, 8));
        assertThat(played(PlayedKey.HOME, bass(24, 3, 8), high))
                .containsExactly(new Note(36, 36, 2, 3), new Note(36, 24, 3, 8));
        assertThat(played(PlayedKey.HOME, bass(24, 0, 8), high))
                .containsExactly(new Note(36, 24, 0, 2), new Note(36, 36, 2, 8));
    }

    private static NoteSequence lowSong() {
        Part bass = Part.builder("bass")
                .program(32)
                .note(26, 80, 0, 8)
                .note(24, 80, 8, 16)
                .build();
        return song(bass, Part.builder("piano").note(20, 80, 0, 8).build());
    }

    /** The bass goes on in its part, and the piano of the melody has its 12. */
    @Test
    void notes_thatAreGiven_stayHoweverLow() {
        NoteSequence longer = BAND.request().segments(2).continueSong(lowSong());
        assertThat(longer.trim(0, 16).parts().subList(0, 2)).isEqualTo(lowSong().parts());
        Part melody = Part.builder("x").note(60, 80, 0, 8).note(12, 80, 8, 16).build();
        assertThat(BAND.accompany(song(melody)).parts().get(0).notes()).isEqualTo(melody.notes());
    }

    @Test
    void whatABandPlays_isNeverBelowTheLowestOfItsInstruments_andStartsNoPitchThatSounds() {
        NoteSequence melody = song(4, 0, false, 60, 64, 67);
        for (BandVaeConfiguration configuration : List.of(TINY, TinyBands.TINY_IN_C, TinyBands.TINY_THESIS)) {
            Band band = Band.of(TinyBands.of(configuration, 6));
            int lowest = Pitch.MAX;
            for (int seed = 0; seed < 50; seed++) {
                BandRequest request = band.request().seed(seed).threshold(0.2).segments(4);
                List<Part> basses = List.of(
                        request.compose().parts().get(1),
                        request.continueSong(melody).parts().get(2),
                        request.accompany(melody).parts().get(1));
                for (Part bass : basses) {
                    assertThat(bass.name()).isEqualTo("bass");
                    assertThat(restruck(bass)).isEmpty();
                    lowest = Math.min(
                            lowest,
                            bass.notes().stream().mapToInt(Note::pitch).min().orElse(Pitch.MAX));
                }
            }
            assertThat(lowest).as(configuration.name()).isEqualTo(28);
        }
    }

    /** Notes that start while their pitch sounds. */
    private static List<Note> restruck(Part part) {
        long[] ends = new long[Pitch.MAX + 1];
        List<Note> restruck = new ArrayList<>();
        for (Note note : part.notes()) {
            if (note.startTick() < ends[note.pitch()]) {
                restruck.add(note);
            }
            ends[note.pitch()] = Math.max(ends[note.pitch()], note.endTick());
        }
        return restruck;
    }

    @Test
    void rolls_knowGroupsAndDrumClasses() {
        NoteSequence kit = song(1, 0, true, 40, 35, 1);
        BandRolls rolls = BandRolls.of(kit, TINY);
        assertThat(rolls.segments()).isEqualTo(1);
        BandCells drums = rolls.segment(2, 0);
        assertThat(drums.at(1)).isEqualTo(BandCells.STRUCK);
        assertThat(drums.at(9 + 1)).isEqualTo(BandCells.SILENT);
        assertThat(drums.at(4 * 9)).isEqualTo(BandCells.STRUCK);
        assertThat(rolls.velocities(2, 0)[1]).isEqualTo((byte) 80);
        assertThat(rolls.segment(0, 0).isSilent()).isTrue();
        assertThat(rolls.transposed(3).segment(2, 0)).isEqualTo(drums);
        BandRolls piano = BandRolls.of(song(1, 5, false, 60), TINY);
        assertThat(piano.transposed(2).segment(0, 0))
                .isEqualTo(BandRolls.of(song(1, 5, false, 62), TINY).segment(0, 0));
        assertThat(piano.transposed(24).isSilent()).isTrue();
        assertThatThrownBy(() -> piano.segment(0, 1)).hasMessageContaining("must be 0..0, but was 1");
        assertThat(BandVaeConfiguration.thesis().instruments().get(4).column(38))
                .hasValue(38);
    }
}
