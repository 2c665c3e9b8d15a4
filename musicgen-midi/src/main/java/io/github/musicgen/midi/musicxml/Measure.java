package io.github.musicgen.midi.musicxml;

import java.util.List;

/**
 * A measure of one part as it is written.
 *
 * @param place where it stands in the file
 * @param implicit whether it does not count as a bar, such as a pickup
 * @param elements what it holds, in the order of the file
 * @param form where its repeats and jumps are
 */
record Measure(ScorePlace place, boolean implicit, List<MeasureElement> elements, List<FormMark> form) {}
