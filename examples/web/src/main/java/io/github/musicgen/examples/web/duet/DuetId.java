package io.github.musicgen.examples.web.duet;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** What a duet is called: whoever knows it may play on, so nobody can guess it. It is also the name of a file. */
final class DuetId {
    private static final int BYTES = 18; // 144 bits, of 24 characters
    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_-]{24}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private DuetId() {}

    static String draw() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static boolean isOne(String text) {
        return TEXT.matcher(text).matches();
    }
}
