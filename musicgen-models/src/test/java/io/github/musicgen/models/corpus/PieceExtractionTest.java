package io.github.musicgen.models.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.models.corpus.report.FileReport;
import io.github.musicgen.models.corpus.report.Limit;
import io.github.musicgen.models.corpus.report.Loss;
import io.github.musicgen.models.corpus.report.Repair;
import io.github.musicgen.models.corpus.report.Tally;
import io.github.musicgen.models.corpus.report.Verdict;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PieceExtractionTest {
    private static final Melody LOW = Tunes.melody(1, 8);
    private static final Melody HIGH = Tunes.melody(2, 8).transpose(12);
    private static final Melody VERY_HIGH = Tunes.melody(3, 8).transpose(24);

    private final Tally tally = new Tally();

    @Test
    void limits_eachCountWhatTheyCost() {
        Melody few = Melody.of(60, 62);
        NoteSequence music = Tunes.music(
                Tunes.part("good", LOW),
                Tunes.part("short", Tunes.melody(1, 3)),
                Tunes.part("few", few),
                Tunes.part("long", Tunes.melody(4, 40)),
                Tunes.part("drums", LOW).toBuilder().drums(true).build(),
                Tunes.part("empty", Melody.of()),
                chords());

        List<Melody> melodies = extract(music, CorpusOptions.training());

        assertThat(melodies).extracting(Melody::length).containsExactly(128, 512);
        assertThat(losses())
                .containsOnly(
                        Map.entry(Limit.MIN_BARS, new Loss(2, 0)),
                        Map.entry(Limit.TRUNCATION, new Loss(1, 128)),
                        Map.entry(Limit.DRUMS, new Loss(1, 0)),
                        Map.entry(Limit.NO_NOTES, new Loss(1, 0)),
                        Map.entry(Limit.POLYPHONY, new Loss(1, 0)));
    }

    @Test
    void fewPitchClasses_areCounted() {
        int[] events = new int[128];
        Arrays.setAll(events, step -> step % 2 == 0 ? 60 : 62);

        assertThat(extract(Tunes.music(Melody.of(events)), CorpusOptions.training()))
                .isEmpty();
        assertThat(losses()).containsOnly(Map.entry(Limit.MIN_PITCH_CLASSES, new Loss(1, 0)));
    }

    @Test
    void longMelodies_areSplitAtBarLines_whereThatIsWanted() {
        Melody melody = Tunes.melody(1, 70);

        List<Melody> melodies = extract(
                Tunes.music(melody),
                CorpusOptions.training().toBuilder().splitLongMelodies(true).build());

        assertThat(melodies).extracting(Melody::length).containsExactly(512, 512);
        assertThat(melodies.get(0).events()).isEqualTo(melody.slice(0, 512).events());
        assertThat(melodies.get(1).events()).isEqualTo(melody.slice(512, 1024).events());
        assertThat(losses()).containsOnly(Map.entry(Limit.MIN_BARS, new Loss(1, 70 * 16 - 1024)));
        assertThat(report().repairs()).containsOnly(Map.entry(Repair.SPLIT, 1));
        assertThat(report().verdict()).isEqualTo(Verdict.REPAIRED);
        assertThat(report().reason()).contains("512 steps at most, but had 1120");
    }

    @Test
    void longMelodies_ofWideBars_areSplitWhereTheLimitIs() {
        Melody melody = Tunes.melody(1, 8).withMeter(128, 4);
        CorpusOptions options = CorpusOptions.training().toBuilder()
                .extraction(CorpusOptions.training().extraction().toBuilder()
                        .minBars(0)
                        .truncateSteps(50)
                        .build())
                .splitLongMelodies(true)
                .build();

        assertThat(extract(Tunes.music(melody), options))
                .extracting(Melody::length)
                .containsExactly(50, 50, 28);
    }

    @Test
    void melodiesOutOfRange_moveAsAWholeWhereThatIsEnough() {
        List<Melody> melodies = extract(Tunes.music(VERY_HIGH), ranged(true));

        assertThat(melodies).singleElement().isEqualTo(VERY_HIGH.transpose(-24));
        assertThat(report().repairs()).containsOnly(Map.entry(Repair.OCTAVES, 1));
    }

    @Test
    void melodiesThatAreTooWide_moveNoteByNote() {
        Melody wide = Melody.of(concat(LOW.events(), VERY_HIGH.events()));

        List<Melody> melodies = extract(Tunes.music(wide), ranged(true));

        assertThat(melodies).singleElement().isEqualTo(wide.transpose(0, 60, 80));
    }

    @Test
    void melodiesOutOfRange_areLeftOutUnlessMoved() {
        assertThat(extract(Tunes.music(VERY_HIGH), ranged(false))).isEmpty();
        assertThat(losses()).containsOnly(Map.entry(Limit.RANGE, new Loss(1, 128)));
    }

    @Test
    void allParts_areTakenUnlessOneIsChosen() {
        assertThat(extract(band(), CorpusOptions.training())).containsExactly(LOW, HIGH);
    }

    @Test
    void highestMelody_isChosenAmongThePartsThatHaveOne() {
        List<Melody> melodies = extract(band(), choosing(new PartChoice.HighestMelody()));

        assertThat(melodies).containsExactly(HIGH);
        assertThat(losses()).containsOnly(Map.entry(Limit.PART_CHOICE, new Loss(1, 128)));
    }

    @Test
    void highestMelody_ofNoMelodies_saysWhyThereAreNone() {
        extract(Tunes.music(chords()), choosing(new PartChoice.HighestMelody()));

        assertThat(losses()).containsOnlyKeys(Limit.POLYPHONY);
    }

    @Test
    void namedPart_isChosenWhateverItsCapitals() {
        assertThat(extract(band(), choosing(new PartChoice.Named("bass")))).containsExactly(LOW);
        assertThat(losses()).containsOnly(Map.entry(Limit.PART_CHOICE, new Loss(2, 0)));
    }

    @Test
    void namedPart_thatIsNotThere_isMissedByName() {
        assertThat(extract(band(), choosing(new PartChoice.Named("Oboe")))).isEmpty();
        assertThat(report().reason()).contains("no part is called \"Oboe\"").contains("\"Bass\"");
    }

    @Test
    void vocalLine_isTheFirstPartWithLyrics() {
        NoteSequence song = Tunes.music(
                Tunes.part("Piano", LOW),
                Tunes.part("Voice", HIGH).toBuilder().lyric(0, "la").build(),
                Tunes.part("Second", LOW).toBuilder().lyric(0, "la").build());

        assertThat(extract(song, choosing(new PartChoice.VocalLine()))).containsExactly(HIGH);
    }

    @Test
    void vocalLine_ofMusicWithoutWords_isMissed() {
        assertThat(extract(band(), choosing(new PartChoice.VocalLine()))).isEmpty();
        assertThat(report().reason()).contains("no part has lyrics");
    }

    private static NoteSequence band() {
        return Tunes.music(Tunes.part("Bass", LOW), Tunes.part("Flute", HIGH), chords());
    }

    private static Part chords() {
        return Part.builder("chords")
                .note(60, 100, 0, 480)
                .note(96, 100, 0, 480)
                .build();
    }

    private static CorpusOptions choosing(PartChoice choice) {
        return CorpusOptions.training().toBuilder().parts(choice).build();
    }

    private static CorpusOptions ranged(boolean move) {
        return CorpusOptions.training().toBuilder()
                .range(new PitchRange(60, 80, move))
                .build();
    }

    private static int[] concat(int[] one, int[] other) {
        return IntStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray();
    }

    private List<Melody> extract(NoteSequence music, CorpusOptions options) {
        return PieceExtraction.extract(music, options, tally);
    }

    private FileReport report() {
        FileReport withoutMelodies = tally.report("file", 0, 0);
        return withoutMelodies.repairs().isEmpty() ? withoutMelodies : tally.report("file", 1, 128);
    }

    private Map<Limit, Loss> losses() {
        return report().losses();
    }
}
