package io.github.musicgen.models.corpus.drums;

import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.models.corpus.division.SplitFractions;
import io.github.musicgen.models.corpus.division.Splitting;
import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import io.github.musicgen.models.corpus.source.FoundPiece;
import io.github.musicgen.models.corpus.source.PieceFolders;
import io.github.musicgen.representation.melody.BarWindows;
import io.github.musicgen.representation.melody.DrumExtractor;
import io.github.musicgen.representation.melody.DrumPattern;
import io.github.musicgen.representation.melody.Stretch;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.time.Grid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Drums of pieces, from folders of music, as a space of drums learns them: cut into stretches of as many bars as it knows. Immutable.
 *
 * <pre>{@code
 * DrumCorpus corpus = DrumCorpus.read(MelodyVaeConfiguration.smallDrums(), Path.of("beats"));
 * DrumSplit sides = corpus.split(SplitFractions.usual());
 * }</pre>
 *
 * <p>Of every file stands in {@link #files} what became of it: music without drums, shorter than a stretch or in other bars than those
 * of 4/4, broken beyond repair, or there already, is left out. Drums that people played lie between the steps of the grid, and are moved
 * to the nearest ones; how hard they were struck is not kept.
 */
public final class DrumCorpus {
    private final List<DrumPiece> pieces;
    private final List<DrumFile> files;

    private DrumCorpus(List<DrumPiece> pieces, List<DrumFile> files) {
        this.pieces = List.copyOf(pieces);
        this.files = List.copyOf(files);
    }

    /**
     * Reads the drums of all music below folders, and in archives.
     *
     * @param configuration whose grid, and how many bars
     * @param folders folders, archives or music files
     * @return the corpus, with one piece at least
     * @throws java.nio.file.NoSuchFileException if one of them is missing
     * @throws UnusableCorpusException if no file gives a stretch
     * @throws IOException if one cannot be read
     */
    public static DrumCorpus read(MelodyVaeConfiguration configuration, Path... folders) throws IOException {
        List<FoundPiece<DrumPiece>> found = new PieceFolders<>(
                        "piece with drums", (name, music) -> piece(name, music, configuration), DrumPiece::mark)
                .read(folders);
        return new DrumCorpus(
                PieceFolders.pieces(found),
                found.stream()
                        .map(file -> new DrumFile(
                                file.name(),
                                file.verdict(),
                                file.reason(),
                                file.piece()
                                        .map(piece -> piece.stretches().size())
                                        .orElse(0)))
                        .toList());
    }

    private static DrumPiece piece(String name, NoteSequence music, MelodyVaeConfiguration configuration) {
        Grid grid = Grid.perQuarter(configuration.stepsPerQuarter());
        List<DrumPattern> stretches = DrumExtractor.extract(music.quantize(grid)).stream()
                .filter(drums -> drums.stepsPerBar() == configuration.stepsPerBar())
                .flatMap(drums -> BarWindows.fromStart(drums, configuration.bars()).stream())
                .filter(Stretch::hasNote)
                .map(stretch -> stretch.withStartStep(0))
                .distinct()
                .toList();
        if (stretches.isEmpty()) {
            throw new IllegalArgumentException("it must have drums in " + configuration.bars()
                    + " bars of 4/4 that follow each other, but had none");
        }
        return new DrumPiece(name, stretches);
    }

    /**
     * A corpus of pieces that are there.
     *
     * @param pieces at least one
     * @return the corpus, without files
     */
    public static DrumCorpus of(List<DrumPiece> pieces) {
        return new DrumCorpus(pieces, List.of());
    }

    /**
     * All pieces, in the order of their names.
     *
     * @return at least one
     */
    public List<DrumPiece> pieces() {
        return pieces;
    }

    /**
     * What became of each file.
     *
     * @return in the order of their names
     */
    public List<DrumFile> files() {
        return files;
    }

    /**
     * Tells these drums from any others.
     *
     * @return SHA-256 over all stretches in their order, in 64 hexadecimal digits
     */
    public String fingerprint() {
        return fingerprint(DrumSplit.stretches(pieces));
    }

    /**
     * Tells stretches from any others.
     *
     * @param stretches the stretches
     * @return SHA-256 over all of them in their order, in 64 hexadecimal digits
     */
    public static String fingerprint(List<DrumPattern> stretches) {
        return DrumPiece.mark(stretches);
    }

    /**
     * Divides pieces by a hash of what is in them. Pieces that share a stretch stay together: people hardly ever play one twice, so that
     * who has it from another piece has more of it, and a model is judged on no stretch that it has learned.
     *
     * @param fractions how much goes to which side
     * @return the sides
     * @throws UnusableCorpusException if there are fewer different pieces than sides
     */
    public DrumSplit split(SplitFractions fractions) throws UnusableCorpusException {
        return Splitting.of(pieces, DrumPiece::marks, fractions)
                .sides(Comparator.comparing(DrumPiece::name), DrumSplit::new);
    }
}
