// The sound: additive tones through a filter, a small hall, a compressor and a soft limit. Nothing is downloaded.

import { Drums } from './drums.js';

const MOST_VOICES = 32;
const VOICE_LEVEL = 0.2;
const HALL_SECONDS = 1.4;
const HALL_SHARE = 0.16;
const SILENT_AFTER = 7; // releases, by when a tone is below a thousandth

/** One tone. It ends by a gain of its own, so that neither a start nor an end, however close, makes a click. */
class Voice {
  #context;
  #damper;
  #release;
  #sources = [];
  #endsAt = Infinity;

  constructor(context, patch, wave, pitch, velocity, at, output) {
    this.#context = context;
    this.#release = patch.release;
    this.#damper = new GainNode(context, { gain: 1 });
    const frequency = 440 * 2 ** ((pitch - 69) / 12);
    const filter = Voice.#filter(context, patch, frequency, at);
    const strength = Voice.#strength(context, patch, velocity, at);
    filter.connect(strength).connect(this.#damper).connect(output);
    const cents = patch.detune > 0 ? [-patch.detune / 2, patch.detune / 2] : [0];
    for (const detune of cents) {
      const source = new OscillatorNode(context, { type: 'custom', periodicWave: wave, frequency, detune });
      source.connect(filter);
      this.#sources.push(source);
    }
    if (patch.vibrato > 0) {
      this.#sources.push(Voice.#vibrato(context, patch, this.#sources, at));
    }
    this.#sources.forEach((source) => source.start(at));
  }

  static #filter(context, patch, frequency, at) {
    const highest = context.sampleRate / 2.5;
    const filter = new BiquadFilterNode(context, { type: 'lowpass', Q: 0.5 });
    filter.frequency.setValueAtTime(Math.min(highest, frequency * patch.brightness), at);
    filter.frequency.setTargetAtTime(Math.min(highest, frequency * patch.warmth), at, patch.decay);
    return filter;
  }

  static #strength(context, patch, velocity, at) {
    const peak = VOICE_LEVEL * patch.level * (0.35 + 0.65 * velocity);
    const strength = new GainNode(context, { gain: 0 });
    strength.gain.setValueAtTime(0, at);
    strength.gain.linearRampToValueAtTime(peak, at + patch.attack);
    strength.gain.setTargetAtTime(peak * patch.sustain, at + patch.attack, patch.decay);
    return strength;
  }

  static #vibrato(context, patch, sources, at) {
    const wobble = new OscillatorNode(context, { frequency: 5.2 });
    const depth = new GainNode(context, { gain: 0 });
    depth.gain.setValueAtTime(0, at + 0.15);
    depth.gain.linearRampToValueAtTime(patch.vibrato, at + 0.5);
    wobble.connect(depth);
    sources.forEach((source) => depth.connect(source.detune));
    return wobble;
  }

  /** Lets the tone go, at the earliest of the times that were asked for. */
  release(at) {
    const when = Math.max(at, this.#context.currentTime);
    if (when >= this.#endsAt) {
      return;
    }
    if (this.#endsAt === Infinity || this.#endsAt > this.#context.currentTime) {
      this.#damper.gain.cancelScheduledValues(0);
      this.#damper.gain.setTargetAtTime(0, when, this.#release);
      this.#sources.forEach((source) => source.stop(when + SILENT_AFTER * this.#release));
      this.#endsAt = when;
    }
  }

  /** Calls back when the tone has died away. */
  whenOver(call) {
    this.#sources[0].addEventListener('ended', () => {
      this.#damper.disconnect();
      call();
    });
  }
}

/** A polyphonic instrument on an audio context. */
export class Synth {
  #context;
  #voices = new Set();
  #waves = new Map();
  #volume;
  #drums;

  /**
   * @param {BaseAudioContext} context
   * @param {AudioNode} [output] where the sound goes; the context's destination if it is not said
   */
  constructor(context, output = context.destination) {
    this.#context = context;
    this.#volume = new GainNode(context, { gain: 0.8 });
    this.#drums = new Drums(context, this.#volume);
    const compressor = new DynamicsCompressorNode(context, { threshold: -16, knee: 12, ratio: 5, attack: 0.004, release: 0.2 });
    const trim = new GainNode(context, { gain: 0.7 });
    this.#volume.connect(compressor).connect(trim).connect(softLimit(context)).connect(output);
    const hall = new ConvolverNode(context, { buffer: hallImpulse(context) });
    const share = new GainNode(context, { gain: HALL_SHARE });
    this.#volume.connect(share).connect(hall).connect(compressor);
  }

  /** @param {number} share of the full volume, from 0 to 1 */
  set volume(share) {
    this.#volume.gain.setTargetAtTime(share * share, this.#context.currentTime, 0.02);
  }

  /**
   * Begins a tone.
   *
   * @param {import('./patches.js').Patch} patch
   * @param {number} pitch of MIDI
   * @param {number} at seconds of the audio context
   * @param {number} [velocity] from 0 to 1
   * @returns {{release: function(number): void}} with which it ends
   */
  start(patch, pitch, at, velocity = 0.8) {
    if (this.#voices.size >= MOST_VOICES) {
      const [oldest] = this.#voices;
      oldest.release(this.#context.currentTime);
      this.#voices.delete(oldest);
    }
    const voice = new Voice(this.#context, patch, this.#wave(patch), pitch, velocity, at, this.#volume);
    this.#voices.add(voice);
    voice.whenOver(() => this.#voices.delete(voice));
    return voice;
  }

  /**
   * Strikes a drum, which ends by itself.
   *
   * @param {number} pitch that stands for it in General MIDI
   * @param {number} at seconds of the audio context
   * @param {number} [velocity] from 0 to 1
   */
  strike(pitch, at, velocity = 0.8) {
    this.#drums.strike(pitch, at, velocity);
  }

  #wave(patch) {
    if (!this.#waves.has(patch)) {
      const imaginary = Float32Array.from([0, ...patch.partials]);
      this.#waves.set(patch, new PeriodicWave(this.#context, { real: new Float32Array(imaginary.length), imag: imaginary }));
    }
    return this.#waves.get(patch);
  }
}

/** Bends what is loud, so that no sample comes near 1 and a metronome still has room. */
function softLimit(context) {
  const curve = Float32Array.from({ length: 2049 }, (_, i) => 0.8 * Math.tanh(1.75 * (i - 1024) / 1024));
  return new WaveShaperNode(context, { curve, oversample: '2x' });
}

/** Noise that dies away, as the walls of a small hall give it back. */
function hallImpulse(context) {
  const length = Math.round(HALL_SECONDS * context.sampleRate);
  const buffer = new AudioBuffer({ length, numberOfChannels: 2, sampleRate: context.sampleRate });
  for (let channel = 0; channel < 2; channel++) {
    const samples = buffer.getChannelData(channel);
    for (let i = 0; i < length; i++) {
      samples[i] = (Math.random() * 2 - 1) * (1 - i / length) ** 3;
    }
  }
  return buffer;
}
