/**
 * Duets: a player's phrase, the network's answer, and so on.
 *
 * <p>{@link io.github.musicgen.examples.web.duet.Turn} and {@link io.github.musicgen.examples.web.duet.Duet} are the music,
 * {@link io.github.musicgen.examples.web.duet.Answerer} makes it and {@link io.github.musicgen.examples.web.duet.DuetStore} keeps it;
 * {@link io.github.musicgen.examples.web.duet.DuetConnection} listens to one client, and
 * {@link io.github.musicgen.examples.web.duet.DuetSockets} to all. Threads of the server only read messages; whatever takes time is
 * done in the workshop, for each client one thing after the other.
 */
@NullMarked
package io.github.musicgen.examples.web.duet;

import org.jspecify.annotations.NullMarked;
