package io.github.musicgen.examples.cli.space;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.examples.cli.generate.PitchOptions;
import io.github.musicgen.examples.cli.generate.WishOptions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all melodies keep always: the same as elsewhere, but for the chords of a primer, which a space has not. */
final class SpaceWishOptions {
    @Mixin
    private PitchOptions pitches;

    @Option(
            names = "--wish",
            paramLabel = "TEXT",
            description = {
                WishOptions.ANYTHING_ELSE,
                WishOptions.CHORD,
                WishOptions.OTHERS,
                "Of drums: grid, rhythm, force and forbid alone."
            })
    private List<String> wishes = List.of();

    List<Constraint> wishes() {
        List<Constraint> all = new ArrayList<>(pitches.wishes());
        wishes.forEach(text -> all.add(parsed(text)));
        return all;
    }

    private static Constraint parsed(String text) {
        Constraint wish = Constraint.parse(text);
        if (wish instanceof Constraint.FollowingChords) {
            throw new IllegalArgumentException("--wish chords follows those of a primer, but in a space there is none");
        }
        return wish;
    }
}
