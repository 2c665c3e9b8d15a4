package io.github.musicgen.api;

import static io.github.musicgen.api.testing.TinyBands.TINY_IN_C;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.bandvae.BandKey;
import io.github.musicgen.api.bandvae.BandKey.Source;
import io.github.musicgen.api.testing.TinyBands;
import io.github.musicgen.midi.MidiReader;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.harmony.ScaleKind;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BandKeyLawsTest {
    private static final List<Band> BANDS =
            List.of(Band.of(TinyBands.of(TINY_IN_C, 6)), Band.of(TinyBands.of(TINY_IN_C, 7)));

    private static BandRequest request(int band, long seed) {
        return BANDS.get(band).request().seed(seed).segments(2);
    }

    private static NoteSequence throughMidi(NoteSequence song) throws Exception {
        return MidiReader.read(MidiFile.parse(MidiWriter.toMidiFile(song).toBytes()));
    }

    /** A wish for all tones moves what is heard to the same place, and forbids nothing. */
    private static Scale allTones(Scale key) {
        return Scale.of(key.relativeMajor(), ScaleKind.CHROMATIC);
    }

    @Property(tries = 100)
    void continueSong_ofASongFromNothing_playsInTheKeyThatWasDrawn(
            @ForAll @IntRange(max = 1) int band, @ForAll long seed, @ForAll long otherSeed) throws Exception {
        BandRequest request = request(band, seed);
        Scale drawn = request.keyToCompose().orElseThrow().scale();
        NoteSequence song = request.compose();
        Assume.that(song.notes().count() > 0);
        for (NoteSequence given : List.of(song, throughMidi(song))) {
            BandRequest next = request.seed(otherSeed);
            assertThat(next.keyToContinue(given)).contains(new BandKey(drawn, Source.SIGNATURE));
            assertThat(next.continueSong(given))
                    .isEqualTo(next.inKey(allTones(drawn)).continueSong(given));
        }
    }

    @Property(tries = 100)
    void continueSong_ofASongInAWishedKey_playsWhereTheWishWas(
            @ForAll @IntRange(max = 1) int band,
            @ForAll long seed,
            @ForAll @IntRange(max = 11) int tonic,
            @ForAll ScaleKind kind)
            throws Exception {
        Scale wished = Scale.of(tonic, kind);
        Assume.that(wished.keySignature().isPresent());
        NoteSequence song = request(band, seed).inKey(wished).compose();
        Assume.that(song.notes().count() > 0);
        BandKey next = request(band, seed).keyToContinue(throughMidi(song)).orElseThrow();
        assertThat(next.source()).isEqualTo(Source.SIGNATURE);
        assertThat(next.scale().relativeMajor()).isEqualTo(wished.relativeMajor());
    }
}
