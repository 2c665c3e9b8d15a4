// The controls of the play page, and what they say.

import { byId, make } from './dom.js';
import { STEPS_PER_BAR } from './pulse.js';
import { count, temperatureWords, titled } from './wording.js';

const ANSWER_BARS = [1, 2, 4, 8];
const USUAL_BARS = 2;
const FIRST_MODEL = 'folk'; // its tunes are the easiest to follow

/**
 * @typedef {Object} Wishes what the player set
 * @property {string} model
 * @property {number} temperature
 * @property {number} steps of an answer
 * @property {string|null} key
 * @property {number|null} seed
 * @property {number} pause seconds
 * @property {number} phraseBars after so many bars the network answers without a pause; 0 for never
 * @property {number} low the lowest pitch that the answer may have
 * @property {number} high the highest
 */

/** The form of wishes. */
export class WishForm {
  #form = byId('wishes');
  #models;
  #range = { low: 0, high: 127 };

  /**
   * @param {Object} offer the server's models, keys and limits
   */
  constructor(offer) {
    this.#models = offer.models;
    fill('model', offer.models.map(({ name, title }) => [name, titled(title), name === FIRST_MODEL]));
    fill('length', ANSWER_BARS.filter((bars) => bars * STEPS_PER_BAR <= offer.limits.answerSteps)
      .map((bars) => [bars * STEPS_PER_BAR, count(bars, 'bar'), bars === USUAL_BARS]));
    byId('tonic').append(...offer.tonics.map((tonic) => make('option', { value: tonic }, tonic)));
    fill('mode', offer.modes.map((mode) => [mode, mode]));
    byId('temperature').max = String(offer.limits.maxTemperature);
    bound('tempo', offer.limits.minDuetTempo, offer.limits.maxTempo);
    this.#form.addEventListener('input', () => this.#say());
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#say();
  }

  /** @param {import('./pitch.js').KeyLayout} layout of the keys that the answer should stay on */
  set layout({ low, high }) {
    this.#range = { low, high };
  }

  /** @returns {Object} the model that answers, as the server described it */
  get model() {
    return this.#models.find(({ name }) => name === byId('model').value);
  }

  /** @returns {number} beats per minute */
  get tempo() {
    return Number(byId('tempo').value);
  }

  /** @returns {number} share of the full volume */
  get volume() {
    return Number(byId('volume').value);
  }

  /** @returns {Wishes} */
  read() {
    const seed = byId('seed');
    const tonic = byId('tonic').value;
    return {
      model: byId('model').value,
      temperature: Number(byId('temperature').value),
      steps: Number(byId('length').value),
      key: tonic === '' ? null : tonic === 'auto' ? 'auto' : `${tonic} ${byId('mode').value}`,
      seed: seed.value !== '' && seed.validity.valid ? Number(seed.value) : null,
      pause: Number(byId('pause').value),
      phraseBars: Number(byId('phrase-bars').value),
      low: Math.max(this.#range.low, this.model.lowest),
      high: Math.min(this.#range.high, this.model.highest),
    };
  }

  /** Brings all controls back to where they were when the page was opened. */
  reset() {
    this.#form.reset();
    this.#form.dispatchEvent(new Event('input'));
  }

  /** Writes beside the controls what they mean. */
  #say() {
    byId('temperature-words').value = temperatureWords(Number(byId('temperature').value));
    byId('pause-words').value = `${Number(byId('pause').value).toFixed(1)} s`;
    byId('tempo-words').value = `${this.tempo} beats a minute`;
    byId('volume-words').value = `${Math.round(100 * this.volume)} %`;
    byId('model-note').textContent = this.model.description;
    byId('mode').disabled = ['', 'auto'].includes(byId('tonic').value);
  }
}

/** Bounds a slider. What it stood at before that was perhaps out of the bounds that a browser takes if there are none. */
function bound(id, min, max) {
  const slider = byId(id);
  Object.assign(slider, { min: String(min), max: String(max) });
  slider.value = slider.defaultValue;
}

function fill(id, options) {
  byId(id).replaceChildren(...options.map(([value, text, selected = false]) => make('option', { value: String(value), selected }, text)));
}
