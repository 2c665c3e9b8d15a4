package io.github.musicgen.examples.web.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for bytes. */
public final class Digest {
    private static final int CHARACTERS = 32;

    private Digest() {}

    /**
     * Names them.
     *
     * @param bytes any
     * @return hexadecimal digits, which are others for other bytes
     */
    public static String of(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
