package io.github.musicgen.midi.musicxml.reading;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.midi.musicxml.score.Harmony;
import io.github.musicgen.midi.musicxml.source.XmlCursor;
import io.github.musicgen.midi.musicxml.vocabulary.ChordKind;
import io.github.musicgen.midi.musicxml.vocabulary.Fraction;
import io.github.musicgen.midi.musicxml.vocabulary.Spelling;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads a chord symbol. Of several roots in one, the first is taken. */
final class HarmonyReader {
    private static final int MAX_DEGREE = 99;
    private static final int MAX_ALTER = 4;

    private final XmlCursor xml;
    private Fraction offset = Fraction.ZERO;
    private OptionalInt root = OptionalInt.empty();
    private OptionalInt bass = OptionalInt.empty();
    private @Nullable String kind;
    private String kindText = "";
    private final StringBuilder degrees = new StringBuilder();

    private HarmonyReader(XmlCursor xml) {
        this.xml = xml;
    }

    /** Reads the element that the cursor stands at. */
    static HarmonyReader read(XmlCursor xml, Durations durations) throws MalformedMusicXmlException {
        HarmonyReader reader = new HarmonyReader(xml);
        xml.children(name -> {
            switch (name) {
                case "root" -> reader.root = reader.root.isPresent() ? reader.root : reader.readNote("root");
                case "bass" -> reader.bass = reader.readNote("bass");
                case "kind" -> reader.readKind();
                case "degree" -> reader.readDegree();
                case "offset" -> reader.offset = durations.readOffset();
                default -> {}
            }
        });
        return reader;
    }

    /** Where it stands, counted from the cursor. */
    Fraction offset() {
        return offset;
    }

    /** The chord; empty if it has no root, or none that can be named. */
    Optional<Harmony> chord() {
        if ("none".equals(kind)) {
            return Optional.of(Harmony.NONE);
        }
        String suffix = kind == null ? null : ChordKind.suffix(kind, kindText, degrees.toString());
        return root.isEmpty() || suffix == null
                ? Optional.empty()
                : Optional.of(new Harmony(root.getAsInt(), suffix, bass.orElse(root.getAsInt())));
    }

    private void readKind() throws MalformedMusicXmlException {
        if (kind == null) {
            kindText = xml.attribute("text", "");
            kind = xml.text();
        }
    }

    private OptionalInt readNote(String element) throws MalformedMusicXmlException {
        String[] step = {""};
        int[] alter = {0};
        xml.children(name -> {
            if (name.equals(element + "-step")) {
                step[0] = xml.text();
            } else if (name.equals(element + "-alter")) {
                alter[0] = readAlter();
            }
        });
        return Spelling.isStep(step[0]) ? OptionalInt.of(Spelling.fifths(step[0], alter[0])) : OptionalInt.empty();
    }

    private void readDegree() throws MalformedMusicXmlException {
        int[] valueAndAlter = {0, 0};
        String[] type = {""};
        xml.children(name -> {
            switch (name) {
                case "degree-value" -> valueAndAlter[0] = xml.integer(1, MAX_DEGREE);
                case "degree-alter" -> valueAndAlter[1] = readAlter();
                case "degree-type" -> type[0] = xml.text();
                default -> {}
            }
        });
        degrees.append(ChordKind.degree(type[0], valueAndAlter[0], valueAndAlter[1]));
    }

    private int readAlter() throws MalformedMusicXmlException {
        Fraction alter = xml.fraction(Fraction.of(-MAX_ALTER), Fraction.of(MAX_ALTER));
        return (int) Math.round(alter.toDouble());
    }
}
