// The player's hands: which keys are down, what sounds for them, and when the last one came up.

import { now } from './clock.js';
import { PLAYER_PATCH } from './patches.js';

const LEAST_STEPS = 0.25; // of a note, however short the touch
const MOST_VELOCITY = 127;

/** Keys that the player holds down. */
export class Hands {
  #sound;
  #held = new Map(); // note and tone, by pitch
  #letGoAt = 0;

  /** @param {import('./sound.js').Sound} sound */
  constructor(sound) {
    this.#sound = sound;
  }

  /** @returns {number[]} the pitches whose keys are down */
  get pitches() {
    return [...this.#held.keys()];
  }

  /** @returns {boolean} whether no key is down */
  get free() {
    return this.#held.size === 0;
  }

  /** @returns {number} when the last key came up, in seconds of the page */
  get letGoAt() {
    return this.#letGoAt;
  }

  /** Counts the pause from now. */
  rest() {
    this.#letGoAt = now();
  }

  /**
   * Presses a key that is up.
   *
   * @param {number} pitch
   * @param {number} velocity from 0 to 1
   * @param {number} start step of the turn
   * @returns {import('./music.js').Note}
   */
  press(pitch, velocity, start) {
    const note = { pitch, velocity: Math.max(1, Math.round(velocity * MOST_VELOCITY)), start, end: null };
    this.#held.set(pitch, { note, tone: this.#sound.tone(PLAYER_PATCH, pitch, now(), velocity) });
    return note;
  }

  /**
   * Lets a key go, if it is down.
   *
   * @param {number} pitch
   * @param {function(): number} step of the turn that is now
   */
  letGo(pitch, step) {
    const held = this.#held.get(pitch);
    if (held) {
      this.#held.delete(pitch);
      held.tone.release();
      held.note.end ??= Math.max(held.note.start + LEAST_STEPS, step());
      this.rest();
    }
  }
}
