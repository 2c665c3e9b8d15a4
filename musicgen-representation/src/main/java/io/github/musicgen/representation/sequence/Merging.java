package io.github.musicgen.representation.sequence;

import java.util.List;
import java.util.function.Function;

/** Lets several sequences sound together. */
final class Merging {
    private Merging() {}

    static NoteSequence merged(List<NoteSequence> sequences) {
        List<NoteSequence> voices = CommonResolution.of(sequences);
        NoteSequence conductor = voices.get(0);
        return NoteSequence.builder(conductor.ticksPerQuarter())
                .title(conductor.title())
                .tempos(conductor.tempoMap().tempos())
                .timeSignatures(conductor.meterMap().timeSignatures())
                .keySignatures(firstOfAny(voices, NoteSequence::keySignatures))
                .parts(voices.stream().flatMap(voice -> voice.parts().stream()).toList())
                .chordSymbols(firstOfAny(voices, NoteSequence::chordSymbols))
                .markers(voices.stream()
                        .flatMap(voice -> voice.markers().stream())
                        .distinct()
                        .toList())
                .endTick(voices.stream().mapToLong(NoteSequence::endTick).reduce(0, Math::max))
                .build();
    }

    private static <E> List<E> firstOfAny(List<NoteSequence> voices, Function<NoteSequence, List<E>> events) {
        return voices.stream()
                .map(events)
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
