package io.github.musicgen.midi.musicxml;

import java.util.List;

/** What one line of the part list plays. */
record ScorePart(PartDeclaration declaration, List<Measure> measures) {}
