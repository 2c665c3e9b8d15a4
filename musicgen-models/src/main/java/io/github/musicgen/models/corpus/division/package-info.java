/**
 * Divides pieces into what is learned, what tells when to stop and what models are judged on, by what is in them alone: everywhere the
 * same way, and nothing on two sides.
 */
@NullMarked
package io.github.musicgen.models.corpus.division;

import org.jspecify.annotations.NullMarked;
