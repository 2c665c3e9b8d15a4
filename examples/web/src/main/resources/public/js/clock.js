// One clock for everything that is played and drawn: seconds since the page was opened.

const FORGETTING = 0.0005; // seconds per reading, so that a drift between both clocks is followed
const SLEPT = 0.25; // seconds by which an audio clock lags when its context was asleep

/** @returns {number} seconds since the page was opened */
export function now() {
  return performance.now() / 1000;
}

/** Where seconds of the page lie on the clock of an audio context. */
export class AudioTime {
  #context;
  #offset = -Infinity; // audio time less page time

  /** @param {BaseAudioContext} context */
  constructor(context) {
    this.#context = context;
  }

  /**
   * That clock moves in blocks, so that it lags by up to one of them behind the truth: the least lag seen lately is the best guess.
   *
   * @param {number} seconds of the page
   * @returns {number} seconds of the audio context, never in its past
   */
  of(seconds) {
    const current = this.#context.currentTime;
    const offset = current - now();
    this.#offset = Math.max(offset, this.#offset - FORGETTING);
    if (this.#offset > offset + SLEPT) {
      this.#offset = offset;
    }
    return Math.max(current, seconds + this.#offset);
  }
}
