package io.github.musicgen.midi.musicxml;

import io.github.musicgen.midi.musicxml.FormMark.Coda;
import io.github.musicgen.midi.musicxml.FormMark.DaCapo;
import io.github.musicgen.midi.musicxml.FormMark.DalSegno;
import io.github.musicgen.midi.musicxml.FormMark.Fine;
import io.github.musicgen.midi.musicxml.FormMark.RepeatEnd;
import io.github.musicgen.midi.musicxml.FormMark.RepeatStart;
import io.github.musicgen.midi.musicxml.FormMark.Segno;
import io.github.musicgen.midi.musicxml.FormMark.ToCoda;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the measures of a score are played.
 *
 * <p>A repeat goes back to the last repeat sign, or to where the repeat before it ended. Each da capo and dal segno is followed
 * once, after the repeats that end with its measure. On the way back repeats are not played again, of several endings the last
 * is taken, and fine and to-coda hold; from the coda on everything is as before.
 */
final class Unfolding {
    private final Form form;
    private final Endings endings;
    private final Notices notices;
    private final List<Integer> order = new ArrayList<>();
    private final Set<Integer> jumpsTaken = new HashSet<>();

    private int next;
    private int sectionStart;
    private int pass = 1;
    private boolean onTheWayBack;

    private Unfolding(Form form, Notices notices) {
        this.form = form;
        this.endings = new Endings(form);
        this.notices = notices;
    }

    /**
     * Plays the form.
     *
     * @param weights of each measure, how much is in it
     * @param budget how much there may be in all
     */
    static int[] order(Form form, int[] weights, long budget, Notices notices) throws MalformedMusicXmlException {
        Unfolding unfolding = new Unfolding(form, notices);
        long left = budget;
        while (unfolding.next < weights.length) {
            int measure = unfolding.next;
            if (unfolding.play(measure)) {
                left -= weights[measure];
            }
            if (left < 0) {
                throw new MalformedMusicXmlException(
                        ScorePlace.WHOLE_FILE,
                        "with its repeats played the music must hold at most " + budget + " notes and other events");
            }
        }
        return unfolding.order.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Plays or skips the next measure and says which. */
    private boolean play(int measure) {
        if (form.has(measure, RepeatStart.class) && sectionStart != measure) {
            startSection(measure);
        }
        Ending ending = endings.at(measure);
        if (ending != null && ending.first() == measure && skips(ending)) {
            next = ending.last() + 1;
            return false;
        }
        order.add(measure);
        next = measure + 1;
        if (!repeats(measure, ending)) {
            jump(measure);
        }
        return true;
    }

    private void startSection(int measure) {
        sectionStart = measure;
        pass = 1;
    }

    private boolean skips(Ending ending) {
        if (ending.passesOfGroup() == 0) {
            return false;
        }
        return onTheWayBack ? !ending.lastOfGroup() : !ending.passes().contains(pass);
    }

    private boolean repeats(int measure, @Nullable Ending ending) {
        RepeatEnd repeat = form.mark(measure, RepeatEnd.class).orElse(null);
        if (repeat != null && (!onTheWayBack || repeat.afterJump())) {
            int passes = ending == null ? repeat.times() : ending.passesOfGroup();
            if (pass < passes) {
                pass++;
                next = sectionStart;
                return true;
            }
        }
        boolean endsGroup = ending != null && ending.last() == measure && ending.lastOfGroup();
        if (endsGroup || (repeat != null && ending == null)) {
            startSection(measure + 1);
        }
        return false;
    }

    private void jump(int measure) {
        if (onTheWayBack && form.has(measure, Fine.class)) {
            next = form.measureCount();
        } else if (onTheWayBack && form.has(measure, ToCoda.class)) {
            String id = form.mark(measure, ToCoda.class).map(ToCoda::id).orElse("");
            target(Coda.class, Coda::id, id, measure).ifPresentOrElse(this::goOnAt, () -> noticeNoTarget("coda"));
        } else if (form.has(measure, DaCapo.class) && jumpsTaken.add(measure)) {
            goBackTo(0);
        } else if (form.has(measure, DalSegno.class) && jumpsTaken.add(measure)) {
            String id = form.mark(measure, DalSegno.class).map(DalSegno::id).orElse("");
            target(Segno.class, Segno::id, id, -1).ifPresentOrElse(this::goBackTo, () -> noticeNoTarget("segno"));
        }
    }

    private void goBackTo(int measure) {
        next = measure;
        onTheWayBack = true;
        startSection(measure);
    }

    private void goOnAt(int measure) {
        next = measure;
        onTheWayBack = false;
        startSection(measure);
    }

    private void noticeNoTarget(String mark) {
        notices.add(ScorePlace.WHOLE_FILE, "jump to a " + mark + " that is nowhere; not played");
    }

    /** The measure after another one whose mark has an id; if no mark has it, the first that has a mark at all. */
    private <T extends FormMark> OptionalInt target(Class<T> kind, Function<T, String> idOf, String id, int after) {
        OptionalInt exact = IntStream.range(after + 1, form.measureCount())
                .filter(measure -> {
                    Optional<T> mark = form.mark(measure, kind);
                    return mark.isPresent() && idOf.apply(mark.get()).equals(id);
                })
                .findFirst();
        return exact.isPresent()
                ? exact
                : IntStream.range(after + 1, form.measureCount())
                        .filter(measure -> form.has(measure, kind))
                        .findFirst();
    }
}
