/**
 * An engine on OpenBLAS. It needs the jars of JavaCPP and OpenBLAS with the classifier of the platform, and neither ND4J nor
 * Deeplearning4j.
 */
@NullMarked
package io.github.musicgen.models.engine;

import org.jspecify.annotations.NullMarked;
