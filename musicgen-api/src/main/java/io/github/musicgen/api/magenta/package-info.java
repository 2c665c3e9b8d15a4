/**
 * The two forms in which Magenta hands out trained models: {@link io.github.musicgen.api.magenta.GeneratorBundle}, a {@code .mag}
 * file for its Python side, and {@link io.github.musicgen.api.magenta.MagentaJsCheckpoint}, a folder for Magenta.js.
 *
 * <p>What is in them comes out under its own names; which model that is, others decide. A new reader here owes that nothing
 * outside the named file or folder is opened, whatever the content says.
 */
@NullMarked
package io.github.musicgen.api.magenta;

import org.jspecify.annotations.NullMarked;
