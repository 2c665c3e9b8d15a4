// Plays a finished tune, and knows where it is.

import { now } from './clock.js';
import { PATCHES } from './patches.js';
import { STEPS_PER_BEAT } from './pulse.js';

const AHEAD_SECONDS = 0.2;
const LOOK_EVERY_MS = 40;
const SOON_SECONDS = 0.06;

/** Our instruments by the families of General MIDI, eight programs each. */
const FAMILIES = [
  'piano', 'bells', 'piano', 'guitar', 'guitar', 'strings', 'strings', 'clarinet',
  'clarinet', 'flute', 'clarinet', 'strings', 'bells', 'guitar', 'bells', 'bells',
];

/**
 * @typedef {Object} Tune
 * @property {{pitch: number, velocity: number, start: number, end: number}[]} notes in steps
 * @property {number} steps
 * @property {number} tempo beats per minute
 * @property {number} instrument program of General MIDI, from 0
 */

/** Plays one tune at a time. */
export class Playback {
  #sound;
  #changed;
  #tune = null;
  #from = 0; // the step where it was started or stopped
  #startedAt = 0;
  #timer = null;
  #next = 0; // of the notes
  #tones = new Set();

  /**
   * @param {import('./sound.js').Sound} sound
   * @param {function(Playback): void} changed called when it begins and ends
   */
  constructor(sound, changed) {
    this.#sound = sound;
    this.#changed = changed;
  }

  /** @returns {Tune|null} */
  get tune() {
    return this.#tune;
  }

  /** @param {Tune} tune to play from its beginning, when asked to */
  set tune(tune) {
    this.stop();
    this.#tune = { ...tune, notes: [...tune.notes].sort((a, b) => a.start - b.start) };
    this.#from = 0;
    this.#changed(this);
  }

  /** @returns {boolean} */
  get playing() {
    return this.#timer !== null;
  }

  /** @returns {number} steps, with their fraction */
  get position() {
    const step = this.playing ? this.#from + Math.max(0, now() - this.#startedAt) / this.#stepSeconds : this.#from;
    return Math.min(this.#tune?.steps ?? 0, step);
  }

  /** Plays on from where it is, or from the beginning if it was over. */
  play() {
    if (!this.playing && this.#tune) {
      this.#sound.wake();
      this.#from = this.#from >= this.#tune.steps ? 0 : this.#from;
      this.#startedAt = now() + SOON_SECONDS;
      this.#next = this.#tune.notes.findIndex(({ start }) => start >= this.#from);
      this.#next = this.#next < 0 ? this.#tune.notes.length : this.#next;
      this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
      this.#look();
      this.#changed(this);
    }
  }

  /** Stops where it is. */
  stop() {
    if (this.playing) {
      this.#from = this.position;
      clearInterval(this.#timer);
      this.#timer = null;
      this.#tones.forEach((tone) => tone.release());
      this.#tones.clear();
      this.#changed(this);
    }
  }

  /**
   * Goes elsewhere, and plays on if it was playing.
   *
   * @param {number} step
   */
  seek(step) {
    const playing = this.playing;
    this.stop();
    this.#from = Math.max(0, Math.min(this.#tune?.steps ?? 0, step));
    if (playing) {
      this.play();
    }
  }

  get #stepSeconds() {
    return 60 / (this.#tune?.tempo ?? 120) / STEPS_PER_BEAT;
  }

  #timeOf(step) {
    return this.#startedAt + (step - this.#from) * this.#stepSeconds;
  }

  #look() {
    const { notes, steps, instrument } = this.#tune;
    const patch = PATCHES[FAMILIES[Math.floor(instrument / 8)] ?? 'piano'];
    while (this.#next < notes.length && this.#timeOf(notes[this.#next].start) < now() + AHEAD_SECONDS) {
      const { pitch, velocity, start, end } = notes[this.#next++];
      const tone = this.#sound.tone(patch, pitch, this.#timeOf(start), velocity / 127);
      tone.release(this.#timeOf(end));
      this.#tones.add(tone);
    }
    if (this.position >= steps) {
      this.stop();
      this.#tones.clear();
    }
  }
}
