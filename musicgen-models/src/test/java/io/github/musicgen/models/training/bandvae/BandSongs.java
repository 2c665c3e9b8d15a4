package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bandvae.BandRolls;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.PatchSize;
import io.github.musicgen.api.testing.TinyBands;
import io.github.musicgen.models.corpus.band.BandCorpus;
import io.github.musicgen.models.corpus.band.BandPiece;
import io.github.musicgen.models.corpus.band.BandSplit;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.ArrayList;
import java.util.List;

/** Songs of which everything is known: the bass plays the piano's note an octave lower, and segments come again every second time. */
public final class BandSongs {
    private static final List<PatchSize> PATCHES =
            List.of(new PatchSize(8, 4, 4), new PatchSize(12, 2, 3), new PatchSize(16, 2, 1));

    /** A bar of sixteenths, and twelve pitches for each. */
    public static final BandVaeConfiguration TINY = new BandVaeConfiguration(
            "tiny",
            4,
            16,
            List.of(
                    new BandInstrument("piano", 0, false, 60, 12, PATCHES),
                    new BandInstrument("bass", 32, false, 48, 12, PATCHES)),
            4,
            List.of(16),
            List.of(16),
            true,
            List.of(1, 2),
            false,
            0.4);

    /** Piano, bass and drums in C; the bass has the lower octave of the piano, and another below. */
    public static final BandVaeConfiguration IN_C = TinyBands.TINY_IN_C.withInstruments(List.of(
            TinyBands.TINY_IN_C.instruments().get(0),
            new BandInstrument(
                    "bass",
                    32,
                    false,
                    36,
                    24,
                    TinyBands.TINY_IN_C.instruments().get(1).patches()),
            TinyBands.TINY_IN_C.instruments().get(2)));

    private BandSongs() {}

    /** A song of so many bars of four quarters of one pitch each. */
    public static NoteSequence song(int bars, int first) {
        Part.Builder piano = Part.builder("piano");
        Part.Builder bass = Part.builder("bass").program(33);
        for (int bar = 0; bar < bars; bar++) {
            int pitch = 60 + (first + 5 * (bar % 2) + bar / 4 * 3) % 12;
            for (int quarter = 0; quarter < 4; quarter++) {
                long start = 4L * (4 * bar + quarter);
                piano.note(pitch, 90, start, start + 3);
                bass.note(pitch - 12, 70, start, start + 4);
            }
        }
        return NoteSequence.builder(4).part(piano.build()).part(bass.build()).build();
    }

    /** So many songs, all different. */
    public static List<BandPiece> pieces(int count, int from) {
        List<BandPiece> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BandRolls rolls = BandRolls.of(song(12, from + i), TINY);
            pieces.add(BandCorpus.piece("song " + (from + i), rolls, TINY));
        }
        return pieces;
    }

    /** Some to learn, one to watch, one to judge on. */
    public static BandSplit split() {
        return new BandSplit(pieces(6, 0), pieces(2, 6), pieces(2, 8));
    }
}
