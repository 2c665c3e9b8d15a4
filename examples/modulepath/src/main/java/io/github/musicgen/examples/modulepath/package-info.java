/**
 * A program that runs on the module path, with nothing but {@code java.base} and our three modules.
 *
 * <p>Its integration test makes a runtime image with jlink and runs the program in it, so that no class that generation or MIDI
 * needs can come to depend on another module of the JDK unseen.
 */
@NullMarked
package io.github.musicgen.examples.modulepath;

import org.jspecify.annotations.NullMarked;
