"""Makes the reference values that evaluation is tested against, with the programs whose figures it computes.

    git clone https://github.com/salu133445/muspy && git clone https://github.com/RichardYang40148/mgeval
    python3 docs/cross-check/evaluation.py muspy/muspy/metrics/metrics.py mgeval/mgeval/core.py > reference.json

wants NumPy and SciPy. MusPy's metrics run as they are. MGEval is of Python 2 and reads MIDI files with two libraries; here its code
is run with the few changes that Python 3 asks for, on stand-ins for what it uses of them: `pattern`, a track of python-midi, and
`pretty_midi`, with what pretty_midi 0.2.10 does. SciPy gives densities and integrals.
"""

import json
import random
import re
import sys
import types

import numpy as np
from scipy import integrate, stats

NO_EVENT, NOTE_OFF = -2, -1
STEP_TICKS, STEPS_PER_QUARTER = 24, 4
BARS = 8


def melodies():
    """Melodies of many kinds: of one note, with rests and without, in several meters, drawn from few and from many pitches."""
    yield 16, [60]
    yield 16, [60, NO_EVENT, NO_EVENT, 64]
    yield 16, ([60, -2, 62, -2, 64, -2, 65, -2, 67, -2, -2, -2, -1, -2, -2, -2] + [67, -2, 65, -2, 64, -2, 62, -2] + [60] + [-2] * 7) * 3
    yield 16, [-2] * 16 + [72] + [-2] * 20 + [-1] + [-2] * 30 + [71, 70, 69, -1] + [-2] * 9
    draw = random.Random(7)
    for number in range(12):
        bar = (16, 12, 8, 24)[number % 4]
        low, high = (60, 68) if number % 3 else (48, 84)
        share = 0.15 + 0.05 * number
        events, sounds = [], False
        for _ in range(draw.randrange(20, 200)):
            event = NO_EVENT
            if draw.random() < share:
                event = draw.randrange(low, high)
                sounds = True
            elif sounds and draw.random() < 0.1:
                event, sounds = NOTE_OFF, False
            events.append(event)
        yield bar, events


def notes(events):
    """(start, end, pitch) in steps; what sounds at the end of the melody ends there."""
    found, sounding = [], None
    for step, event in enumerate(events + [NOTE_OFF]):
        if event != NO_EVENT:
            if sounding is not None:
                found.append((sounding[0], step, sounding[1]))
            sounding = None if event == NOTE_OFF else (step, event)
    return found


def muspy_metrics(path, found, bar):
    code = open(path, encoding="utf-8").read().replace("from ..music import Music", "Music = object")
    metrics = types.ModuleType("metrics")
    exec(compile(code, path, "exec"), metrics.__dict__)
    played = [types.SimpleNamespace(time=s, end=e, pitch=p) for s, e, p in found]
    track = types.SimpleNamespace(is_drum=False, notes=played, get_end_time=lambda: max((n.end for n in played), default=0))
    music = types.SimpleNamespace(tracks=[track], resolution=STEPS_PER_QUARTER)
    return {
        "pitchRange": metrics.pitch_range(music),
        "pitchesUsed": metrics.n_pitches_used(music),
        "pitchClassesUsed": metrics.n_pitch_classes_used(music),
        "pitchEntropy": metrics.pitch_entropy(music),
        "pitchClassEntropy": metrics.pitch_class_entropy(music),
        "scaleConsistency": metrics.scale_consistency(music),
        "emptyBeatRate": metrics.empty_beat_rate(music),
        "emptyMeasureRate": metrics.empty_measure_rate(music, bar),
        "grooveConsistency": metrics.groove_consistency(music, bar),
    }


class Event:
    def __init__(self, tick, data):
        self.tick, self.data = tick, data


class NoteOnEvent(Event):
    pass


class NoteOffEvent(Event):
    pass


class TimeSignatureEvent(Event):
    pass


class Pattern(list):
    resolution = STEP_TICKS * STEPS_PER_QUARTER

    def make_ticks_abs(self):
        pass


class Instrument:
    """What MGEval uses of pretty_midi, a step being 0.25 seconds: whole frames of the piano roll."""

    def __init__(self, found):
        self.found = [(s * 0.25, e * 0.25, p) for s, e, p in found]
        self.instruments = [self]

    def get_piano_roll(self, fs):
        roll = np.zeros((128, int(fs * max(e for _, e, _ in self.found))))
        for start, end, pitch in self.found:
            roll[pitch, int(start * fs) : int(end * fs)] += 100
        return roll

    def get_onsets(self):
        return np.sort([start for start, _, _ in self.found])

    def get_pitch_class_transition_matrix(self):
        starts, classes = np.array([[s, p % 12] for s, _, p in self.found]).T
        ends = np.array([e for _, e, _ in self.found])
        sources, targets = np.where(abs(np.subtract.outer(ends, starts)) < 0.05)
        return np.histogram2d(classes[sources], classes[targets], bins=np.arange(13))[0]


