package io.github.musicgen.midi.abc;

/** A place in the text, both numbers counted from 1. */
record Place(int line, int column) {

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
