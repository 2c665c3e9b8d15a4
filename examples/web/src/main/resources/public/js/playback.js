// Plays a finished tune, and knows where it is.

import { now } from './clock.js';
import { PATCHES } from './patches.js';
import { STEPS_PER_BEAT } from './pulse.js';

const AHEAD_SECONDS = 0.2;
const LOOK_EVERY_MS = 40;
const SOON_SECONDS = 0.06;

/** Our instruments by the families of General MIDI, eight programs each. */
const FAMILIES = [
  'piano', 'bells', 'piano', 'guitar', 'bass', 'strings', 'strings', 'clarinet',
  'clarinet', 'flute', 'clarinet', 'strings', 'bells', 'guitar', 'bells', 'bells',
];

/**
 * @typedef {Object} Tune
 * @property {{pitch: number, velocity: number, start: number, end: number, part: number|undefined}[]} notes in steps; of the first part
 *     unless they say otherwise
 * @property {number} steps
 * @property {number} tempo beats per minute
 * @property {{program: number, drums: boolean}[]} parts who plays, by programs of General MIDI, from 0
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
  #silent = new Set(); // parts that are not heard

  /** Whether it begins again when it is over. */
  loop = false;

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
    this.#silent.clear();
    this.#changed(this);
  }

  /**
   * Plays another tune in place of this one, from where it is.
   *
   * @param {Tune} tune
   */
  replace(tune) {
    const { position, playing } = this;
    this.tune = tune;
    this.seek(position);
    if (playing) {
      this.play();
    }
  }

  /**
   * Lets a part be heard, or not.
   *
   * @param {number} part its index
   * @param {boolean} heard
   */
  hear(part, heard) {
    if (heard) {
      this.#silent.delete(part);
    } else {
      this.#silent.add(part);
    }
  }

  /**
   * @param {number} part its index
   * @returns {boolean} whether it is heard
   */
  hears(part) {
    return !this.#silent.has(part);
  }

  /** @returns {boolean} */
  get playing() {
    return this.#timer !== null;
  }

  /** @returns {number} steps, with their fraction */
  get position() {
    const step = this.playing ? this.#from + Math.max(0, now() - this.#startedAt) / this.#stepSeconds : this.#from;
    const steps = this.#tune?.steps ?? 0;
    return this.loop && this.playing ? step % steps : Math.min(steps, step);
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

  /** The step at which a lap of a tune that is played again and again begins. */
  #lap(note) {
    return Math.floor(note / this.#tune.notes.length) * this.#tune.steps;
  }

  #look() {
    const { notes, steps } = this.#tune;
    const over = () => notes.length === 0 || (!this.loop && this.#next >= notes.length);
    while (!over() && this.#timeOf(this.#lap(this.#next) + notes[this.#next % notes.length].start) < now() + AHEAD_SECONDS) {
      this.#sing(notes[this.#next % notes.length], this.#lap(this.#next));
      this.#next++;
    }
    if (!this.loop && this.position >= steps) {
      this.stop();
      this.#tones.clear();
    }
  }

  #sing({ pitch, velocity, start, end, part = 0 }, lap) {
    const { program, drums } = this.#tune.parts[part];
    if (!this.hears(part)) {
      return;
    }
    if (drums) {
      this.#sound.strike(pitch, this.#timeOf(lap + start), velocity / 127);
      return;
    }
    const patch = PATCHES[FAMILIES[Math.floor(program / 8)] ?? 'piano'];
    const tone = this.#sound.tone(patch, pitch, this.#timeOf(lap + start), velocity / 127);
    tone.release(this.#timeOf(lap + end));
    this.#tones.add(tone);
  }
}
