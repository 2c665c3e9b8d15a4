// The pulse of the music: where its steps lie in time.

/** Steps to a beat, as the models count them. */
export const STEPS_PER_BEAT = 4;
/** Steps to a bar of four beats. */
export const STEPS_PER_BAR = 16;

/** A grid of steps at a tempo. Step 0 is where the music began. */
export class Pulse {
  #tempo;
  #origin = 0; // when step 0 was

  /** @param {number} tempo beats per minute */
  constructor(tempo) {
    this.#tempo = tempo;
  }

  /** @returns {number} beats per minute */
  get tempo() {
    return this.#tempo;
  }

  /** @returns {number} seconds */
  get stepSeconds() {
    return 60 / this.#tempo / STEPS_PER_BEAT;
  }

  /**
   * Lays the grid so that a step comes at a time.
   *
   * @param {number} step
   * @param {number} seconds
   */
  place(step, seconds) {
    this.#origin = seconds - step * this.stepSeconds;
  }

  /**
   * Changes the tempo; the music is where it was.
   *
   * @param {number} tempo beats per minute
   * @param {number} seconds when
   */
  changeTempo(tempo, seconds) {
    const step = this.stepAt(seconds);
    this.#tempo = tempo;
    this.place(step, seconds);
  }

  /**
   * @param {number} seconds
   * @returns {number} the step and its fraction
   */
  stepAt(seconds) {
    return (seconds - this.#origin) / this.stepSeconds;
  }

  /**
   * @param {number} step
   * @returns {number} seconds
   */
  timeOf(step) {
    return this.#origin + step * this.stepSeconds;
  }

  /**
   * The step to come in at, soon and in time: on the beat if a beat comes soon enough, else on its half, else on the next step.
   *
   * @param {number} seconds the earliest
   * @param {number} patience how many seconds later is soon enough
   * @returns {number} a whole step
   */
  entryAfter(seconds, patience) {
    const exact = this.stepAt(seconds) - 1e-6;
    for (const stride of [STEPS_PER_BEAT, STEPS_PER_BEAT / 2]) {
      const step = Math.ceil(exact / stride) * stride;
      if (this.timeOf(step) <= seconds + patience) {
        return step;
      }
    }
    return Math.ceil(exact);
  }
}
