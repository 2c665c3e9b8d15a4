/** MelodyMe: a web application in which one plays and is answered. */
@NullMarked
package io.github.musicgen.examples.web;

import org.jspecify.annotations.NullMarked;
