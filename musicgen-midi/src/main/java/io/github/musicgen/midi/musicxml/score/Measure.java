package io.github.musicgen.midi.musicxml.score;

import io.github.musicgen.midi.musicxml.report.ScorePlace;
import java.util.List;

/**
 * A measure of one part as it is written.
 *
 * @param place where it stands in the file
 * @param implicit whether it does not count as a bar, such as a pickup
 * @param elements what it holds, in the order of the file
 * @param form where its repeats and jumps are
 */
public record Measure(ScorePlace place, boolean implicit, List<MeasureElement> elements, List<FormMark> form) {}
