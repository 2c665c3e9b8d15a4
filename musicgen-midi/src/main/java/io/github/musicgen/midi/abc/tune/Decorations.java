package io.github.musicgen.midi.abc.tune;

import io.github.musicgen.midi.abc.text.Place;
import java.util.Map;
import java.util.Set;

/** What decorations mean here: a loudness, an accent, a place to jump from or to; the other known ones mean nothing. */
public final class Decorations {
    /** How hard notes are struck before any dynamics: mezzo forte. */
    static final int DEFAULT_VELOCITY = 80;

    private static final int ACCENT = 16;
    private static final int MAX_VELOCITY = 127;

    /** The velocities of dynamics, those of the MusicXML reader. */
    private static final Map<String, Integer> VELOCITIES = Map.ofEntries(
            Map.entry("pppp", 8),
            Map.entry("ppp", 16),
            Map.entry("pp", 33),
            Map.entry("p", 49),
            Map.entry("mp", 64),
            Map.entry("mf", 80),
            Map.entry("f", 96),
            Map.entry("ff", 112),
            Map.entry("fff", 126),
            Map.entry("ffff", 127));

    private static final Set<String> ACCENTS = Set.of("accent", ">", "emphasis", "sfz", "marcato", "^");

    private static final Map<String, Jump.Kind> JUMPS = Map.ofEntries(
            Map.entry("segno", Jump.Kind.SEGNO),
            Map.entry("coda", Jump.Kind.CODA),
            Map.entry("dacoda", Jump.Kind.CODA),
            Map.entry("fine", Jump.Kind.FINE),
            Map.entry("D.C.", Jump.Kind.DA_CAPO),
            Map.entry("D.C.alfine", Jump.Kind.DA_CAPO),
            Map.entry("D.C.alcoda", Jump.Kind.DA_CAPO),
            Map.entry("dacapo", Jump.Kind.DA_CAPO),
            Map.entry("D.S.", Jump.Kind.DAL_SEGNO),
            Map.entry("D.S.alfine", Jump.Kind.DAL_SEGNO),
            Map.entry("D.S.alcoda", Jump.Kind.DAL_SEGNO),
            Map.entry("dalsegno", Jump.Kind.DAL_SEGNO));

    private static final Set<String> SILENT = Set.of(
            "trill",
            "trill(",
            "trill)",
            "lowermordent",
            "uppermordent",
            "mordent",
            "pralltriller",
            "roll",
            "turn",
            "turnx",
            "invertedturn",
            "invertedturnx",
            "arpeggio",
            "fermata",
            "invertedfermata",
            "tenuto",
            "0",
            "1",
            "2",
            "3",
            "4",
            "5",
            "+",
            "plus",
            "snap",
            "slide",
            "wedge",
            "upbow",
            "downbow",
            "open",
            "thumb",
            "breath",
            "crescendo(",
            "<(",
            "crescendo)",
            "<)",
            "diminuendo(",
            ">(",
            "diminuendo)",
            ">)",
            "shortphrase",
            "mediumphrase",
            "longphrase",
            "staccato",
            "irishroll",
            "nil",
            "none",
            "editorial",
            "courtesy",
            "cresc",
            "dim",
            "ped",
            "ped-up",
            "8va(",
            "8va)",
            "8vb(",
            "8vb)",
            "/",
            "//",
            "///",
            "dot",
            "beambr1",
            "beambr2",
            "rbstop",
            "repeatbar",
            "repeatbar2",
            "xstem",
            "stemless",
            "head-");

    /** What the letters mean that may stand for decorations, until a field {@code U:} says otherwise. */
    public static final Map<Character, String> SYMBOLS = Map.ofEntries(
            Map.entry('.', "staccato"),
            Map.entry('~', "roll"),
            Map.entry('H', "fermata"),
            Map.entry('L', "accent"),
            Map.entry('M', "lowermordent"),
            Map.entry('O', "coda"),
            Map.entry('P', "uppermordent"),
            Map.entry('S', "segno"),
            Map.entry('T', "trill"),
            Map.entry('u', "upbow"),
            Map.entry('v', "downbow"));

    private Decorations() {}

    public static boolean isKnown(String name) {
        return SILENT.contains(name)
                || ACCENTS.contains(name)
                || VELOCITIES.containsKey(name)
                || JUMPS.containsKey(name);
    }

    /** Does to a voice what a decoration says; false if nobody knows it. */
    public static boolean apply(String name, Voice voice, Place place) {
        Integer velocity = VELOCITIES.get(name);
        if (velocity != null) {
            voice.settings.velocity = velocity;
        }
        if (ACCENTS.contains(name)) {
            voice.accentNext();
        }
        Jump.Kind jump = JUMPS.get(name);
        if (jump != null) {
            voice.jump(jump, place);
        }
        return isKnown(name);
    }

    static int accented(int velocity) {
        return Math.min(MAX_VELOCITY, velocity + ACCENT);
    }
}
