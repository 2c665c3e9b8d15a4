package io.github.musicgen.examples.web.study;

import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.json.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lets a page keep a pair without seeing which of its two is real: sealed with a key that only this server has. So the server keeps
 * nothing of pairs that nobody answers, and a restart loses none.
 */
final class PairSeal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    private PairSeal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** Reads the key, or draws one and writes it. */
    static PairSeal in(Path folder) throws IOException {
        Path file = folder.resolve("study.key");
        if (Files.notExists(file)) {
            byte[] drawn = new byte[KEY_BYTES];
            RANDOM.nextBytes(drawn);
            Path temporary = Files.createTempFile(folder, "study", ".tmp"); // nobody else may read it
            Files.write(temporary, drawn);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        }
        byte[] key = Files.readAllBytes(file);
        if (key.length != KEY_BYTES) {
            throw new IOException(file + " must hold " + KEY_BYTES + " bytes, but holds " + key.length);
        }
        return new PairSeal(key);
    }

    String seal(Pair pair) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] text = Json.write(pair.toJson()).getBytes(StandardCharsets.UTF_8);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, text);
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    Pair open(String text) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(text);
            if (all.length < NONCE_BYTES) {
                throw new IllegalArgumentException("too short");
            }
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            byte[] sealed = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
            return Pair.read(Json.read("a pair", run(Cipher.DECRYPT_MODE, nonce, sealed)));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw Refusal.field("pair", text, "one that this server gave");
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
