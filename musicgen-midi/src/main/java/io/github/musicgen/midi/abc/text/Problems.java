package io.github.musicgen.midi.abc.text;

import io.github.musicgen.midi.abc.report.AbcNotice;
import io.github.musicgen.midi.abc.report.MalformedAbcException;
import java.util.ArrayList;
import java.util.List;

/** What is told about one tune: strictly, the first fault ends it; leniently, it is repaired and remembered. */
public final class Problems {
    /** Beyond these the text is hardly a tune, and a notice takes far more memory than the character it is about. */
    private static final int MAX_NOTICES = 1_000;

    /** Faults quote the text, which may be endless. */
    private static final int LONGEST_FAULT = 300;

    private final boolean strict;
    private final List<AbcNotice> notices = new ArrayList<>();

    public Problems(boolean strict) {
        this.strict = strict;
    }

    /** Something that is right, or may be, and means nothing to this reader. */
    public void skipped(Place place, String what) {
        noticed(place, what, "skipped");
    }

    /** Something that is right, but that notes cannot say as it stands. */
    public void noticed(Place place, String what, String meaning) {
        add(place, shortened(what) + "; " + meaning);
    }

    /** Something that is wrong, and what is made of it if the reader is lenient. */
    public void repaired(Place place, String fault, String repair) throws MalformedAbcException {
        if (strict) {
            throw place.malformed(shortened(fault));
        }
        add(place, shortened(fault) + "; " + repair);
    }

    private void add(Place place, String text) {
        if (notices.size() < MAX_NOTICES) {
            notices.add(new AbcNotice(place.line(), place.column(), text));
        } else if (notices.size() == MAX_NOTICES) {
            notices.add(new AbcNotice(place.line(), place.column(), "further notices are left out"));
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_FAULT ? text : text.substring(0, LONGEST_FAULT) + "...";
    }

    public List<AbcNotice> notices() {
        return List.copyOf(notices);
    }
}
