/**
 * What visitors do, done in a real browser. These tests run where Chromium and its driver are found; with
 * {@code -Dmusicgen.browser=required} they fail where they are not.
 */
@NullMarked
package io.github.musicgen.examples.web.browser;

import org.jspecify.annotations.NullMarked;
