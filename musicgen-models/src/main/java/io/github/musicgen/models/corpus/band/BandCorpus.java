package io.github.musicgen.models.corpus.band;

import io.github.musicgen.api.bandvae.BandRolls;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.PlayedKey;
import io.github.musicgen.models.corpus.division.Digests;
import io.github.musicgen.models.corpus.division.Side;
import io.github.musicgen.models.corpus.division.SplitFractions;
import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import io.github.musicgen.models.corpus.source.FoundPiece;
import io.github.musicgen.models.corpus.source.PieceFolders;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pieces for several instruments, from folders of music. Immutable.
 *
 * <pre>{@code
 * BandCorpus corpus = BandCorpus.read(BandVaeConfiguration.band(), Path.of("songs"));
 * BandSplit sides = corpus.split(SplitFractions.usual());
 * }</pre>
 *
 * <p>Of every file stands in {@link #files} what became of it: music that is not in 4/4 from beginning to end, shorter than two segments,
 * silent, broken beyond repair, or there already, is left out.
 */
public final class BandCorpus {
    private static final int LEAST_SEGMENTS = 2;
    private static final int SALTS = 1000;

    private final BandVaeConfiguration configuration;
    private final List<BandPiece> pieces;
    private final List<BandFile> files;

    private BandCorpus(BandVaeConfiguration configuration, List<BandPiece> pieces, List<BandFile> files) {
        this.configuration = configuration;
        this.pieces = List.copyOf(pieces);
        this.files = List.copyOf(files);
    }

    /**
     * Reads all music below folders, and in archives.
     *
     * @param configuration whose grid and instruments
     * @param folders folders, archives or music files
     * @return the corpus, with one piece at least
     * @throws java.nio.file.NoSuchFileException if one of them is missing
     * @throws UnusableCorpusException if no file gives a piece
     * @throws IOException if one cannot be read
     */
    public static BandCorpus read(BandVaeConfiguration configuration, Path... folders) throws IOException {
        List<FoundPiece<BandPiece>> found = new PieceFolders<>(
                        "piece for a band", (name, music) -> piece(name, music, configuration), BandPiece::mark)
                .read(folders);
        return new BandCorpus(
                configuration,
                PieceFolders.pieces(found),
                found.stream()
                        .map(file -> new BandFile(
                                file.name(),
                                file.verdict(),
                                file.reason(),
                                file.piece()
                                        .map(piece -> piece.rolls().segments())
                                        .orElse(0)))
                        .toList());
    }

    private static BandPiece piece(String name, NoteSequence music, BandVaeConfiguration configuration) {
        BandRolls rolls = BandRolls.of(music, configuration);
        if (rolls.segments() < LEAST_SEGMENTS || rolls.isSilent()) {
            throw new IllegalArgumentException("it has " + rolls.segments() + " whole segments of "
                    + configuration.steps() + " steps, but must have " + LEAST_SEGMENTS + " or more, and a note");
        }
        return piece(name, rolls, configuration);
    }

    /**
     * A corpus of pieces that are there.
     *
     * @param configuration that they were read with
     * @param pieces at least one
     * @return the corpus, without files
     */
    public static BandCorpus of(BandVaeConfiguration configuration, List<BandPiece> pieces) {
        return new BandCorpus(configuration, pieces, List.of());
    }

    /**
     * A piece of rolls that are there, moved to where the band is at home.
     *
     * @param name what it is called
     * @param rolls what its instruments play
     * @param configuration that they were read with
     * @return the piece
     */
    public static BandPiece piece(String name, BandRolls rolls, BandVaeConfiguration configuration) {
        MessageDigest digest = Digests.sha256();
        for (int segment = 0; segment < rolls.segments(); segment++) {
            for (int i = 0; i < configuration.instruments().size(); i++) {
                digest.update(rolls.segment(i, segment).states());
            }
        }
        BandRolls home =
                rolls.transposed(PlayedKey.heardIn(rolls, configuration).toHome());
        return new BandPiece(name, home, HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * What it was read with.
     *
     * @return the configuration
     */
    public BandVaeConfiguration configuration() {
        return configuration;
    }

    /**
     * All pieces, in the order of their names.
     *
     * @return at least one
     */
    public List<BandPiece> pieces() {
        return pieces;
    }

    /**
     * What became of each file.
     *
     * @return in the order of their names
     */
    public List<BandFile> files() {
        return files;
    }

    /**
     * Tells this music from any other.
     *
     * @return 64 hexadecimal digits
     */
    public String fingerprint() {
        MessageDigest digest = Digests.sha256();
        pieces.stream()
                .map(BandPiece::mark)
                .sorted()
                .forEach(mark -> digest.update(HexFormat.of().parseHex(mark)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Divides pieces by a hash of what is in them. Pieces that share several segments stay together. Of a thousand divisions, others for each
     * salt, the first is taken in which every instrument plays in two pieces or more of each side, if there is one: a side without piano says
     * nothing of pianos.
     *
     * @param fractions how much goes to which side
     * @return the sides
     * @throws UnusableCorpusException if a side that shall have some would have none
     */
    public BandSplit split(SplitFractions fractions) throws UnusableCorpusException {
        Map<String, List<BandPiece>> families = BandRelatives.families(pieces, configuration);
        Optional<BandSplit> whole = Optional.empty();
        for (int salt = 0; salt < SALTS; salt++) {
            SplitFractions salted = fractions.withSalt(SALTS * fractions.salt() + salt);
            BandSplit split = split(families, salted);
            if (isWhole(split, salted, 2)) {
                return split;
            }
            whole = whole.isEmpty() && isWhole(split, salted, 0) ? Optional.of(split) : whole;
        }
        return whole.orElseThrow(() -> fractions.tooFew(families.size(), pieces.size()));
    }

    private static BandSplit split(Map<String, List<BandPiece>> families, SplitFractions fractions) {
        Map<Side, List<BandPiece>> sides = new EnumMap<>(Side.class);
        families.forEach((mark, family) -> sides.computeIfAbsent(fractions.sideOf(mark), side -> new ArrayList<>())
                .addAll(family));
        return new BandSplit(pieces(sides, Side.TRAINING), pieces(sides, Side.VALIDATION), pieces(sides, Side.TEST));
    }

    private static List<BandPiece> pieces(Map<Side, List<BandPiece>> sides, Side side) {
        return sides.getOrDefault(side, List.of()).stream()
                .sorted(Comparator.comparing(BandPiece::name))
                .toList();
    }

    /** Whether each side that shall have pieces has some, and each instrument plays in so many of each. */
    private boolean isWhole(BandSplit split, SplitFractions fractions, int playing) {
        return isWhole(split.training(), true, playing)
                && isWhole(split.validation(), fractions.isWanted(Side.VALIDATION), playing)
                && isWhole(split.test(), fractions.isWanted(Side.TEST), playing);
    }

    private boolean isWhole(List<BandPiece> side, boolean wanted, int playing) {
        if (!wanted || side.isEmpty()) {
            return !wanted;
        }
        for (int i = 0; i < configuration.instruments().size(); i++) {
            int instrument = i;
            if (side.stream().filter(piece -> piece.plays(instrument)).count() < playing) {
                return false;
            }
        }
        return true;
    }
}
