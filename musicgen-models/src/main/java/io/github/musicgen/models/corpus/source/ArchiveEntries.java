package io.github.musicgen.models.corpus.source;

import io.github.musicgen.midi.files.MusicFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The music files in an archive. */
final class ArchiveEntries {
    /** Between the name of an archive and that of a file in it. */
    private static final String WITHIN = "!/";

    /** A folder or file whose name begins with a dot, but not the folder itself or the one above. */
    private static final Pattern HIDDEN = Pattern.compile("(^|/)\\.(?!\\.?/)");

    private ArchiveEntries() {}

    static void addTo(SourceList found, Path file, String name) {
        try {
            ZipFile archive = open(file);
            found.add(archive);
            for (ZipEntry entry : Collections.list(archive.entries())) {
                if (!entry.isDirectory() && !isHidden(entry.getName())) {
                    add(found, archive, entry, name + WITHIN + entry.getName());
                }
            }
        } catch (IOException e) {
            found.addUnreadable(name, "the archive cannot be opened: " + Unreadable.reason(e));
        }
    }

    /** Older programs write names in the code page of their machine, which UTF-8 seldom is. */
    private static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | IllegalArgumentException perhapsNames) {
            return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
        }
    }

    private static void add(SourceList found, ZipFile archive, ZipEntry entry, String name) {
        Optional<MusicFormat> format = MusicFormat.ofName(name);
        if (format.isPresent()) {
            found.add(new Source(
                    name, format.get(), entry.getSize(), entry.getCrc(), () -> archive.getInputStream(entry)));
        } else if (isArchive(name)) {
            found.addUnreadable(name, "an archive within an archive is not opened; unpack it first");
        } else {
            found.addOtherFile();
        }
    }

    static boolean isArchive(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private static boolean isHidden(String name) {
        return name.startsWith("__MACOSX/") || HIDDEN.matcher(name).find();
    }
}
