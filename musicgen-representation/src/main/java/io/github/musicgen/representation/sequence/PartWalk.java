package io.github.musicgen.representation.sequence;

/** Walks over a part, window by window. */
final class PartWalk {
    private final Part part;
    private final Cursor<Note> notes;
    private final ControllerWalk controlChanges;
    private final StateWalk<PitchBend> pitchBends;
    private final Cursor<Lyric> lyrics;

    PartWalk(Part part) {
        this.part = part;
        this.notes = new Cursor<>(part.notes(), Note::startTick);
        this.controlChanges = new ControllerWalk(part.controlChanges());
        this.pitchBends = new StateWalk<>(part.pitchBends());
        this.lyrics = new Cursor<>(part.lyrics(), Lyric::tick);
    }

    Part in(Window window) {
        return new Part(
                part.name(),
                part.program(),
                part.drums(),
                notes.inside(window).stream().map(window::moved).toList(),
                controlChanges.in(window),
                pitchBends.in(window),
                window.moved(lyrics.inside(window)));
    }
}
