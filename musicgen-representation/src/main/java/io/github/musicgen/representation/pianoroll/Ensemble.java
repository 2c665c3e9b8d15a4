package io.github.musicgen.representation.pianoroll;

import io.github.musicgen.representation.sequence.GeneralMidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The instrument groups that a multitrack roll is made of, in its order. An instrument goes to the first group that contains it.
 *
 * @param groups the groups, each with a name of its own
 */
public record Ensemble(List<InstrumentGroup> groups) {
    /**
     * Piano, guitar, bass, strings and drums. As in the five-track Lakh pianoroll dataset the strings stand for every instrument
     * that is none of the others, but percussive instruments and sound effects belong to nobody.
     */
    public static final Ensemble BAND = new Ensemble(List.of(
            InstrumentGroup.of("piano", 0, IntStream.range(0, 8)),
            InstrumentGroup.of("guitar", 24, IntStream.range(24, 32)),
            InstrumentGroup.of("bass", 32, IntStream.range(32, 40)),
            InstrumentGroup.of("strings", 48, bandStrings()),
            InstrumentGroup.DRUMS));

    /** The sixteen families of General MIDI, each played by its first program, and the drums. */
    public static final Ensemble FAMILIES = new Ensemble(families());

    /** Checks that there is a group and that the names differ; copies the list. */
    public Ensemble {
        groups = List.copyOf(groups);
        long names = groups.stream().map(InstrumentGroup::name).distinct().count();
        if (groups.isEmpty() || names < groups.size()) {
            throw new IllegalArgumentException(
                    "an ensemble must have 1 group or more, each with a name of its own, but had " + groups);
        }
    }

    /**
     * The group that an instrument belongs to.
     *
     * @param program its General MIDI program
     * @param drums whether it is drums
     * @return the index of the group, or empty if no group contains it
     */
    public OptionalInt indexOf(int program, boolean drums) {
        return IntStream.range(0, groups.size())
                .filter(i -> groups.get(i).contains(program, drums))
                .findFirst();
    }

    /**
     * The group of a name.
     *
     * @param name the name
     * @return its index
     * @throws IllegalArgumentException if there is no such group
     */
    public int indexOf(String name) {
        return IntStream.range(0, groups.size())
                .filter(i -> groups.get(i).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("group must be one of "
                        + groups.stream().map(InstrumentGroup::name).toList() + ", but was \"" + name + "\""));
    }

    private static IntStream bandStrings() {
        IntStream betweenPianoAndGuitar = IntStream.range(8, 24);
        IntStream toPads = IntStream.range(40, 96);
        IntStream ethnic = IntStream.range(104, 112);
        return IntStream.concat(betweenPianoAndGuitar, IntStream.concat(toPads, ethnic));
    }

    private static List<InstrumentGroup> families() {
        List<InstrumentGroup> groups = new ArrayList<>();
        for (String name : GeneralMidi.familyNames()) {
            int first = groups.size() * GeneralMidi.PROGRAMS_PER_FAMILY;
            IntStream programs = IntStream.range(first, first + GeneralMidi.PROGRAMS_PER_FAMILY);
            groups.add(InstrumentGroup.of(name.toLowerCase(Locale.ROOT), first, programs));
        }
        groups.add(InstrumentGroup.DRUMS);
        return groups;
    }
}
