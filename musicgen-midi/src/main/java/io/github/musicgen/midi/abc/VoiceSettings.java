package io.github.musicgen.midi.abc;

/** What fields and directives tell a voice, each holding until the next of its kind. */
final class VoiceSettings {
    private static final int SEMITONES_PER_OCTAVE = 12;

    Key key = Key.NONE;
    Meter meter = Meter.FREE;
    long unitNote = Meter.FREE.unitNote();
    AccidentalRule accidentalRule = AccidentalRule.PITCH;
    int velocity = Decorations.DEFAULT_VELOCITY;
    int program;
    boolean drums;
    int octaves;
    int clefOctaves;
    int transposition;
    int midiTransposition;

    VoiceSettings copy() {
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
    int semitones() {
        return SEMITONES_PER_OCTAVE * (octaves + clefOctaves) + transposition + midiTransposition;
    }
}
