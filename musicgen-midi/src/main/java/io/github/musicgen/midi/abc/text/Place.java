package io.github.musicgen.midi.abc.text;

import io.github.musicgen.midi.abc.report.MalformedAbcException;

/** A place in the text, both numbers counted from 1. */
public record Place(int line, int column) {

    /** Says that there is something wrong here that cannot be repaired. */
    public MalformedAbcException malformed(String problem) {
        return new MalformedAbcException(line, column, problem);
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
