/**
 * From other people's files to a {@link io.github.musicgen.api.bundle.Bundle}: {@link io.github.musicgen.api.importer.ModelFiles}
 * is the one door to model files of all formats. Tensors decide what a model is; what a file says of itself is only held against
 * them.
 *
 * <p>A new family is a line in {@code Family} and a reader of its tensors beside {@code MelodyRnnImporter}.
 */
@NullMarked
package io.github.musicgen.api.importer;

import org.jspecify.annotations.NullMarked;
