package io.github.musicgen.examples.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.models.export.MagentaJsExporter;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every recipe, and listens to what it wrote. */
class RecipesTest {
    private static final Path SOURCES = Path.of("src/main/java/io/github/musicgen/examples/recipes");
    private static final Pattern NATS = Pattern.compile("(-?[0-9.]+) nats");
    private static final long PRIMER_END = Kitchen.primer().endTick();

    @TempDir
    private Path folder;

    private interface Recipe {
        void cook(String[] arguments) throws IOException;
    }

    /** What a recipe prints; every tune that it wrote is music. */
    private String cooked(Recipe recipe, Object... more) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            recipe.cook(Stream.concat(Stream.of(folder), Stream.of(more))
                    .map(Object::toString)
                    .toArray(String[]::new));
        } finally {
            System.setOut(before);
        }
        assertThat(written(".mid")).isNotEmpty().allSatisfy(Music::check);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private List<Path> written(String extension) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyRecipe_hasATest() throws Exception {
        try (Stream<Path> sources = Files.list(SOURCES)) {
            List<String> recipes = sources.filter(RecipesTest::hasMain)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
            String tests = Files.readString(
                    Path.of("src/test/java", RecipesTest.class.getName().replace('.', '/') + ".java"));
            assertThat(recipes)
                    .hasSize(11)
                    .allSatisfy(recipe -> assertThat(tests).contains(recipe + "::main"));
        }
    }

    private static boolean hasMain(Path source) {
        try {
            return Files.readString(source).contains("public static void main(");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void wishes_areKept_andContradictionsNamed() throws Exception {
        String told = cooked(Wishes::main);

        Scale scale = Scale.parse("G minor pentatonic");
        assertThat(Music.read(folder.resolve("wishes.mid")).notes().filter(note -> note.startTick() >= PRIMER_END))
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(note -> {
                    assertThat(scale.contains(note.pitch())).isTrue();
                    assertThat(note.pitch()).isBetween(62, 79);
                })
                .last()
                .satisfies(note -> assertThat(note.pitch() % 12).isEqualTo(7));
        assertThat(told).contains("key G minor pentatonic").contains("refused:").contains("C#4");
    }

    @Test
    void streaming_makesNoMoreThanIsAskedFor() throws Exception {
        String told = cooked(Streaming::main);

        assertThat(told.lines().filter(line -> line.contains("surprise"))).hasSize(8);
        assertThat(Music.read(folder.resolve("streamed.mid")).notes().filter(note -> note.startTick() >= PRIMER_END))
                .hasSize(20);
    }

    @Test
    void aBand_playsSeveralParts_andToAMelody() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            cook(BandSong::main);
        } finally {
            System.setOut(before);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("song.mid: 60 seconds, 5 parts");
        assertThat(Music.read(folder.resolve("song.mid")).parts())
                .filteredOn(part -> !part.notes().isEmpty())
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(Music.read(folder.resolve("longer.mid")).seconds()).isGreaterThan(80);
        assertThat(Music.read(folder.resolve("accompanied.mid")).notes().count())
                .isGreaterThan(Kitchen.primer().notes().count());
    }

    private void cook(Recipe recipe) throws IOException {
        recipe.cook(new String[] {folder.toString()});
    }

    @Test
    void seeds_areSongs_andAFileIsMadeAgain() throws Exception {
        String told = cooked(SeedsAndReplay::main);

        assertThat(told).contains("the same notes: true").contains("\"seed\":2");
        assertThat(written(".mid")).hasSize(3);
        assertThat(written(".mid").stream().map(Music::read).distinct()).hasSize(3);
    }

    @Test
    void explanations_areDrawn_andAddUp() throws Exception {
        String told = cooked(Explanations::main);

        assertThat(folder.resolve("explained.svg")).content().contains("<svg", "</svg>");
        assertThat(told.lines().filter(line -> line.contains("<- drawn"))).hasSize(1);
    }

    @Test
    void choosing_findsLikelierMusicThanASingleDraw() throws Exception {
        String told = cooked(Choosing::main);

        assertThat(nats(told, "best-of-16")).isGreaterThan(nats(told, "drawn"));
        assertThat(nats(told, "beam")).isGreaterThan(nats(told, "drawn"));
        assertThat(nats(told, "best-in-time")).isGreaterThanOrEqualTo(nats(told, "drawn"));
    }

    private static double nats(String told, String name) {
        return told.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(RecipesTest::nats)
                .findFirst()
                .orElseThrow();
    }

    private static double nats(String line) {
        Matcher number = NATS.matcher(line);
        assertThat(number.find()).as(line).isTrue();
        return Double.parseDouble(number.group(1));
    }

    @Test
    void callAndResponse_answersTwice_fromTheSamePlace() throws Exception {
        String told = cooked(CallAndResponse::main);

        assertThat(told.lines().filter(line -> line.contains("comes next"))).hasSize(3);
        assertThat(Music.read(folder.resolve("calm.mid"))).isNotEqualTo(Music.read(folder.resolve("daring.mid")));
    }

    @Test
    void batch_continuesTwelveTunes_eachInItsKey() throws Exception {
        cooked(Batch::main);

        List<Path> files = written(".mid");
        assertThat(files).hasSize(12);
        for (int i = 0; i < 12; i++) {
            int tonic = Math.floorMod(67 + i - 6, 12);
            assertThat(Music.read(files.get(i)).notes().sorted().toList())
                    .last()
                    .satisfies(note -> assertThat(note.pitch() % 12).isEqualTo(tonic));
        }
    }

    @Test
    void blending_leadsFromTheTune_andGetsDenser() throws Exception {
        cooked(Blending::main);

        assertThat(written(".mid")).hasSize(3);
        assertThat(Music.read(folder.resolve("blend.mid")).endTick()).isGreaterThan(7 * PRIMER_END);
        NoteSequence denser = Music.read(folder.resolve("denser.mid"));
        assertThat(notesFrom(denser, 3)).isGreaterThan(notesFrom(denser, 0));
    }

    private static long notesFrom(NoteSequence music, int melody) {
        long length = 8L * music.ticksPerQuarter();
        return music.notes().filter(note -> note.startTick() / length == melody).count();
    }

    /** What the one trains is what the other imports, from the format of Magenta.js. */
    @Test
    void ownModel_learns_andMagentaImport_takesItOverFromMagentaJs() throws Exception {
        String trained = cooked(OwnModel::main);

        double[] nats = trained.lines()
                .filter(line -> line.startsWith("epoch"))
                .mapToDouble(RecipesTest::nats)
                .toArray();
        assertThat(nats).hasSize(10);
        assertThat(Arrays.stream(nats).min().orElseThrow()).isLessThan(0.8 * nats[0]);
        Bundle own = Bundle.read(folder.resolve("own.safetensors"));
        assertThat(own.card().id()).isEqualTo("arpeggios");

        Path magentaJs = folder.resolve("magentajs");
        MagentaJsExporter.write(own, magentaJs);
        String imported = cooked(MagentaImport::main, magentaJs);

        assertThat(imported).contains("Magenta.js");
        Generator generator = Generator.load(folder.resolve("imported.safetensors"));
        assertThat(generator.continueMelody(Kitchen.primer(), 32, 0))
                .isEqualTo(Generator.of(own).continueMelody(Kitchen.primer(), 32, 0));
    }

    @Test
    void missingArguments_areNamed() {
        List<Recipe> all = List.of(Wishes::main, Streaming::main, Batch::main);
        assertThat(all)
                .allSatisfy(recipe -> assertThatThrownBy(() -> recipe.cook(new String[0]))
                        .hasMessage("the first argument must be the folder to write to, but arguments were []"));
        assertThatThrownBy(() -> MagentaImport.main(new String[] {"out"}))
                .hasMessage("arguments must be a folder to write to and a model of Magenta, but were [out]");
    }
}
