package io.github.musicgen.models.corpus;

/** Which parts of a piece melodies are taken from. */
public sealed interface PartChoice {
    /** Begins the words for a named part. */
    String NAME_PREFIX = "name:";

    /** Every part for itself, as Magenta does. */
    record All() implements PartChoice {
        @Override
        public String word() {
            return "all";
        }
    }

    /** Of the parts that hold melodies, the one whose notes are the highest on average. */
    record HighestMelody() implements PartChoice {
        @Override
        public String word() {
            return "highest";
        }
    }

    /** The first part with lyrics. */
    record VocalLine() implements PartChoice {
        @Override
        public String word() {
            return "vocal";
        }
    }

    /**
     * The parts of a name.
     *
     * @param name the name; capital letters are as good as small ones
     */
    record Named(String name) implements PartChoice {
        /** Refuses a name that says nothing. */
        public Named {
            if (name.isBlank()) {
                throw new IllegalArgumentException("name of a part must not be blank, but was \"" + name + "\"");
            }
        }

        @Override
        public String word() {
            return NAME_PREFIX + name;
        }
    }

    /**
     * The choice in files and on command lines.
     *
     * @return {@code all}, {@code highest}, {@code vocal} or {@code name:} and a name
     */
    String word();

    /**
     * Reads a {@link #word}.
     *
     * @param word the word
     * @return the choice
     * @throws IllegalArgumentException if it is none
     */
    static PartChoice parse(String word) {
        if (word.startsWith(NAME_PREFIX)) {
            return new Named(word.substring(NAME_PREFIX.length()));
        }
        return switch (word) {
            case "all" -> new All();
            case "highest" -> new HighestMelody();
            case "vocal" -> new VocalLine();
            default ->
                throw new IllegalArgumentException(
                        "a choice of parts must be all, highest, vocal or name:NAME, but was \"" + word + "\"");
        };
    }
}
