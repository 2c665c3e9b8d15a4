package io.github.musicgen.models.corpus.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Why something could not be read. */
public final class Unreadable {
    /** Of a file that asks for more than the virtual machine has. */
    public static final String TAKES_TOO_MUCH_MEMORY = "it takes more memory than there is";

    /** Of a file in which things lie within things. */
    public static final String NESTED_TOO_DEEPLY = "it is nested too deeply";

    private Unreadable() {}

    /**
     * Why something could not be read, in words.
     *
     * @param failure what the system says
     * @return a reason that anybody understands
     */
    public static String reason(IOException failure) {
        if (failure instanceof FileSystemLoopException) {
            return "the link leads back to a folder above it";
        }
        if (failure instanceof AccessDeniedException) {
            return "it may not be read (access denied)";
        }
        if (failure instanceof NoSuchFileException) {
            return "it is no longer there";
        }
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
