// The sound of a page: an audio context that waits for the visitor's first touch, as browsers demand, and what plays on it.

import { AudioTime, now } from './clock.js';
import { Synth } from './synth.js';

const CLICK_SECONDS = 0.03;
const TOO_LATE_SECONDS = 0.1;

/** What a tone is until there is sound. */
const UNHEARD = { release() {} };

/** Plays tones and clicks at times of the page. Before the first touch it is silent, and everything else goes on. */
export class Sound {
  #context = null;
  #time = null;
  #synth = null;
  #volume = 0.8;
  #muted = false;

  constructor() {
    for (const gesture of ['pointerdown', 'pointerup', 'keydown']) {
      window.addEventListener(gesture, () => this.wake(), { capture: true, passive: true });
    }
  }

  /** Begins to sound; only a visitor's touch may do that. */
  wake() {
    if (navigator.userActivation?.hasBeenActive === false) {
      return; // a finger that goes down does not count yet; when it comes up it does
    }
    if (!this.#context) {
      this.#context = new AudioContext({ latencyHint: 'interactive' });
      this.#time = new AudioTime(this.#context);
      this.#synth = new Synth(this.#context);
      this.#setVolume();
    }
    if (this.#context.state === 'suspended') {
      this.#context.resume();
    }
  }

  /** @param {number} share of the full volume, from 0 to 1 */
  set volume(share) {
    this.#volume = share;
    this.#setVolume();
  }

  /** @param {boolean} muted whether nothing is to be heard, whatever the volume */
  set muted(muted) {
    this.#muted = muted;
    this.#setVolume();
  }

  #setVolume() {
    if (this.#synth) {
      this.#synth.volume = this.#muted ? 0 : this.#volume;
    }
  }

  /**
   * Begins a tone.
   *
   * @param {import('./patches.js').Patch} patch
   * @param {number} pitch
   * @param {number} [seconds] of the page; now, if not said
   * @param {number} [velocity] from 0 to 1
   * @returns {{release: function(number=): void}} lets the tone go, at a time of the page or now
   */
  tone(patch, pitch, seconds = now(), velocity = 0.8) {
    if (!this.#context) {
      return UNHEARD;
    }
    const voice = this.#synth.start(patch, pitch, this.#time.of(seconds), velocity);
    return { release: (end = now()) => voice.release(this.#time.of(end)) };
  }

  /**
   * Strikes a drum.
   *
   * @param {number} pitch that stands for it in General MIDI
   * @param {number} seconds of the page
   * @param {number} velocity from 0 to 1
   */
  strike(pitch, seconds, velocity) {
    if (this.#context) {
      this.#synth.strike(pitch, this.#time.of(seconds), velocity);
    }
  }

  /**
   * Clicks once.
   *
   * @param {number} seconds of the page
   * @param {boolean} accented as the first beat of a bar is
   */
  click(seconds, accented) {
    if (!this.#context || this.#muted || seconds < now() - TOO_LATE_SECONDS) {
      return;
    }
    const at = this.#time.of(seconds);
    const source = new OscillatorNode(this.#context, { type: 'triangle', frequency: accented ? 1760 : 1320 });
    const strength = new GainNode(this.#context, { gain: 0 });
    strength.gain.setValueAtTime(0, at);
    strength.gain.linearRampToValueAtTime((accented ? 0.16 : 0.1) * this.#volume, at + 0.002);
    strength.gain.exponentialRampToValueAtTime(0.0005, at + CLICK_SECONDS);
    strength.gain.linearRampToValueAtTime(0, at + CLICK_SECONDS + 0.005);
    source.connect(strength).connect(this.#context.destination);
    source.start(at);
    source.stop(at + 2 * CLICK_SECONDS);
  }
}
