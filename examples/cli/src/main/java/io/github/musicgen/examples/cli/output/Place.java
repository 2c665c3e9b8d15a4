package io.github.musicgen.examples.cli.output;

/** An argument that may name a file, so that a name which no file can have is bad input, not wrong usage. */
public interface Place {}
