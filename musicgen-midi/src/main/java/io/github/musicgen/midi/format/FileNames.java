package io.github.musicgen.midi.format;

import java.util.List;
import java.util.Locale;

/** What the names of files tell of what is in them. */
public final class FileNames {
    private FileNames() {}

    /**
     * Whether a name ends as those of a format do, in upper case or lower case.
     *
     * @param name of a file, or of an entry of an archive
     * @param extensions of the format, each with its dot, in lower case
     * @return whether it has one of them
     */
    public static boolean hasOneOf(String name, List<String> extensions) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String extension : extensions) { // no lambda: programs that start and end ask this
            if (lower.endsWith(extension)) {
                return true;
            }
        }
        return false;
    }
}
