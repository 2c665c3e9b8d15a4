package io.github.musicgen.midi.musicxml.reading;

import io.github.musicgen.midi.format.Excerpt;
import io.github.musicgen.midi.musicxml.score.FormMark;
import io.github.musicgen.midi.musicxml.score.FormMark.Coda;
import io.github.musicgen.midi.musicxml.score.FormMark.DaCapo;
import io.github.musicgen.midi.musicxml.score.FormMark.DalSegno;
import io.github.musicgen.midi.musicxml.score.FormMark.EndingStart;
import io.github.musicgen.midi.musicxml.score.FormMark.EndingStop;
import io.github.musicgen.midi.musicxml.score.FormMark.Fine;
import io.github.musicgen.midi.musicxml.score.FormMark.RepeatEnd;
import io.github.musicgen.midi.musicxml.score.FormMark.RepeatStart;
import io.github.musicgen.midi.musicxml.score.FormMark.Segno;
import io.github.musicgen.midi.musicxml.score.FormMark.ToCoda;
import io.github.musicgen.midi.musicxml.source.Notices;
import io.github.musicgen.midi.musicxml.source.XmlCursor;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what tells the order of measures, from the elements that the cursor stands at. */
final class FormReader {
    private static final int USUAL_TIMES = 2;
    private static final int MOST_TIMES = 9999; // what four digits can say
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private FormReader() {}

    static void readRepeat(XmlCursor xml, Notices notices, List<FormMark> form) {
        if (xml.attributeIs("direction", "forward")) {
            form.add(new RepeatStart());
            return;
        }
        form.add(new RepeatEnd(times(xml, notices), xml.attributeIs("after-jump", "yes")));
    }

    private static int times(XmlCursor xml, Notices notices) {
        String text = xml.attribute("times", "").strip();
        if (text.isEmpty()) {
            return USUAL_TIMES;
        }
        int times = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (times < 1) {
            notices.add(
                    xml.place(),
                    "times of a repeat must be 1.." + MOST_TIMES + ", but was " + Excerpt.quoted(text)
                            + "; played twice");
            return USUAL_TIMES;
        }
        return times;
    }

    static void readEnding(XmlCursor xml, Notices notices, List<FormMark> form) {
        if (!xml.attributeIs("type", "start")) {
            form.add(new EndingStop());
            return;
        }
        SortedSet<Integer> passes = numbers(xml.attribute("number", ""));
        if (passes.isEmpty()) {
            notices.add(xml.place(), "ending without a number; played each time");
        } else {
            form.add(new EndingStart(passes));
        }
    }

    /** Reads the attributes of a sound element. */
    static void readJumps(XmlCursor xml, List<FormMark> form) {
        add(xml, "segno", Segno::new, form);
        add(xml, "coda", Coda::new, form);
        add(xml, "tocoda", ToCoda::new, form);
        add(xml, "dalsegno", DalSegno::new, form);
        if (xml.attributeIs("dacapo", "yes")) {
            form.add(new DaCapo());
        }
        if (!xml.attribute("fine", "no").equals("no")) {
            form.add(new Fine());
        }
    }

    private static void add(XmlCursor xml, String attribute, Function<String, FormMark> mark, List<FormMark> form) {
        String id = xml.attribute(attribute);
        if (id != null) {
            form.add(mark.apply(id));
        }
    }

    private static SortedSet<Integer> numbers(String text) {
        SortedSet<Integer> numbers = new TreeSet<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(Integer.parseInt(matcher.group()));
        }
        return numbers;
    }
}
