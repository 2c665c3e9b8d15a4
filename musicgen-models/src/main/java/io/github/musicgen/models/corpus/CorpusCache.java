package io.github.musicgen.models.corpus;

import io.github.musicgen.midi.format.AtomicFile;
import io.github.musicgen.models.corpus.source.Unreadable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was read of a corpus, kept in a file. A cache can never make things worse: if it fails, the corpus is read as without it. */
final class CorpusCache {
    private final Path file;
    private final byte[] key; // [CacheKey.BYTES]

    CorpusCache(Path file, byte[] key) {
        this.file = file;
        this.key = key;
    }

    /** What reads a corpus without a cache. */
    @FunctionalInterface
    interface Build {
        Corpus build(List<String> notices) throws IOException;
    }

    Corpus readOrBuild(CorpusOptions options, Build build) throws IOException {
        List<String> notices = new ArrayList<>();
        Optional<Corpus> cached = read(options, notices);
        if (cached.isPresent()) {
            return cached.get();
        }
        Corpus corpus = build.build(List.of());
        write(corpus, notices);
        return new Corpus(options, corpus.pieces(), corpus.report(), notices);
    }

    private Optional<Corpus> read(CorpusOptions options, List<String> notices) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (!CacheFormat.isCache(bytes)) {
                throw new FileSystemException(
                        file.toString(), null, "it is no cache of a corpus, so it is neither read nor replaced");
            }
            return CacheFormat.read(bytes, key, options);
        } catch (CacheFormat.UnusableCacheException e) {
            notices.add("the cache \"" + file + "\" " + e.getMessage() + "; it was built anew");
            return Optional.empty();
        }
    }

    private void write(Corpus corpus, List<String> notices) {
        try {
            AtomicFile.write(file, CacheFormat.write(corpus, key));
        } catch (IOException e) {
            notices.add("the cache \"" + file + "\" could not be written (" + Unreadable.reason(e)
                    + "); the corpus is complete, but will have to be read again");
        }
    }
}
