package io.github.musicgen.midi.abc.tune;

/** What fields and directives tell a voice, each holding until the next of its kind. */
public final class VoiceSettings {
    private static final int SEMITONES_PER_OCTAVE = 12;

    public Key key = Key.NONE;
    public Meter meter = Meter.FREE;
    public long unitNote = Meter.FREE.unitNote();
    public AccidentalRule accidentalRule = AccidentalRule.PITCH;
    int velocity = Decorations.DEFAULT_VELOCITY;
    public int program;
    public boolean drums;
    public int octaves;
    public int clefOctaves;
    public int transposition;
    public int midiTransposition;

    public VoiceSettings copy() {
        VoiceSettings copy = new VoiceSettings();
        copy.key = key;
        copy.meter = meter;
        copy.unitNote = unitNote;
        copy.accidentalRule = accidentalRule;
        copy.velocity = velocity;
        copy.program = program;
        copy.drums = drums;
        copy.octaves = octaves;
        copy.clefOctaves = clefOctaves;
        copy.transposition = transposition;
        copy.midiTransposition = midiTransposition;
        return copy;
    }

    /** Semitones from a written note to the one that sounds. */
    public int semitones() {
        return SEMITONES_PER_OCTAVE * (octaves + clefOctaves) + transposition + midiTransposition;
    }
}
