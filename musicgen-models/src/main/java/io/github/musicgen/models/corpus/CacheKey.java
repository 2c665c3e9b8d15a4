package io.github.musicgen.models.corpus;

import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.models.corpus.division.Digests;
import io.github.musicgen.models.corpus.report.FileReport;
import io.github.musicgen.models.corpus.source.Source;
import io.github.musicgen.models.corpus.source.SourceList;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** SHA-256 over all that decides what a corpus is: the options, and of each input its name, its size and its time or checksum. */
final class CacheKey {
    static final int BYTES = 32;

    private CacheKey() {}

    static byte[] of(CorpusOptions options, SourceList found) {
        MessageDigest digest = Digests.sha256();
        update(digest, JsonWriter.toBytes(CorpusOptionsJson.of(options)), 0, 0);
        for (Source source : found.sources()) {
            update(digest, source.name().getBytes(StandardCharsets.UTF_8), source.size(), source.stamp());
        }
        for (FileReport report : found.unreadable()) {
            update(digest, (report.name() + "\n" + report.reason()).getBytes(StandardCharsets.UTF_8), 0, 0);
        }
        update(digest, new byte[0], found.otherFiles(), 0);
        return digest.digest();
    }

    private static void update(MessageDigest digest, byte[] text, long size, long stamp) {
        digest.update(ByteBuffer.allocate(Integer.BYTES + 2 * Long.BYTES)
                .putInt(text.length)
                .putLong(size)
                .putLong(stamp)
                .flip());
        digest.update(text);
    }
}
