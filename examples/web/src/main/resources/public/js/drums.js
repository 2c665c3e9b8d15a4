// Drums of noise and falling tones, one recipe for each kind.

const NOISE_SECONDS = 1.5;
const LEVEL = 0.5;
const SILENT_AFTER = 6; // decays, by when nothing is left to hear

/**
 * @typedef {Object} Recipe
 * @property {number} level how loud, beside the others
 * @property {number} decay seconds until it has fallen to about a third
 * @property {[number, number]} [tone] from which frequency it falls to which
 * @property {[BiquadFilterType, number]} [noise] what noise is let through
 */

/** @type {Object<string, Recipe>} */
const RECIPES = {
  kick: { level: 1.1, decay: 0.11, tone: [150, 46] },
  snare: { level: 0.55, decay: 0.07, tone: [220, 170], noise: ['bandpass', 1900] },
  hat: { level: 0.3, decay: 0.025, noise: ['highpass', 7500] },
  openHat: { level: 0.28, decay: 0.14, noise: ['highpass', 7000] },
  lowTom: { level: 0.8, decay: 0.14, tone: [150, 82] },
  midTom: { level: 0.75, decay: 0.13, tone: [200, 118] },
  highTom: { level: 0.7, decay: 0.12, tone: [260, 160] },
  crash: { level: 0.3, decay: 0.42, noise: ['highpass', 4200] },
  ride: { level: 0.2, decay: 0.22, noise: ['highpass', 5600] },
};

/** By pitches of General MIDI; all others sound like the snare. */
const KINDS = new Map([
  [35, 'kick'], [36, 'kick'], [42, 'hat'], [44, 'hat'], [46, 'openHat'], [54, 'hat'], [69, 'hat'], [70, 'hat'],
  [41, 'lowTom'], [43, 'lowTom'], [45, 'lowTom'], [47, 'midTom'], [48, 'midTom'], [50, 'highTom'],
  [49, 'crash'], [52, 'crash'], [55, 'crash'], [57, 'crash'], [51, 'ride'], [53, 'ride'], [59, 'ride'],
]);

/** A set of drums on an audio context. */
export class Drums {
  #context;
  #output;
  #noise = null;

  /**
   * @param {BaseAudioContext} context
   * @param {AudioNode} output where the sound goes
   */
  constructor(context, output) {
    this.#context = context;
    this.#output = output;
  }

  /**
   * Strikes one.
   *
   * @param {number} pitch
   * @param {number} at seconds of the audio context
   * @param {number} velocity from 0 to 1
   */
  strike(pitch, at, velocity) {
    const { level, decay, tone, noise } = RECIPES[KINDS.get(pitch) ?? 'snare'];
    const strength = new GainNode(this.#context, { gain: 0 });
    strength.gain.setValueAtTime(0, at);
    strength.gain.linearRampToValueAtTime(LEVEL * level * (0.25 + 0.75 * velocity), at + 0.002);
    strength.gain.setTargetAtTime(0, at + 0.002, decay);
    strength.connect(this.#output);
    const sources = [...(tone ? [this.#tone(tone, at, decay, strength)] : []), ...(noise ? [this.#hiss(noise, strength)] : [])];
    sources.forEach((source) => {
      source.start(at);
      source.stop(at + SILENT_AFTER * decay);
    });
    sources[0].addEventListener('ended', () => strength.disconnect());
  }

  #tone([from, to], at, decay, output) {
    const source = new OscillatorNode(this.#context, { frequency: from });
    source.frequency.setValueAtTime(from, at);
    source.frequency.exponentialRampToValueAtTime(to, at + decay);
    source.connect(output);
    return source;
  }

  #hiss([type, frequency], output) {
    const source = new AudioBufferSourceNode(this.#context, { buffer: this.#noiseBuffer(), loop: true });
    source.connect(new BiquadFilterNode(this.#context, { type, frequency, Q: 0.7 })).connect(output);
    return source;
  }

  #noiseBuffer() {
    if (!this.#noise) {
      const { sampleRate } = this.#context;
      this.#noise = new AudioBuffer({ length: Math.round(NOISE_SECONDS * sampleRate), sampleRate });
      const samples = this.#noise.getChannelData(0);
      for (let i = 0; i < samples.length; i++) {
        samples[i] = Math.random() * 2 - 1;
      }
    }
    return this.#noise;
  }
}
