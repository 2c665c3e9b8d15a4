package io.github.musicgen.api.bandvae;

import io.github.musicgen.representation.pianoroll.Ensemble;
import io.github.musicgen.representation.pianoroll.InstrumentGroup;
import io.github.musicgen.representation.sequence.DrumMap;
import io.github.musicgen.representation.sequence.GeneralMidi;
import io.github.musicgen.representation.sequence.Pitch;
import io.github.musicgen.representation.sequence.QuantizedPart;
import java.util.List;
import java.util.OptionalInt;

/**
 * One instrument of a band, and the sizes of its autoencoder.
 *
 * @param name one of the groups of {@link Ensemble#BAND}, such as {@code bass}, whose parts it takes in music
 * @param program the General MIDI program that plays it, 0 for drums
 * @param drums whether it is the drums
 * @param lowest the pitch of its first column; {@link #DRUM_CLASSES} if columns are the nine classes of {@link DrumMap#NINE}
 * @param columns how many pitches, or classes, its rolls have
 * @param patches the layers of its encoder, whose last patch is all that is left; the decoder has them the other way round
 */
public record BandInstrument(
        String name, int program, boolean drums, int lowest, int columns, List<PatchSize> patches) {
    /** In place of a lowest pitch, for columns that are classes of drums. */
    public static final int DRUM_CLASSES = -1;

    /** The most numbers that a layer may have at each patch. */
    public static final int MAX_FILTERS = 4096;

    /** The most layers. */
    public static final int MAX_PATCH_LAYERS = 8;

    /** Checks the bounds; copies the list. */
    public BandInstrument {
        patches = List.copyOf(patches);
        requireGroup(name);
        if (program < 0 || program >= GeneralMidi.PROGRAMS) {
            throw new IllegalArgumentException(
                    "program of the " + name + " must be 0.." + (GeneralMidi.PROGRAMS - 1) + ", but was " + program);
        }
        requireColumns(name, drums, lowest, columns);
        if (patches.isEmpty() || patches.size() > MAX_PATCH_LAYERS) {
            throw new IllegalArgumentException(
                    "layers of the " + name + " must be 1.." + MAX_PATCH_LAYERS + ", but were " + patches.size());
        }
        for (PatchSize patch : patches) {
            if (patch.filters() < 1 || patch.filters() > MAX_FILTERS) {
                throw new IllegalArgumentException(
                        "filters of the " + name + " must be 1.." + MAX_FILTERS + ", but were " + patch.filters());
            }
        }
    }

    private static void requireGroup(String name) {
        List<String> groups =
                Ensemble.BAND.groups().stream().map(InstrumentGroup::name).toList();
        if (!groups.contains(name)) {
            throw new IllegalArgumentException("an instrument of a band must be one of " + String.join(", ", groups)
                    + ", but was \"" + name + "\"");
        }
    }

    private static void requireColumns(String name, boolean drums, int lowest, int columns) {
        if (lowest == DRUM_CLASSES) {
            if (!drums || columns != DrumMap.NINE.size()) {
                throw new IllegalArgumentException("classes of drums must be the " + DrumMap.NINE.size()
                        + " of the drums, but were " + columns + " of the " + name);
            }
        } else if (lowest < Pitch.MIN || columns < 1 || lowest + columns - 1L > Pitch.MAX) {
            throw new IllegalArgumentException("pitches of the " + name + " must lie within " + Pitch.MIN + ".."
                    + Pitch.MAX + ", but were " + columns + " from " + lowest + " on");
        }
    }

    /**
     * Whether a part of music is this instrument's.
     *
     * @param part the part
     * @return whether its program belongs to the group of this name
     */
    public boolean plays(QuantizedPart part) {
        OptionalInt group = Ensemble.BAND.indexOf(part.program(), part.drums());
        return group.isPresent()
                && Ensemble.BAND.groups().get(group.getAsInt()).name().equals(name);
    }

    /**
     * The column of a pitch.
     *
     * @param pitch 0 to 127
     * @return its column, or empty if the instrument has none for it
     */
    public OptionalInt column(int pitch) {
        if (lowest == DRUM_CLASSES) {
            return DrumMap.NINE.classOf(pitch);
        }
        int column = pitch - lowest;
        return column >= 0 && column < columns ? OptionalInt.of(column) : OptionalInt.empty();
    }

    /**
     * The pitch of a column.
     *
     * @param column 0 or more
     * @return the pitch that is played
     */
    public int pitch(int column) {
        return lowest == DRUM_CLASSES ? DrumMap.NINE.pitchOf(column) : lowest + column;
    }
}