def mgeval(path):
    code = open(path, encoding="utf-8").read()
    code = re.sub(r'print (".*")', r"print(\1)", code)
    code = code.replace(".tick / bar_length", ".tick // bar_length").replace("* 4 / 2**", "* 4 // 2**")
    code = re.sub(r"^import (pretty_midi|midi)$", "", code, flags=re.M)
    core = types.ModuleType("core")
    core.midi = types.SimpleNamespace(events=sys.modules[__name__])
    exec(compile(code, path, "exec"), core.__dict__)
    return core.metrics()


def mgeval_features(path, found, bar):
    metrics = mgeval(path)
    events = [TimeSignatureEvent(0, [bar, 4, 24, 8])]  # bar / 16
    for start, end, pitch in found:
        events.append(NoteOnEvent(start * STEP_TICKS, [pitch, 100]))
        events.append(NoteOffEvent(end * STEP_TICKS, [pitch, 0]))
    events.sort(key=lambda event: (event.tick, isinstance(event, NoteOnEvent)))
    feature = {"pretty_midi": Instrument(found), "midi_pattern": Pattern([events])}
    several = len(found) > 1
    return {
        "totalUsedPitch": metrics.total_used_pitch(feature),
        "barUsedPitch": metrics.bar_used_pitch(feature, 0, BARS),
        "totalUsedNote": metrics.total_used_note(feature, 0),
        "barUsedNote": metrics.bar_used_note(feature, 0, BARS),
        "pitchClassHistogram": metrics.total_pitch_class_histogram(feature),
        "pitchClassTransitionMatrix": metrics.pitch_class_transition_matrix(feature),
        "pitchRange": metrics.pitch_range(feature),
        "averagePitchShift": metrics.avg_pitch_shift(feature, 0) if several else 0,
        "averageInterOnsetInterval": metrics.avg_IOI(feature) if several else 0,  # a quarter is a second
        "noteLengthHistogram": metrics.note_length_hist(feature, 0),
        "noteLengthTransitionMatrix": metrics.note_length_transition_matrix(feature, 0),
    }


def densities():
    draw = np.random.default_rng(11)
    pairs = [
        ([1.0, 2.0, 4.0], [3.0, 3.5, 7.0, 9.0]),
        (draw.normal(0, 1, 40), draw.normal(1, 2, 30)),
        (np.floor(draw.exponential(4, 90)), np.floor(draw.exponential(5, 100))),
        ([0.0, 0.1, 0.2, 0.3], [50.0, 50.1, 51.0]),
    ]
    for first, second in pairs:
        first, second = np.array(first), np.array(second)
        low, high = min(first.min(), second.min()), max(first.max(), second.max())
        one, other = stats.gaussian_kde(first), stats.gaussian_kde(second)
        places = np.linspace(low, high, 1000)
        # MGEval's overlap_area, with the kinks and the narrow densities shown to quad
        area = integrate.quad(lambda x: min(one(x)[0], other(x)[0]), low, high, limit=2000, points=np.linspace(low, high, 400))[0]
        yield {
            "first": first.tolist(),
            "second": second.tolist(),
            "bandwidth": one.factor * first.std(ddof=1),
            "places": places[::111].tolist(),
            "density": one(places[::111]).tolist(),
            "overlapArea": area,
            "klDivergence": stats.entropy(np.maximum(one(places), sys.float_info.min), np.maximum(other(places), sys.float_info.min)),
        }


def plain(value):
    if isinstance(value, np.ndarray):
        return [plain(each) for each in value.flatten()]
    if np.isnan(value):
        return None
    return int(value) if value == int(value) else float(value)


def main():
    pieces = []
    for bar, events in melodies():
        found = notes(events)
        metrics, features = muspy_metrics(sys.argv[1], found, bar), mgeval_features(sys.argv[2], found, bar)
        pieces.append({
            "stepsPerBar": bar,
            "events": events,
            "muspy": {name: plain(value) for name, value in metrics.items()},
            "mgeval": {name: plain(value) for name, value in features.items()},
        })
    lines = ",\n".join(json.dumps(piece) for piece in pieces)
    more = ",\n".join(json.dumps(pair) for pair in densities())
    print('{"melodies": [\n' + lines + '\n],\n"densities": [\n' + more + "\n]}")


main()
