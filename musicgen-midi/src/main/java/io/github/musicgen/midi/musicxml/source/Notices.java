package io.github.musicgen.midi.musicxml.source;

import io.github.musicgen.midi.musicxml.report.MusicXmlNotice;
import io.github.musicgen.midi.musicxml.report.ScorePlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects notices; those that read alike are counted instead of repeated. */
public final class Notices {
    private final Map<String, MusicXmlNotice> byText = new LinkedHashMap<>();

    public void add(ScorePlace place, String text) {
        byText.merge(
                text,
                new MusicXmlNotice(place, text, 1),
                (first, again) -> new MusicXmlNotice(first.place(), text, first.times() + 1));
    }

    public List<MusicXmlNotice> list() {
        return List.copyOf(byText.values());
    }
}
