package io.github.musicgen.api.leveldb;

import io.github.musicgen.api.bytes.Bytes;

/**
 * One entry of a sorted table.
 *
 * @param key what it is found by
 * @param value what is kept under the key
 */
public record TableEntry(Bytes key, Bytes value) {}
