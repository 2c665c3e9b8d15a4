package io.github.musicgen.midi.musicxml.source;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the container of an archive, which names the score. */
final class ContainerReader {
    private static final Set<String> SCORE_TYPES =
            Set.of("", "application/vnd.recordare.musicxml+xml", "application/vnd.recordare.musicxml", "text/xml");

    private ContainerReader() {}

    /** The path of the score: the first file that is named and has its type, or none at all. */
    static Optional<String> scorePath(byte[] container) throws MalformedMusicXmlException {
        XmlCursor xml = XmlCursor.atRoot(container);
        List<String> paths = new ArrayList<>();
        xml.children(name -> {
            if (name.equals("rootfiles")) {
                xml.children(file -> {
                    String path = xml.attribute("full-path");
                    if (file.equals("rootfile")
                            && path != null
                            && SCORE_TYPES.contains(xml.attribute("media-type", ""))) {
                        paths.add(path);
                    }
                });
            }
        });
        xml.finish();
        return paths.stream().findFirst();
    }
}
