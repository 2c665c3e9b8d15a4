package io.github.musicgen.representation.harmony;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can follow the kind of a chord, and what it does to the chord's tones. */
enum Modification {
    SUSPENDED("[Ss]us(24|42|2|4)?") {
        @Override
        void apply(MatchResult said, ChordTones tones) {
            String degrees = said.group(1) == null ? "4" : said.group(1);
            degrees.chars().forEach(degree -> tones.suspend(degree - '0'));
        }
    },
    OMITTED("(?:[Nn]o|[Oo]mit)" + Modification.DEGREE + "(?:st|rd|th)?") {
        @Override
        void apply(MatchResult said, ChordTones tones) {
            tones.omit(Integer.parseInt(said.group(1)));
        }
    },
    MAJOR_SEVENTH("(?:[Aa]dd)?(?:[Mm]aj?|M|Δ)7") {
        @Override
        void apply(MatchResult said, ChordTones tones) {
            tones.add(7, 1);
        }
    },
    ADDED("[Aa]dd" + Modification.SIGN + "?" + Modification.DEGREE) {
        @Override
        void apply(MatchResult said, ChordTones tones) {
            tones.add(Integer.parseInt(said.group(2)), alteration(said.group(1)));
        }
    },
    ALTERED(Modification.SIGN + Modification.DEGREE) {
        @Override
        void apply(MatchResult said, ChordTones tones) {
            tones.alter(Integer.parseInt(said.group(2)), alteration(said.group(1)));
        }
    },
    AUGMENTED("\\+") {
        @Override
        void apply(MatchResult said, ChordTones tones) {
            tones.alter(5, 1);
        }
    },
    /** A degree without a word; only where no number can come before it that it would be taken for a part of. */
    BARE(Modification.DEGREE) {
        @Override
        void apply(MatchResult said, ChordTones tones) {
            tones.add(Integer.parseInt(said.group(1)), 0);
        }
    };

    private static final String DEGREE = "(1[0-5]|[1-9])(?!\\d)";
    private static final String SIGN = "(##?|bb?|[+-])";

    private final Pattern pattern;

    Modification(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    abstract void apply(MatchResult said, ChordTones tones);

    Matcher matcher(String text) {
        return pattern.matcher(text);
    }

    private static int alteration(@Nullable String sign) {
        if (sign == null) {
            return 0;
        }
        return sign.startsWith("b") || sign.equals("-") ? -sign.length() : sign.length();
    }
}
