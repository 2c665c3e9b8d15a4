package io.github.musicgen.midi.musicxml.unfolding;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.midi.musicxml.report.ScorePlace;
import io.github.musicgen.midi.musicxml.score.FormMark.Coda;
import io.github.musicgen.midi.musicxml.score.FormMark.DaCapo;
import io.github.musicgen.midi.musicxml.score.FormMark.DalSegno;
import io.github.musicgen.midi.musicxml.score.FormMark.Fine;
import io.github.musicgen.midi.musicxml.score.FormMark.RepeatEnd;
import io.github.musicgen.midi.musicxml.score.FormMark.RepeatStart;
import io.github.musicgen.midi.musicxml.score.FormMark.Segno;
import io.github.musicgen.midi.musicxml.score.FormMark.ToCoda;
import io.github.musicgen.midi.musicxml.source.Notices;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the measures of a score are played.
 *
 * <p>A repeat goes back to the last repeat sign, or to where the repeat before it ended. Each da capo and dal segno is followed
 * once, after the repeats that end with its measure. On the way back repeats are not played again, of several endings the last
 * is taken, and fine and to-coda hold; from the coda on everything is as before.
 */
public final class Unfolding {
    private final Form form;
    private final Endings endings;
    private final JumpTargets segnos;
    private final JumpTargets codas;
    private final Notices notices;
    private final List<Integer> order = new ArrayList<>();
    private final Set<Integer> jumpsTaken = new HashSet<>();

    private int next;
    private int sectionStart;
    private int pass = 1;
    private int seenInSection;
    private int passesInSection;
    private boolean onTheWayBack;

    private Unfolding(Form form, Notices notices) {
        this.form = form;
        this.endings = new Endings(form);
        this.segnos = JumpTargets.of(form, Segno.class, Segno::id);
        this.codas = JumpTargets.of(form, Coda.class, Coda::id);
        this.notices = notices;
    }

    /**
     * Plays the form.
     *
     * @param weights of each measure, how much is in it
     * @param budget how much there may be in all
     */
    public static int[] order(Form form, int[] weights, long budget, Notices notices)
            throws MalformedMusicXmlException {
        Unfolding unfolding = new Unfolding(form, notices);
        long left = budget;
        while (unfolding.next < weights.length) {
            int measure = unfolding.next;
            unfolding.play(measure);
            left -= weights[measure];
            if (left < 0) {
                throw new MalformedMusicXmlException(
                        ScorePlace.WHOLE_FILE,
                        "with its repeats played the music must hold at most " + budget
                                + " notes and other events, the measures of each part counted");
            }
        }
        return unfolding.order.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Plays or skips the next measure. */
    private void play(int measure) {
        if (form.has(measure, RepeatStart.class) && sectionStart != measure) {
            startSection(measure);
        }
        Ending ending = endings.at(measure);
        if (ending != null && ending.first() == measure && skips(ending)) {
            next = ending.last() + 1;
            return;
        }
        order.add(measure);
        next = measure + 1;
        if (!repeats(measure, ending)) {
            jump(measure);
        }
    }

    private void startSection(int measure) {
        sectionStart = measure;
        seenInSection = measure;
        passesInSection = 0;
        pass = 1;
    }

    private boolean skips(Ending ending) {
        return onTheWayBack ? ending.skippedOnTheWayBack() : ending.skippedAt(pass);
    }

    /** Goes back to the start of the section if a repeat ends here and has passes left; says whether it did. */
    private boolean repeats(int measure, @Nullable Ending ending) {
        RepeatEnd repeat = form.mark(measure, RepeatEnd.class).orElse(null);
        if (repeat != null && (!onTheWayBack || repeat.afterJump()) && pass < passes(repeat, measure)) {
            pass++;
            next = sectionStart;
            return true;
        }
        boolean endsGroup = ending != null
                && ending.last() == measure
                && ending.lastOfGroup()
                && ending.group().leadsBack();
        if (endsGroup || (repeat != null && ending == null)) {
            startSection(measure + 1);
        }
        return false;
    }

    /** How often the section is played: as the repeat says, or as often as endings in it need. */
    private int passes(RepeatEnd repeat, int end) {
        for (; seenInSection <= end; seenInSection++) {
            Ending ending = endings.at(seenInSection);
            passesInSection = Math.max(
                    passesInSection, ending == null ? 0 : ending.group().passes());
        }
        return Math.max(repeat.times(), passesInSection);
    }

    private void jump(int measure) {
        if (onTheWayBack && form.has(measure, Fine.class)) {
            next = form.measureCount();
        } else if (onTheWayBack && form.has(measure, ToCoda.class)) {
            String id = form.mark(measure, ToCoda.class).map(ToCoda::id).orElse("");
            codas.after(measure, id).ifPresentOrElse(this::goOnAt, () -> noticeNoTarget("coda"));
        } else if (form.has(measure, DaCapo.class) && jumpsTaken.add(measure)) {
            goBackTo(0);
        } else if (form.has(measure, DalSegno.class) && jumpsTaken.add(measure)) {
            String id = form.mark(measure, DalSegno.class).map(DalSegno::id).orElse("");
            segnos.after(-1, id).ifPresentOrElse(this::goBackTo, () -> noticeNoTarget("segno"));
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
}
