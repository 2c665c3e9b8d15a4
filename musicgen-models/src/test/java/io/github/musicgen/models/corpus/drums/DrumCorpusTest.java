package io.github.musicgen.models.corpus.drums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.models.corpus.division.SplitFractions;
import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import io.github.musicgen.models.corpus.report.Verdict;
import io.github.musicgen.representation.melody.DrumPattern;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class DrumCorpusTest {
    private static final MelodyVaeConfiguration TWO_BARS = MelodyVaeConfiguration.smallDrums();

    @TempDir
    Path folder;

    /** Bars of the bass drum on each of some steps, the first of which tells them apart. */
    private static DrumPattern beat(int bars, int first) {
        int[] events = new int[16 * bars];
        for (int bar = 0; bar < bars; bar++) {
            events[16 * bar] = 1;
            events[16 * bar + first % 15 + 1] = 2 + first / 15 + bar;
        }
        return DrumPattern.of(events);
    }

    private void write(DrumPattern beat, String name) throws IOException {
        MidiWriter.write(beat.toNoteSequence(120), folder.resolve(name));
    }

    private static DrumPiece piece(int number) {
        return new DrumPiece("piece" + number, List.of(beat(2, number)));
    }

    private static List<DrumPiece> pieces(int count) {
        List<DrumPiece> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pieces.add(piece(i));
        }
        return pieces;
    }

    @Test
    void read_saysWhatBecameOfEachFile() throws Exception {
        write(beat(4, 0), "a.mid");
        write(beat(4, 0), "b.mid");
        write(beat(1, 0), "c.mid");
        write(beat(4, 0).withMeter(12, 4), "d.mid");
        Part tune = Part.builder("tune").note(60, 80, 0, 200).build();
        MidiWriter.write(NoteSequence.builder(4).part(tune).build(), folder.resolve("e.mid"));
        Files.write(folder.resolve("f.mid"), new byte[] {1, 2, 3});
        Files.writeString(folder.resolve("g.txt"), "no music");
        DrumCorpus corpus = DrumCorpus.read(TWO_BARS, folder);
        assertThat(corpus.pieces()).singleElement().satisfies(piece -> {
            assertThat(piece.name()).isEqualTo("a.mid");
            assertThat(piece.stretches())
                    .containsExactly(
                            beat(4, 0).slice(0, 32),
                            beat(4, 0).slice(16, 48).withStartStep(0),
                            beat(4, 0).slice(32, 64).withStartStep(0));
        });
        Map<String, String> became = new TreeMap<>();
        corpus.files()
                .forEach(file ->
                        became.put(file.name(), file.verdict().word() + " " + file.stretches() + " " + file.reason()));
        String none = "rejected 0 it must have drums in 2 bars of 4/4 that follow each other, but had none";
        assertThat(became)
                .containsEntry("a.mid", "kept 3 ")
                .containsEntry("b.mid", "rejected 0 it is the same as a.mid")
                .containsEntry("c.mid", none)
                .containsEntry("d.mid", none)
                .containsEntry("e.mid", none)
                .containsKey("f.mid")
                .hasSize(6);
        assertThat(became.get("f.mid")).startsWith("rejected 0 ");
    }

    @Test
    void read_ofAnArchive_givesWhatTheFolderDoes() throws Exception {
        write(beat(3, 1), "a.mid");
        Path archive = folder.resolve("beats.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("a.mid"));
            zip.write(Files.readAllBytes(folder.resolve("a.mid")));
        }
        DrumCorpus corpus = DrumCorpus.read(TWO_BARS, folder.resolve("a.mid"));
        assertThat(DrumCorpus.read(TWO_BARS, archive).fingerprint()).isEqualTo(corpus.fingerprint());
    }

    /** A drummer comes a little late; what is struck between two steps is moved to the nearer one. */
    @Test
    void read_ofWhatPeoplePlayed_liesOnTheGrid() throws Exception {
        Part.Builder played = Part.builder("drums").drums(true);
        for (int step = 0; step < 32; step++) {
            played.note(42, 80, 120L * step + step % 7 * 8L, 120L * step + 60);
        }
        MidiWriter.write(NoteSequence.builder(480).part(played.build()).build(), folder.resolve("late.mid"));
        int[] events = new int[32];
        Arrays.fill(events, 4);
        assertThat(DrumCorpus.read(TWO_BARS, folder).pieces().get(0).stretches())
                .containsExactly(DrumPattern.of(events));
    }

    @Test
    void read_whereNothingCanBeUsed_isRefused() throws Exception {
        write(beat(1, 0), "c.mid");
        assertThatThrownBy(() -> DrumCorpus.read(TWO_BARS, folder))
                .isInstanceOf(UnusableCorpusException.class)
                .hasMessage("there is no piece with drums in [" + folder
                        + "]: of 1 music files none could be used, the first being c.mid: "
                        + "it must have drums in 2 bars of 4/4 that follow each other, but had none");
    }

    @Test
    void split_isTheSameInAnyOrder_andUnderAnyName() throws Exception {
        List<DrumPiece> pieces = pieces(40);
        DrumSplit split = DrumCorpus.of(pieces).split(new SplitFractions(0.2, 0.2, 0));
        assertThat(split.training()).isNotEmpty();
        assertThat(split.validation()).isNotEmpty();
        assertThat(split.test()).isNotEmpty();
        assertThat(split.training().size()
                        + split.validation().size()
                        + split.test().size())
                .isEqualTo(40);
        List<DrumPiece> others = new ArrayList<>();
        pieces.forEach(piece -> others.add(new DrumPiece("other " + piece.name(), piece.stretches())));
        Collections.shuffle(others, new Random(3));
        DrumSplit again = DrumCorpus.of(others).split(new SplitFractions(0.2, 0.2, 0));
        assertThat(again.test())
                .extracting(DrumPiece::stretches)
                .containsExactlyInAnyOrderElementsOf(
                        split.test().stream().map(DrumPiece::stretches).toList());
    }

    /** A chain of pieces, each with a stretch of the one before, stays together: of 40 in chains of four there are ten families. */
    @Test
    void split_leavesNoStretchOnTwoSides() throws Exception {
        List<DrumPiece> pieces = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            pieces.add(i % 4 == 0 ? piece(i) : new DrumPiece("piece" + i, List.of(beat(2, i), beat(2, i - 1))));
        }
        DrumSplit split = DrumCorpus.of(pieces).split(new SplitFractions(0.3, 0.3, 0));
        Set<DrumPattern> known = new HashSet<>();
        for (List<DrumPiece> side : List.of(split.training(), split.validation(), split.test())) {
            assertThat(side).isNotEmpty();
            assertThat(side.size() % 4).isZero();
            assertThat(DrumSplit.stretches(side)).doesNotHaveDuplicates().noneMatch(known::contains);
            known.addAll(DrumSplit.stretches(side));
        }
    }

    @Test
    void split_ofTooFewPieces_isRefused() {
        assertThatThrownBy(() -> DrumCorpus.of(List.of(piece(0), piece(0))).split(SplitFractions.usual()))
                .isInstanceOf(UnusableCorpusException.class)
                .hasMessage("a corpus that is divided into 3 sides must have 3 different pieces at least, but had 1 "
                        + "(of 2 in all); add music");
        assertThatThrownBy(() -> new DrumPiece("empty", List.of()))
                .hasMessage("a piece must have a stretch, but \"empty\" had none");
    }

    @Test
    void fingerprint_isOfEveryStroke() {
        String fingerprint = DrumCorpus.of(pieces(2)).fingerprint();
        assertThat(fingerprint).hasSize(64);
        assertThat(DrumCorpus.of(List.of(piece(0), piece(2))).fingerprint()).isNotEqualTo(fingerprint);
        DrumPattern low = beat(2, 0);
        int[] events = low.events();
        events[0] += 256; // what bytes would not tell
        assertThat(DrumCorpus.fingerprint(List.of(low.withEvents(events))))
                .isNotEqualTo(DrumCorpus.fingerprint(List.of(low)));
    }

    @Test
    @EnabledIfSystemProperty(named = "musicgen.corpus", matches = ".+")
    void everyFileOfTheCorpus_getsAVerdict() throws IOException {
        DrumCorpus corpus = DrumCorpus.read(TWO_BARS, Path.of(System.getProperty("musicgen.corpus", ""), "drums"));
        assertThat(corpus.files())
                .hasSizeGreaterThan(100)
                .noneMatch(
                        file -> file.verdict() != Verdict.KEPT && file.reason().isBlank());
        assertThat(DrumSplit.stretches(corpus.pieces()))
                .hasSizeGreaterThan(1000)
                .allMatch(stretch -> stretch.length() == TWO_BARS.steps() && stretch.hasNote());
    }
}
