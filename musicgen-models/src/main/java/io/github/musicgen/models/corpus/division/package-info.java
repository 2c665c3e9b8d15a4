/**
 * Divides pieces into what is learned, what tells when to stop and what models are judged on, by hashes of what is in them alone.
 *
 * <p>For corpora of all kinds. A new class here owes that a division is the same everywhere, and that nothing lies on two sides.
 */
@NullMarked
package io.github.musicgen.models.corpus.division;

import org.jspecify.annotations.NullMarked;
