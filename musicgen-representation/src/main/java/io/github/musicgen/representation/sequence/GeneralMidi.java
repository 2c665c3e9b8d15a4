package io.github.musicgen.representation.sequence;

import java.util.List;

/** The names that General MIDI gives to its programs, to their sixteen families and to the drums of its percussion map. */
public final class GeneralMidi {
    /** How many programs there are. */
    public static final int PROGRAMS = 128;

    /** How many programs one family has. */
    public static final int PROGRAMS_PER_FAMILY = 8;

    /** The lowest pitch that the percussion map names. */
    public static final int LOWEST_DRUM = 35;

    private static final List<String> FAMILIES = List.of(
            "Piano",
            "Chromatic Percussion",
            "Organ",
            "Guitar",
            "Bass",
            "Strings",
            "Ensemble",
            "Brass",
            "Reed",
            "Pipe",
            "Synth Lead",
            "Synth Pad",
            "Synth Effects",
            "Ethnic",
            "Percussive",
            "Sound Effects");

    // One line a family.
    private static final List<String> PROGRAM_NAMES = lines("""
            Acoustic Grand Piano|Bright Acoustic Piano|Electric Grand Piano|Honky-tonk Piano|Electric Piano 1|Electric Piano 2|Harpsichord|Clavi
            Celesta|Glockenspiel|Music Box|Vibraphone|Marimba|Xylophone|Tubular Bells|Dulcimer
            Drawbar Organ|Percussive Organ|Rock Organ|Church Organ|Reed Organ|Accordion|Harmonica|Tango Accordion
            Acoustic Guitar (nylon)|Acoustic Guitar (steel)|Electric Guitar (jazz)|Electric Guitar (clean)|Electric Guitar (muted)|Overdriven Guitar|Distortion Guitar|Guitar Harmonics
            Acoustic Bass|Electric Bass (finger)|Electric Bass (pick)|Fretless Bass|Slap Bass 1|Slap Bass 2|Synth Bass 1|Synth Bass 2
            Violin|Viola|Cello|Contrabass|Tremolo Strings|Pizzicato Strings|Orchestral Harp|Timpani
            String Ensemble 1|String Ensemble 2|Synth Strings 1|Synth Strings 2|Choir Aahs|Voice Oohs|Synth Voice|Orchestra Hit
            Trumpet|Trombone|Tuba|Muted Trumpet|French Horn|Brass Section|Synth Brass 1|Synth Brass 2
            Soprano Sax|Alto Sax|Tenor Sax|Baritone Sax|Oboe|English Horn|Bassoon|Clarinet
            Piccolo|Flute|Recorder|Pan Flute|Blown Bottle|Shakuhachi|Whistle|Ocarina
            Lead 1 (square)|Lead 2 (sawtooth)|Lead 3 (calliope)|Lead 4 (chiff)|Lead 5 (charang)|Lead 6 (voice)|Lead 7 (fifths)|Lead 8 (bass + lead)
            Pad 1 (new age)|Pad 2 (warm)|Pad 3 (polysynth)|Pad 4 (choir)|Pad 5 (bowed)|Pad 6 (metallic)|Pad 7 (halo)|Pad 8 (sweep)
            FX 1 (rain)|FX 2 (soundtrack)|FX 3 (crystal)|FX 4 (atmosphere)|FX 5 (brightness)|FX 6 (goblins)|FX 7 (echoes)|FX 8 (sci-fi)
            Sitar|Banjo|Shamisen|Koto|Kalimba|Bagpipe|Fiddle|Shanai
            Tinkle Bell|Agogo|Steel Drums|Woodblock|Taiko Drum|Melodic Tom|Synth Drum|Reverse Cymbal
            Guitar Fret Noise|Breath Noise|Seashore|Bird Tweet|Telephone Ring|Helicopter|Applause|Gunshot
            """);

    // From LOWEST_DRUM on.
    private static final List<String> DRUM_NAMES = lines("""
            Acoustic Bass Drum|Bass Drum 1|Side Stick|Acoustic Snare|Hand Clap|Electric Snare|Low Floor Tom|Closed Hi-Hat
            High Floor Tom|Pedal Hi-Hat|Low Tom|Open Hi-Hat|Low-Mid Tom|Hi-Mid Tom|Crash Cymbal 1|High Tom
            Ride Cymbal 1|Chinese Cymbal|Ride Bell|Tambourine|Splash Cymbal|Cowbell|Crash Cymbal 2|Vibraslap
            Ride Cymbal 2|Hi Bongo|Low Bongo|Mute Hi Conga|Open Hi Conga|Low Conga|High Timbale|Low Timbale
            High Agogo|Low Agogo|Cabasa|Maracas|Short Whistle|Long Whistle|Short Guiro|Long Guiro
            Claves|Hi Wood Block|Low Wood Block|Mute Cuica|Open Cuica|Mute Triangle|Open Triangle
            """);

    private GeneralMidi() {}

    /**
     * The names of the families of eight programs.
     *
     * @return sixteen names, from {@code Piano} to {@code Sound Effects}
     */
    public static List<String> familyNames() {
        return FAMILIES;
    }

    /**
     * The name of a program.
     *
     * @param program 0 to 127
     * @return such as {@code Flute} for 73
     */
    public static String programName(int program) {
        Requirements.requireSevenBits("program", program);
        return PROGRAM_NAMES.get(program);
    }

    /**
     * The name of a drum.
     *
     * @param pitch the pitch that strikes it
     * @return such as {@code Side Stick} for 37, or {@code Drum 20} where General MIDI has no name
     */
    public static String drumName(int pitch) {
        Pitch.require(pitch);
        int index = pitch - LOWEST_DRUM;
        return index >= 0 && index < DRUM_NAMES.size() ? DRUM_NAMES.get(index) : "Drum " + pitch;
    }

    private static List<String> lines(String names) {
        return List.of(names.strip().split("[|\n]"));
    }
}
