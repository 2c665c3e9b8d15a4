package io.github.musicgen.models.corpus.band;

import static io.github.musicgen.api.testing.TinyBands.TINY;
import static io.github.musicgen.api.testing.TinyBands.TINY_IN_C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bandvae.BandRolls;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.models.corpus.division.SplitFractions;
import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import io.github.musicgen.models.training.bandvae.BandSongs;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BandCorpusTest {
    @TempDir
    Path folder;

    @Test
    void read_saysWhatBecameOfEachFile() throws Exception {
        MidiWriter.write(BandSongs.song(4, 0), folder.resolve("a.mid"));
        MidiWriter.write(BandSongs.song(4, 0), folder.resolve("b.mid"));
        MidiWriter.write(BandSongs.song(1, 0), folder.resolve("c.mid"));
        Part silent = Part.builder("x").program(120).note(60, 80, 0, 200).build();
        MidiWriter.write(NoteSequence.builder(4).part(silent).build(), folder.resolve("d.mid"));
        MidiWriter.write(
                NoteSequence.builder(4)
                        .timeSignature(0, 3, 4)
                        .part(BandSongs.song(4, 1).parts().get(0))
                        .build(),
                folder.resolve("e.mid"));
        Files.write(folder.resolve("f.mid"), new byte[] {1, 2, 3});
        Files.writeString(folder.resolve("g.txt"), "no music");

        BandCorpus corpus = BandCorpus.read(BandSongs.TINY, folder);
        assertThat(corpus.pieces()).singleElement().satisfies(piece -> {
            assertThat(piece.name()).isEqualTo("a.mid");
            assertThat(piece.rolls().segments()).isEqualTo(4);
        });
        Map<String, String> reasons = new TreeMap<>();
        corpus.files().forEach(file -> reasons.put(file.name(), file.verdict().word() + " " + file.reason()));
        assertThat(reasons.get("a.mid")).isEqualTo("kept ");
        assertThat(reasons.get("b.mid")).isEqualTo("rejected it is the same as a.mid");
        assertThat(reasons.get("c.mid")).startsWith("rejected it has 1 whole segments of 16 steps");
        assertThat(reasons.get("d.mid")).startsWith("rejected it has ");
        assertThat(reasons.get("e.mid")).contains("was in 3/4");
        assertThat(reasons.get("f.mid")).startsWith("rejected ");
        assertThat(reasons).doesNotContainKey("g.txt");
    }

    @Test
    void read_whereNothingCanBeUsed_isRefused() throws Exception {
        MidiWriter.write(BandSongs.song(1, 0), folder.resolve("c.mid"));
        assertThatThrownBy(() -> BandCorpus.read(BandSongs.TINY, folder))
                .isInstanceOf(UnusableCorpusException.class)
                .hasMessageContaining("of 1 music files none could be used, the first being c.mid");
    }

    @Test
    void split_isTheSameInAnyOrder_andKeepsRelativesTogether() throws Exception {
        List<BandPiece> pieces = BandSongs.pieces(12, 0);
        BandSplit split = BandCorpus.of(BandSongs.TINY, pieces.subList(0, 6)).split(new SplitFractions(0.3, 0.3, 0));
        assertThat(names(split.training())).isNotEmpty();
        assertThat(names(split.validation())).isNotEmpty();
        assertThat(names(split.test())).isNotEmpty();
        Set<String> all = new HashSet<>(names(split.training()));
        all.addAll(names(split.validation()));
        all.addAll(names(split.test()));
        assertThat(all).hasSize(6);
        // Twelve semitones higher every song begins again: 0 and 12 are one piece under two names.
        List<BandPiece> twins = List.of(pieces.get(0), BandSongs.pieces(1, 12).get(0), pieces.get(1));
        assertThat(BandRelatives.families(twins, BandSongs.TINY).values())
                .extracting(List::size)
                .containsExactlyInAnyOrder(2, 1);
        assertThatThrownBy(() ->
                        BandCorpus.of(BandSongs.TINY, pieces.subList(0, 1)).split(SplitFractions.usual()))
                .isInstanceOf(UnusableCorpusException.class)
                .hasMessageContaining("must have 3 different pieces at least, but had 1 (of 1 in all); add music");
    }

    @Test
    void split_isAnother_withAnotherSalt() throws Exception {
        BandCorpus corpus = BandCorpus.of(BandSongs.TINY, BandSongs.pieces(12, 0));
        Set<Set<String>> kept = new HashSet<>();
        for (int salt = 0; salt < 4; salt++) {
            kept.add(names(corpus.split(new SplitFractions(0.3, 0.3, salt)).test()));
        }
        assertThat(kept).hasSize(4);
    }

    /** But two files of the same notes in other keys are two pieces, and relatives. */
    @Test
    void pieces_ofABandOfOneKey_areMovedThere() {
        List<BandPiece> pieces = new ArrayList<>();
        for (int semitones : new int[] {0, 2}) {
            NoteSequence music = scale().transpose(semitones);
            pieces.add(BandCorpus.piece("in " + semitones, BandRolls.of(music, TINY_IN_C), TINY_IN_C));
        }
        assertThat(pieces.get(1).rolls().segment(0, 0))
                .isEqualTo(pieces.get(0).rolls().segment(0, 0));
        assertThat(pieces.get(1).mark()).isNotEqualTo(pieces.get(0).mark());
        BandPiece asItIs = BandCorpus.piece("as it is", BandRolls.of(scale().transpose(2), TINY), TINY);
        assertThat(asItIs.rolls().segment(0, 0))
                .isNotEqualTo(pieces.get(0).rolls().segment(0, 0));
    }

    private static NoteSequence scale() {
        Part.Builder part = Part.builder("piano");
        int[] pitches = {60, 62, 64, 65, 67, 64, 60, 60};
        for (int i = 0; i < pitches.length; i++) {
            part.note(pitches[i], 80, 4L * i, 4L * i + 4);
        }
        return NoteSequence.builder(4).part(part.build()).build();
    }

    private static Set<String> names(List<BandPiece> side) {
        Set<String> names = new HashSet<>();
        side.forEach(piece -> names.add(piece.name()));
        return names;
    }
}
