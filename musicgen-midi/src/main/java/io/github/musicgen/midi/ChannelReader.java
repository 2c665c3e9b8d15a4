package io.github.musicgen.midi;

import io.github.musicgen.midi.smf.ChannelEvent;
import io.github.musicgen.midi.smf.ChannelEvent.ControlChange;
import io.github.musicgen.midi.smf.ChannelEvent.NoteOn;
import io.github.musicgen.midi.smf.ChannelEvent.PitchBend;
import io.github.musicgen.representation.sequence.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads what one track says on one channel: a part for each program, notes paired first in, first out. */
final class ChannelReader {

    private static final int BANK_SELECT = 0;
    private static final int BANK_SELECT_FINE = 32;

    private final long offset; // what the ticks of the track are to be moved by
    private final IntFunction<Part.Builder> newPart; // program -> a part of the track
    private final Map<Integer, Part.Builder> parts = new HashMap<>(); // by program
    private final Map<Integer, Deque<Struck>> sounding = new HashMap<>(); // by key
    private final List<ChannelEvent> waiting = new ArrayList<>(); // controls that belong to the part of the next note
    private Part.@Nullable Builder lastPart; // of the last note
    private boolean betweenPrograms = true; // no note since the last program change
    private @Nullable Integer program; // as the track itself has set it

    /** A note that has begun. */
    private record Struck(NoteOn event, Part.Builder part) {}

    ChannelReader(long offset, IntFunction<Part.Builder> newPart) {
        this.offset = offset;
        this.newPart = newPart;
    }

    @Nullable
    Integer program() {
        return program;
    }

    /** The first controller or bend that has found no part yet. */
    Optional<ChannelEvent> firstWaiting() {
        return waiting.stream().findFirst();
    }

    boolean isSounding(int key) {
        Deque<Struck> same = sounding.get(key);
        return same != null && !same.isEmpty();
    }

    void changeProgram(int next) {
        betweenPrograms |= program == null || program != next;
        program = next;
    }

    /** Begins a note; returns the part that plays it. */
    Part.Builder strike(NoteOn event, int currentProgram) {
        Part.Builder part = parts.computeIfAbsent(currentProgram, newPart::apply);
        lastPart = part;
        betweenPrograms = false;
        giveWaiting(part);
        sounding.computeIfAbsent(event.key(), unused -> new ArrayDeque<>(2)).add(new Struck(event, part));
        return part;
    }

    /** Ends the note of a key that was struck first; returns whether there was one. */
    boolean release(int key, long tick) {
        Deque<Struck> same = sounding.get(key);
        Struck first = same == null ? null : same.poll();
        if (first == null) {
            return false;
        }
        end(first, tick);
        return true;
    }

    /**
     * Gives a controller to the part of the last note. After a program change it waits for the next note, and so do bank selects,
     * which come before one, and what follows them.
     */
    void control(ChannelEvent event) {
        if (lastPart == null || betweenPrograms || !waiting.isEmpty() || isBankSelect(event)) {
            waiting.add(event);
        } else {
            addControl(lastPart, event);
        }
    }

    /** Ends what still sounds and says what that was. */
    void finish(long endTick, Consumer<NoteOn> unended) {
        for (Deque<Struck> same : sounding.values()) {
            for (Struck struck : same) {
                end(struck, endTick);
                unended.accept(struck.event());
            }
        }
        if (lastPart != null) {
            giveWaiting(lastPart);
        }
    }

    void giveWaiting(Part.Builder part) {
        waiting.forEach(event -> addControl(part, event));
        waiting.clear();
    }

    private void addControl(Part.Builder part, ChannelEvent event) {
        if (event instanceof ControlChange change) {
            part.controlChange(offset + change.tick(), change.controller(), change.value());
        } else if (event instanceof PitchBend bend) {
            part.pitchBend(offset + bend.tick(), bend.value());
        }
    }

    private void end(Struck struck, long tick) {
        NoteOn on = struck.event();
        struck.part().note(on.key(), on.velocity(), offset + on.tick(), offset + tick);
    }

    private static boolean isBankSelect(ChannelEvent event) {
        return event instanceof ControlChange change && isBankSelect(change.controller());
    }

    static boolean isBankSelect(int controller) {
        return controller == BANK_SELECT || controller == BANK_SELECT_FINE;
    }
}
