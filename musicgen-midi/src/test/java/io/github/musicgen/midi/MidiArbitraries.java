package io.github.musicgen.midi;

import io.github.musicgen.midi.ChannelEvent.ChannelPressure;
import io.github.musicgen.midi.ChannelEvent.ControlChange;
import io.github.musicgen.midi.ChannelEvent.KeyPressure;
import io.github.musicgen.midi.ChannelEvent.NoteOff;
import io.github.musicgen.midi.ChannelEvent.NoteOn;
import io.github.musicgen.midi.ChannelEvent.PitchBend;
import io.github.musicgen.midi.ChannelEvent.ProgramChange;
import io.github.musicgen.midi.Division.FrameRate;
import io.github.musicgen.midi.Division.TicksPerQuarter;
import io.github.musicgen.midi.Division.TimeCode;
import io.github.musicgen.midi.SystemExclusive.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Every file that the model can hold, small ones mostly. */
final class MidiArbitraries {

    private MidiArbitraries() {}

    /** An event that waits for its tick. */
    private record Step(int delta, LongFunction<MidiEvent> event) {}

    static Arbitrary<MidiFile> files() {
        Arbitrary<List<MidiTrack>> tracks = tracks().list().ofMinSize(1).ofMaxSize(4);
        return Combinators.combine(Arbitraries.integers().between(0, 2), divisions(), tracks)
                .as((format, division, list) ->
                        new MidiFile(format, division, format == 0 ? list.subList(0, 1) : list));
    }

    static Arbitrary<MidiTrack> tracks() {
        return Combinators.combine(steps().list().ofMaxSize(30), deltas()).as((steps, rest) -> {
            List<MidiEvent> events = new ArrayList<>();
            long tick = 0;
            for (Step step : steps) {
                tick += step.delta();
                events.add(step.event().apply(tick));
            }
            return MidiTrack.of(events, tick + rest);
        });
    }

    private static Arbitrary<Division> divisions() {
        Arbitrary<Division> quarters = Arbitraries.integers().between(1, 32_767).map(TicksPerQuarter::new);
        Arbitrary<Division> frames = Combinators.combine(
                        Arbitraries.of(FrameRate.class), Arbitraries.integers().between(1, 255))
                .as(TimeCode::new);
        return Arbitraries.oneOf(quarters, frames);
    }

    private static Arbitrary<Integer> deltas() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0)),
                Tuple.of(5, Arbitraries.integers().between(0, 500)),
                Tuple.of(1, Arbitraries.integers().between(0, VariableLength.MAX)));
    }

    private static Arbitrary<Step> steps() {
        return Combinators.combine(deltas(), events()).as(Step::new).withoutEdgeCases();
    }

    private static Arbitrary<LongFunction<MidiEvent>> events() {
        Arbitrary<Integer> seven = Arbitraries.integers().between(0, 127);
        Arbitrary<Integer> channel = Arbitraries.integers().between(0, 15);
        Arbitrary<LongFunction<MidiEvent>> channelEvents = Combinators.combine(
                        Arbitraries.integers().between(0, 6), channel, seven, seven)
                .as(MidiArbitraries::channelEvent);
        Arbitrary<LongFunction<MidiEvent>> exclusives = Combinators.combine(Arbitraries.of(Form.class), payloads())
                .as((form, payload) -> tick -> new SystemExclusive(tick, form, payload));
        Arbitrary<LongFunction<MidiEvent>> metas = Combinators.combine(
                        seven.filter(type -> type != MetaEvent.END_OF_TRACK), payloads())
                .as((type, payload) -> tick -> new MetaEvent(tick, type, payload));
        return Arbitraries.oneOf(channelEvents, channelEvents, exclusives, metas);
    }

    private static LongFunction<MidiEvent> channelEvent(int kind, int channel, int first, int second) {
        return switch (kind) {
            case 0 -> tick -> new NoteOn(tick, channel, first, second);
            case 1 -> tick -> new NoteOff(tick, channel, first, second);
            case 2 -> tick -> new KeyPressure(tick, channel, first, second);
            case 3 -> tick -> new ControlChange(tick, channel, first, second);
            case 4 -> tick -> new ProgramChange(tick, channel, first);
            case 5 -> tick -> new ChannelPressure(tick, channel, first);
            default -> tick -> new PitchBend(tick, channel, (first | second << 7) + PitchBend.LOWEST);
        };
    }

    private static Arbitrary<Payload> payloads() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(200).map(Payload::of);
    }
}
