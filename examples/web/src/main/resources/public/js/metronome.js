// Clicks on the beat, laid down ahead on the audio clock so that no busy page makes them stumble.

import { now } from './clock.js';
import { STEPS_PER_BAR, STEPS_PER_BEAT } from './pulse.js';

const AHEAD_SECONDS = 0.15;
const LOOK_EVERY_MS = 40;
const SAME_BEAT_SECONDS = 0.1; // closer clicks are one beat, laid down before and after the pulse was moved

/** A metronome that follows a pulse. */
export class Metronome {
  #pulse;
  #sound;
  #timer = null;
  #nextBeat = 0;
  #lastClick = -Infinity;

  /**
   * @param {import('./pulse.js').Pulse} pulse
   * @param {import('./sound.js').Sound} sound
   */
  constructor(pulse, sound) {
    this.#pulse = pulse;
    this.#sound = sound;
  }

  /** @returns {boolean} whether it clicks */
  get on() {
    return this.#timer !== null;
  }

  /** Begins at the next beat. */
  start() {
    if (!this.on) {
      this.restart();
      this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
    }
  }

  /** Falls silent. */
  stop() {
    clearInterval(this.#timer);
    this.#timer = null;
  }

  /** Finds its beat again after the pulse was moved. */
  restart() {
    this.#nextBeat = Math.ceil(this.#pulse.stepAt(now()) / STEPS_PER_BEAT);
  }

  #look() {
    const until = now() + AHEAD_SECONDS;
    while (this.#pulse.timeOf(this.#nextBeat * STEPS_PER_BEAT) < until) {
      const step = this.#nextBeat * STEPS_PER_BEAT;
      const at = this.#pulse.timeOf(step);
      if (at > this.#lastClick + SAME_BEAT_SECONDS) {
        this.#sound.click(at, step % STEPS_PER_BAR === 0);
        this.#lastClick = at;
      }
      this.#nextBeat++;
    }
  }
}
