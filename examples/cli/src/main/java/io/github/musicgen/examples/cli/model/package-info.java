/** Commands on trained models: models, info, import, export, probe; and how any command is told which model to take. */
@NullMarked
package io.github.musicgen.examples.cli.model;

import org.jspecify.annotations.NullMarked;
