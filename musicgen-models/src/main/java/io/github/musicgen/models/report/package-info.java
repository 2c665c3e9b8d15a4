/**
 * Shows how a training goes and went: {@link TrainingConsole} on a terminal,
 * {@link TensorBoardEvents} to TensorBoard, and
 * {@link TrainingPage} to whoever opens a file in a browser.
 *
 * <p>For programs that train. It knows training and evaluation, and they know nothing of it. What is new here owes the same bytes
 * for the same training, and must not stop a training that it cannot show.
 */
@NullMarked
package io.github.musicgen.models.report;

import org.jspecify.annotations.NullMarked;
