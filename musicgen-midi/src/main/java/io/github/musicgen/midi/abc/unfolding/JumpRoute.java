package io.github.musicgen.midi.abc.unfolding;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Budget;
import io.github.musicgen.midi.abc.text.Place;
import io.github.musicgen.midi.abc.text.Problems;
import io.github.musicgen.midi.abc.tune.Jump;
import io.github.musicgen.midi.abc.tune.Jump.Kind;
import io.github.musicgen.midi.abc.tune.Score;
import io.github.musicgen.midi.abc.tune.Voice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way through a tune with a sign to go back, once: to the beginning or the segno, from there without repeats to the fine, or
 * from the first coda sign to the second, or to the end. Any other set of signs is left alone.
 */
final class JumpRoute {
    private final Score score;
    private final Problems problems;

    JumpRoute(Score score, Problems problems) {
        this.score = score;
        this.problems = problems;
    }

    /** The signs of all voices, each once, in order of time. */
    static List<Jump> signs(Score score) {
        record Sign(Kind kind, long time) {}
        Map<Sign, Jump> signs = new LinkedHashMap<>();
        for (Voice voice : score.voices()) {
            voice.jumps().forEach(jump -> signs.putIfAbsent(new Sign(jump.kind(), jump.time()), jump));
        }
        return signs.values().stream()
                .sorted(Comparator.comparingLong(Jump::time))
                .toList();
    }

    List<Span> spans(List<Section> sections, Budget budget, Place place) throws MalformedAbcException {
        List<Span> all = new ArrayList<>();
        List<Span> once = new ArrayList<>();
        for (Section section : sections) {
            budget.spend(section.passes() * 2L, "repeats", place);
            all.addAll(section.played());
            once.addAll(section.playedOnce());
        }
        List<Jump> signs = signs(score);
        Jump back = only(signs, Kind.DA_CAPO, Kind.DAL_SEGNO);
        Long target = back == null ? null : target(signs, back);
        if (back == null || target == null) {
            signs.stream().filter(Jump::goesBack).forEach(this::skip);
            return all;
        }
        List<Span> way = new ArrayList<>(Span.until(all, back.time()));
        way.addAll(afterJump(signs, back, target, once));
        return way;
    }

    private void skip(Jump sign) {
        problems.skipped(
                sign.place(), "sign " + sign.kind() + " among others of its kind, or without a segno before it");
    }

    private List<Span> afterJump(List<Jump> signs, Jump back, long target, List<Span> once) {
        List<Jump> codas = of(signs, Kind.CODA);
        Jump fine = only(signs, Kind.FINE, Kind.FINE);
        if (fine != null && fine.time() > target) {
            return Span.clip(once, target, fine.time());
        }
        if (codas.size() == 2 && codas.get(0).time() > target && codas.get(1).time() >= back.time()) {
            List<Span> way =
                    new ArrayList<>(Span.clip(once, target, codas.get(0).time()));
            way.addAll(Span.clip(once, codas.get(1).time(), score.end()));
            return way;
        }
        return Span.clip(once, target, score.end());
    }

    private static @Nullable Long target(List<Jump> signs, Jump back) {
        if (back.kind() == Kind.DA_CAPO) {
            return 0L;
        }
        Jump segno = only(signs, Kind.SEGNO, Kind.SEGNO);
        return segno == null || segno.time() >= back.time() ? null : segno.time();
    }

    private static List<Jump> of(List<Jump> signs, Kind kind) {
        return signs.stream().filter(sign -> sign.kind() == kind).toList();
    }

    /** The only sign of two kinds; null if there are several or none. */
    private static @Nullable Jump only(List<Jump> signs, Kind kind, Kind orKind) {
        List<Jump> found = signs.stream()
                .filter(sign -> sign.kind() == kind || sign.kind() == orKind)
                .toList();
        return found.size() == 1 ? found.get(0) : null;
    }
}
