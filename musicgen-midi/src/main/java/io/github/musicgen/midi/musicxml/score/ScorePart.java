package io.github.musicgen.midi.musicxml.score;

import java.util.List;

/** What one line of the part list plays. */
public record ScorePart(PartDeclaration declaration, List<Measure> measures) {}
