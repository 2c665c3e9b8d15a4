package io.github.musicgen.examples.cli.jam;

import java.util.List;

/**
 * A call and what the model answered; all steps count from the start of the call.
 *
 * @param call what it answers
 * @param notes the answer
 * @param start the step in which it may start
 * @param end the step after its last one
 * @param seed what it was drawn from
 */
record Answer(Call call, List<StepNote> notes, int start, int end, long seed) {}
