package io.github.musicgen.models.corpus.band;

import io.github.musicgen.api.bandvae.BandCells;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.models.corpus.division.Unions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Pieces that share music: what a model learned of one says too much of the other. */
final class BandRelatives {
    /** So many different segments of instruments with pitch make two pieces relatives. */
    private static final int SHARED = 4;

    /** Segments with fewer notes are alike by chance. */
    private static final int NOTES = 8;

    private final List<BandPiece> pieces;
    private final Unions unions;

    private BandRelatives(List<BandPiece> pieces) {
        this.pieces = pieces;
        this.unions = new Unions(pieces.size());
    }

    /** Families by the mark of the piece that stands for them, in the order of marks. */
    static Map<String, List<BandPiece>> families(List<BandPiece> pieces, BandVaeConfiguration configuration) {
        BandRelatives relatives = new BandRelatives(pieces);
        relatives.join(configuration);
        Map<Integer, List<BandPiece>> byHead = new TreeMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            byHead.computeIfAbsent(relatives.unions.root(i), unseen -> new ArrayList<>())
                    .add(pieces.get(i));
        }
        Map<String, List<BandPiece>> families = new TreeMap<>();
        byHead.forEach(
                (head, family) -> families.computeIfAbsent(pieces.get(head).mark(), unseen -> new ArrayList<>())
                        .addAll(family));
        return families;
    }

    private void join(BandVaeConfiguration configuration) {
        Map<BandCells, Set<Integer>> owners = new HashMap<>();
        for (int piece = 0; piece < pieces.size(); piece++) {
            for (int instrument = 0; instrument < configuration.instruments().size(); instrument++) {
                if (!configuration.instruments().get(instrument).drums()) {
                    addSegments(piece, instrument, owners);
                }
            }
        }
        Map<Long, Integer> shared = new TreeMap<>();
        for (Set<Integer> together : owners.values()) {
            for (int a : together) {
                for (int b : together) {
                    if (a < b) {
                        shared.merge((long) a * pieces.size() + b, 1, Integer::sum);
                    }
                }
            }
        }
        shared.forEach((pair, count) -> {
            if (count >= SHARED) {
                unions.join((int) (pair % pieces.size()), (int) (pair / pieces.size()));
            }
        });
    }

    private void addSegments(int piece, int instrument, Map<BandCells, Set<Integer>> owners) {
        for (int i = 0; i < pieces.get(piece).rolls().segments(); i++) {
            BandCells cells = pieces.get(piece).rolls().segment(instrument, i);
            if (notes(cells) >= NOTES) {
                owners.computeIfAbsent(cells, unseen -> new HashSet<>()).add(piece);
            }
        }
    }

    private static int notes(BandCells cells) {
        int notes = 0;
        for (int i = 0; i < cells.size(); i++) {
            notes += cells.at(i) == BandCells.STRUCK ? 1 : 0;
        }
        return notes;
    }
}
