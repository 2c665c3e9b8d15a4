package io.github.musicgen.models.corpus.division;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash that every machine has. */
public final class Digests {
    private Digests() {}

    /**
     * SHA-256.
     *
     * @return a new one
     */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
