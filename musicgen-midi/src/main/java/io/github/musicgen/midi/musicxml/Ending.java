package io.github.musicgen.midi.musicxml;

import java.util.SortedSet;

/**
 * Measures that are played at some passes of a repeat only. Endings that follow each other are a group.
 *
 * @param first its first measure
 * @param last its last measure
 * @param passes the passes that play it, counted from 1
 * @param lastOfGroup whether no other ending follows
 * @param passesOfGroup how often the repeat is played in all; 0 if nothing in the group leads back, so that it is none
 */
record Ending(int first, int last, SortedSet<Integer> passes, boolean lastOfGroup, int passesOfGroup) {}
