/**
 * Hands trained models to other programs: {@link io.github.musicgen.models.export.OnnxExporter} to every runtime of ONNX,
 * {@link io.github.musicgen.models.export.MagentaJsExporter} to Magenta.js.
 *
 * <p>For whoever has a {@link io.github.musicgen.api.bundle.Bundle}. A new exporter here owes that the other program answers as
 * ours does, which a test shows by running it; that it refuses what the format cannot say, with the reason; that the license and
 * whom to name travel along; and that nothing half-written is ever seen.
 */
@NullMarked
package io.github.musicgen.models.export;

import org.jspecify.annotations.NullMarked;
