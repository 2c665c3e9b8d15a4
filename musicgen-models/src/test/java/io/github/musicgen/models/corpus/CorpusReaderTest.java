package io.github.musicgen.models.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.midi.files.MusicFormat;
import io.github.musicgen.models.corpus.division.SplitFractions;
import io.github.musicgen.models.corpus.report.CorpusReport;
import io.github.musicgen.models.corpus.report.FileReport;
import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import io.github.musicgen.models.corpus.report.Verdict;
import io.github.musicgen.models.corpus.source.Source;
import io.github.musicgen.representation.melody.Melody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CorpusReaderTest {
    private static final CorpusOptions OPTIONS = CorpusOptions.training();
    private static final Melody TUNE = Tunes.melody(1, 8);

    @TempDir
    private Path folder;

    @Test
    void read_ofEveryFormat_findsTheSameMelody() throws IOException {
        for (String name : List.of("a.mid", "b.MIDI", "c.musicxml", "sub/d.mxl", "sub/e.xml")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            MusicFiles.write(Tunes.music(TUNE), file);
        }

        Corpus corpus = Corpus.read(folder, OPTIONS);

        assertThat(corpus.pieces())
                .extracting(Piece::name)
                .containsExactly("a.mid", "b.MIDI", "c.musicxml", "sub/d.mxl", "sub/e.xml");
        assertThat(corpus.melodies())
                .hasSize(5)
                .allSatisfy(melody -> assertThat(melody.events()).isEqualTo(TUNE.events()));
        assertThat(corpus.report().count(Verdict.KEPT)).isEqualTo(5);
        assertThat(corpus.report().duplicates()).isEqualTo(4);
    }

    @Test
    void read_ofABookOfTunes_makesAPieceOfEach() throws IOException {
        Files.writeString(folder.resolve("book.abc"), Tunes.abc(1) + Tunes.abc(2));

        assertThat(Corpus.read(folder, OPTIONS).pieces())
                .extracting(Piece::name)
                .containsExactly("book.abc#1", "book.abc#2");
    }

    @Test
    void read_ofAnArchive_findsWhatItHolds_andSaysWhatItDoesNotOpen() throws IOException {
        byte[] midi = Files.readAllBytes(Tunes.write(folder.resolve("source"), "a.mid", TUNE));
        Path archive = folder.resolve("tunes.zip");
        zip(
                archive,
                "x/a.mid",
                midi,
                "readme.txt",
                midi,
                "__MACOSX/x/._a.mid",
                midi,
                "inner.zip",
                midi,
                "../up.mid",
                midi);

        Corpus corpus = Corpus.read(archive, OPTIONS);

        assertThat(corpus.pieces())
                .extracting(Piece::name)
                .containsExactly("tunes.zip!/../up.mid", "tunes.zip!/x/a.mid");
        assertThat(report(corpus, "tunes.zip!/inner.zip").reason()).contains("an archive within an archive");
        assertThat(corpus.report().otherFiles()).isEqualTo(1);
    }

    @Test
    void read_givesTheSame_whateverTheThreads() throws IOException {
        for (int i = 0; i < 30; i++) {
            Tunes.write(folder, "tune" + i + ".mid", Tunes.melody(i, 8));
            Files.write(folder.resolve("broken" + i + ".mid"), new byte[i]);
        }

        Corpus one = new CorpusReader(OPTIONS).threads(1).read(folder);
        Corpus many = new CorpusReader(OPTIONS).threads(7).read(folder);

        assertThat(many.pieces()).isEqualTo(one.pieces());
        assertThat(many.report()).isEqualTo(one.report());
        assertThat(many.fingerprint()).isEqualTo(one.fingerprint());
    }

    @Test
    void read_tellsProgressOfEveryFile() throws IOException {
        for (int i = 0; i < 10; i++) {
            Tunes.write(folder, "tune" + i + ".mid", Tunes.melody(i, 8));
        }
        List<Integer> done = new ArrayList<>();
        List<String> names = new ArrayList<>();

        new CorpusReader(OPTIONS)
                .threads(3)
                .progress((count, total, name) -> {
                    assertThat(total).isEqualTo(10);
                    done.add(count);
                    names.add(name);
                })
                .read(folder);

        assertThat(done).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(names).doesNotHaveDuplicates().hasSize(10);
    }

    @Test
    void read_whenTheCallersProgressFails_failsWithThat() throws IOException {
        Tunes.write(folder, "tune.mid", TUNE);

        assertThatThrownBy(() -> new CorpusReader(OPTIONS)
                        .progress((done, total, name) -> {
                            throw new IllegalStateException("the terminal is gone");
                        })
                        .read(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the terminal is gone");
    }

    @Test
    void read_whenInterrupted_stops() throws IOException {
        Tunes.write(folder, "tune.mid", TUNE);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Corpus.read(folder, OPTIONS)).hasMessageContaining("interrupted");

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void read_ofBrokenFiles_rejectsThemWithAReason_andKeepsTheRest() throws IOException {
        byte[] midi = Files.readAllBytes(Tunes.write(folder, "good.mid", TUNE));
        Files.write(folder.resolve("cut.mid"), Arrays.copyOf(midi, midi.length - 3));
        Files.write(folder.resolve("empty.mid"), new byte[0]);
        Files.write(folder.resolve("no.zip"), midi);
        Files.writeString(folder.resolve("no.xml"), "<html/>");
        Files.writeString(folder.resolve("no.mxl"), "text");
        Files.writeString(folder.resolve("no.abc"), "nothing here");
        Files.writeString(folder.resolve("notes.txt"), "text");
        Files.write(folder.resolve("._good.mid"), new byte[10]);

        Corpus corpus = Corpus.read(folder, OPTIONS);

        assertThat(corpus.pieces()).extracting(Piece::name).containsExactly("cut.mid", "good.mid");
        assertThat(report(corpus, "good.mid").verdict()).isEqualTo(Verdict.KEPT);
        assertThat(report(corpus, "cut.mid"))
                .satisfies(file -> assertThat(file.verdict()).isEqualTo(Verdict.REPAIRED))
                .satisfies(file ->
                        assertThat(file.reason()).contains("mended-file 1").contains("track"));
        assertThat(corpus.report().files())
                .filteredOn(file -> file.verdict() == Verdict.REJECTED)
                .allSatisfy(file -> assertThat(file.reason()).isNotBlank())
                .extracting(FileReport::name)
                .containsExactly("empty.mid", "no.abc", "no.mxl", "no.xml", "no.zip");
        assertThat(corpus.report().otherFiles()).isEqualTo(1);
    }

    @Test
    @Timeout(20)
    void read_ofAFileThatIsTooLarge_rejectsItWithoutReadingIt() throws IOException {
        Tunes.write(folder, "good.mid", TUNE);
        try (RandomAccessFile large =
                new RandomAccessFile(folder.resolve("large.mid").toFile(), "rw")) {
            large.setLength(100_000_000);
        }

        Corpus corpus = Corpus.read(folder, OPTIONS);

        assertThat(report(corpus, "large.mid").reason())
                .contains("33554432 bytes at most")
                .contains("100000000");
    }

    @Test
    void read_ofAnArchivedFileThatInflatesTooFar_rejectsIt() throws IOException {
        byte[] midi = Files.readAllBytes(Tunes.write(folder.resolve("source"), "a.mid", TUNE));
        Path archive = folder.resolve("bomb.zip");
        zip(archive, "a.mid", midi, "bomb.mid", new byte[midi.length + 1]);

        Corpus corpus = Corpus.read(
                archive, OPTIONS.toBuilder().maxFileBytes(midi.length).build());

        assertThat(corpus.pieces()).extracting(Piece::name).containsExactly("bomb.zip!/a.mid");
        assertThat(report(corpus, "bomb.zip!/bomb.mid").reason()).contains("at most");
    }

    @Test
    void read_whenMemoryRunsOutForAFile_triesItOnceMoreAlone() throws IOException {
        byte[] midi = Files.readAllBytes(Tunes.write(folder, "a.mid", TUNE));
        AtomicInteger tries = new AtomicInteger();
        Source victim = new Source("victim.mid", MusicFormat.MIDI, -1, 0, () -> {
            if (tries.getAndIncrement() == 0) {
                throw new OutOfMemoryError("for the test");
            }
            return new ByteArrayInputStream(midi);
        });
        Source monster = new Source("monster.mid", MusicFormat.MIDI, -1, 0, () -> {
            throw new OutOfMemoryError("for the test");
        });

        List<FileReading> readings =
                new ParallelReading(OPTIONS, 2, (done, total, name) -> {}).read(List.of(victim, monster));

        assertThat(readings.get(0).report().verdict()).isEqualTo(Verdict.KEPT);
        assertThat(readings.get(1).report().reason()).contains("more memory than there is");
    }

    @Test
    void read_ofAFileThatBringsOutAFault_rejectsIt() {
        Source strange = new Source("strange.mid", MusicFormat.MIDI, 1, 0, () -> {
            throw new ArithmeticException("divided by zero");
        });

        assertThat(FileReading.of(strange, OPTIONS).report().reason()).contains("divided by zero");
    }

    @Test
    void read_followsLinks_butNotInCircles() throws IOException {
        Path inner = folder.resolve("inner");
        Tunes.write(inner, "a.mid", TUNE);
        Files.createSymbolicLink(inner.resolve("circle"), folder);
        Files.createSymbolicLink(folder.resolve("gone.mid"), folder.resolve("nowhere"));

        Corpus corpus = Corpus.read(folder, OPTIONS);

        assertThat(corpus.pieces()).extracting(Piece::name).containsExactly("inner/a.mid");
        assertThat(report(corpus, "inner/circle").reason()).contains("leads back to a folder above it");
        assertThat(report(corpus, "gone.mid").reason()).contains("leads nowhere");
    }

    @Test
    void read_ofSeveralFolders_namesThem() throws IOException {
        Tunes.write(folder.resolve("one"), "a.mid", Tunes.melody(1, 8));
        Tunes.write(folder.resolve("two"), "a.mid", Tunes.melody(2, 8));

        assertThat(new CorpusReader(OPTIONS)
                        .read(folder.resolve("two"), folder.resolve("one"))
                        .pieces())
                .extracting(Piece::name)
                .containsExactly("one/a.mid", "two/a.mid");
    }

    @Test
    void read_ofAMissingFolder_namesIt() {
        assertThatThrownBy(() -> Corpus.read(folder.resolve("nowhere"), OPTIONS))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("no such folder");
    }

    @Test
    void read_ofAFolderWithoutMusic_saysWhatMusicIs() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "text");
        Files.writeString(folder.resolve("no.zip"), "text");

        assertThatThrownBy(() -> Corpus.read(folder, OPTIONS))
                .isInstanceOf(UnusableCorpusException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(".mid")
                .hasMessageContaining(".abc")
                .hasMessageContaining("no.zip");
    }

    @Test
    void read_ofAFolderWithNothingUsable_saysWhy_andHasTheReport() throws IOException {
        Tunes.write(folder, "short.mid", Tunes.melody(1, 2));

        assertThatThrownBy(() -> Corpus.read(folder, OPTIONS))
                .isInstanceOfSatisfying(
                        UnusableCorpusException.class,
                        e -> assertThat(e.report())
                                .hasValueSatisfying(report -> assertThat(report.count(Verdict.REJECTED))
                                        .isEqualTo(1)))
                .hasMessageContaining("none of 1 file ")
                .hasMessageContaining("gives a melody (too few bars: once)")
                .hasMessageContaining("short.mid")
                .hasMessageContaining("7 bars");
    }

    @Test
    void split_ofOneUsableFile_saysThatItTakesMore_unlessAllIsForTraining() throws IOException {
        Tunes.write(folder, "only.mid", TUNE);
        Corpus corpus = Corpus.read(folder, OPTIONS);

        assertThatThrownBy(() -> corpus.split(SplitFractions.usual()))
                .isInstanceOf(UnusableCorpusException.class)
                .hasMessageContaining("3 sides")
                .hasMessageEndingWith("had 1 (of 1 in all); add music");
        assertThat(corpus.split(new SplitFractions(0, 0, 0)).training()).hasSize(1);
    }

    @Test
    void report_isJsonAndATable() throws IOException {
        Tunes.write(folder, "good.mid", TUNE);
        Tunes.write(folder, "short\u001b[2J.mid", Tunes.melody(1, 2));

        CorpusReport report = Corpus.read(folder, OPTIONS).report();

        assertThat(JsonWriter.toText(report.toJson()))
                .contains("\"files\":2")
                .contains("\"min-bars\":{\"times\":1,\"steps\":0,\"files\":1}")
                .contains("{\"file\":\"good.mid\",\"verdict\":\"kept\",\"melodies\":1,\"steps\":128");
        assertThat(report.toTable())
                .contains("2 files: 1 kept, 0 repaired, 1 rejected")
                .contains("kept             1  good.mid\n")
                .doesNotContain("\u001b")
                .contains("7 bars (112 steps) at least");
    }

    private static FileReport report(Corpus corpus, String name) {
        return corpus.report().files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        name + " is not among " + corpus.report().toTable()));
    }

    private static void zip(Path archive, Object... namesAndBytes) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive), StandardCharsets.UTF_8)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
                zip.closeEntry();
            }
        }
    }
}
