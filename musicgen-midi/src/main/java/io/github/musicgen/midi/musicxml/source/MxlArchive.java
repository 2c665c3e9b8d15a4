package io.github.musicgen.midi.musicxml.source;

import io.github.musicgen.midi.format.Excerpt;
import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.midi.musicxml.report.ScorePlace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A compressed MusicXML file: a zip archive whose {@code META-INF/container.xml} names the score.
 *
 * <p>Everything happens in memory. What the entries inflate to is bounded by the size of the archive and in total, and a name
 * that would lead out of a folder is refused even though nothing is ever unpacked.
 */
public final class MxlArchive {
    /** The most that all entries together may inflate to. */
    public static final int MAX_INFLATED_BYTES = 1 << 28;

    /** The same, for each byte of the archive. Scores that are all alike reach about 100. */
    static final int MAX_INFLATION = 250;

    /** The most entries of an archive; a score needs two, and one for each picture in it. */
    static final int MAX_ENTRIES = 4096;

    /** What every archive may inflate to, however small. */
    private static final int LEAST_LIMIT = 1 << 25;

    private static final String CONTAINER = "META-INF/container.xml";
    private static final byte[] SIGNATURE = {'P', 'K'};
    private static final int SIGNATURE_BYTES = 4;
    private static final int BUFFER_BYTES = 1 << 13;
    private static final Pattern ABSOLUTE = Pattern.compile("[/\\\\].*|[A-Za-z]:[/\\\\].*", Pattern.DOTALL);

    private final Map<String, byte[]> documents = new LinkedHashMap<>(); // the entries that may be XML, by name
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final Notices notices;

    private MxlArchive(Notices notices) {
        this.notices = notices;
    }

    /** Whether a file begins like a zip archive. */
    public static boolean isArchive(byte[] file) {
        return file.length >= SIGNATURE_BYTES
                && Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /** The score in an archive. */
    public static byte[] score(byte[] file, Notices notices) throws MalformedMusicXmlException {
        MxlArchive archive = new MxlArchive(notices);
        archive.inflate(file);
        return archive.score();
    }

    private void inflate(byte[] file) throws MalformedMusicXmlException {
        long most = Math.min(MAX_INFLATED_BYTES, Math.max(LEAST_LIMIT, (long) MAX_INFLATION * file.length));
        long left = most;
        // Names that are not marked as UTF-8 are taken byte by byte, so that they can be compared whatever they are.
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.ISO_8859_1)) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MAX_ENTRIES) {
                    throw fault("the archive must have at most " + MAX_ENTRIES + " entries, but has more");
                }
                requireInside(entry.getName());
                int size = inflate(zip, entry, left);
                if (size > left) {
                    throw fault("the archive must inflate to at most " + most + " bytes, but "
                            + Excerpt.quoted(entry.getName()) + " goes beyond that");
                }
                left -= size;
            }
        } catch (MalformedMusicXmlException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            // The JDK throws the latter for names that are not what they are marked as.
            String problem = Objects.requireNonNullElse(e.getMessage(), "ends too soon");
            throw fault("not a readable zip archive: " + Excerpt.ofMessage(problem));
        }
    }

    /** Inflates one entry, keeps it if it may be XML, and says how long it is, or only that it is longer than a limit. */
    private int inflate(ZipInputStream zip, ZipEntry entry, long limit) throws IOException {
        boolean keep = entry.getName().equals(CONTAINER) || isScore(entry.getName());
        ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
        int size = 0;
        for (int count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
            size += count;
            if (size > limit) {
                return size;
            }
            if (keep) {
                kept.write(buffer, 0, count);
            }
        }
        if (keep) {
            documents.put(entry.getName(), kept.toByteArray());
        }
        return size;
    }

    private static void requireInside(String name) throws MalformedMusicXmlException {
        boolean climbs = Arrays.asList(name.split("[/\\\\]")).contains("..");
        if (climbs || ABSOLUTE.matcher(name).matches() || name.indexOf('\0') >= 0) {
            throw fault("the archive holds a name that leads out of it: " + Excerpt.quoted(name));
        }
    }

    private byte[] score() throws MalformedMusicXmlException {
        byte[] container = documents.remove(CONTAINER);
        if (container == null) {
            return onlyScore("the archive has no " + CONTAINER);
        }
        Optional<String> path;
        try {
            path = ContainerReader.scorePath(container);
        } catch (MalformedMusicXmlException e) {
            return onlyScore(CONTAINER + " is broken");
        }
        return named(path.orElseThrow(() -> fault(CONTAINER + " names no score")));
    }

    private byte[] named(String path) throws MalformedMusicXmlException {
        String bytewise = new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        for (String name : List.of(path, bytewise)) {
            byte[] score = documents.get(name);
            if (score != null) {
                return score;
            }
        }
        throw fault(CONTAINER + " names a file that is not in the archive: " + Excerpt.quoted(path));
    }

    /** Some programs forget to escape apostrophes in the container; where there is only one score it can't be mistaken. */
    private byte[] onlyScore(String problem) throws MalformedMusicXmlException {
        if (documents.size() != 1) {
            throw fault(problem);
        }
        Map.Entry<String, byte[]> only = documents.entrySet().iterator().next();
        notices.add(ScorePlace.WHOLE_FILE, problem + "; read the only score in it, " + Excerpt.quoted(only.getKey()));
        return only.getValue();
    }

    private static boolean isScore(String name) {
        return !name.startsWith("META-INF/") && (name.endsWith(".xml") || name.endsWith(".musicxml"));
    }

    private static MalformedMusicXmlException fault(String problem) {
        return new MalformedMusicXmlException(ScorePlace.WHOLE_FILE, problem);
    }
}
