// What a band shall play.

import { byId, radios } from './dom.js';
import { chooseKey, offerKeys } from './keys.js';
import { temperatureWords } from './wording.js';

const TASKS = [['band', 'A new song'], ['accompany', 'To the blend'], ['extend', 'On from a file']];
const NOTES = {
  band: 'All begin together, and nobody is silent for good.',
  accompany: 'The piano plays the melody where you are, four times, or the whole way if you hear that.',
  extend: 'They take up the last bars, as many as the link has room for, and go on at the next bar line.',
};
const USUAL_BARS = 32;

/** The form of a band's wishes. */
export class BandForm {
  #form = byId('wishes');
  #band;

  /**
   * @param {Object} band of the server
   * @param {Object} offer the server's keys and limits
   * @param {function(string, Object, File|null): void} submit called with what they shall do, with the wishes, and with a file if it takes one
   */
  constructor(band, { tonics, limits }, submit) {
    this.#band = band;
    byId('tasks').replaceChildren(...radios('task', TASKS, true));
    Object.assign(byId('length'), { max: String(limits.bars), value: String(Math.min(USUAL_BARS, limits.bars)) });
    Object.assign(byId('tempo'), { min: String(limits.minTempo), max: String(limits.maxTempo), value: '120' });
    Object.assign(byId('temperature'), { max: String(limits.maxTemperature), value: String(band.temperature) });
    Object.assign(byId('fullness'), { min: String(1 - limits.maxThreshold), max: String(1 - limits.minThreshold) });
    byId('fullness').value = String(1 - band.threshold);
    offerKeys(byId('key'), tonics);
    this.#form.addEventListener('input', () => this.#say());
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      submit(this.task, this.#read(), byId('file').files[0] ?? null);
    });
    this.#say();
  }

  /** @returns {string} what they shall do */
  get task() {
    return this.#form.querySelector('input[name=task]:checked').value;
  }

  /**
   * Shows the wishes that a song was made by.
   *
   * @param {Object} song
   */
  show({ form, options, tempo }) {
    if (!TASKS.some(([task]) => task === form)) {
      return;
    }
    this.#form.querySelector(`input[name=task][value=${form}]`).checked = true;
    byId('tempo').value = String(tempo);
    byId('temperature').value = String(options.temperature);
    byId('fullness').value = String(1 - options.threshold);
    chooseKey(byId('key'), options.key);
    byId('length').value = String(options.bars ?? byId('length').value);
    this.#say();
  }

  #read() {
    const value = (id) => Number(byId(id).value);
    const wishes = { temperature: value('temperature'), threshold: Number((1 - value('fullness')).toFixed(2)) };
    if (byId('key').value !== '') {
      wishes.key = byId('key').value;
    }
    if (byId('seed').value !== '') {
      wishes.seed = value('seed');
    }
    if (this.task !== 'accompany') {
      wishes.bars = value('length');
    }
    if (this.task === 'band') {
      wishes.tempo = value('tempo');
    }
    return wishes;
  }

  #say() {
    const { task } = this;
    byId('task-note').textContent = NOTES[task];
    byId('file-field').hidden = task !== 'extend';
    byId('file').required = task === 'extend';
    byId('length-field').hidden = task === 'accompany';
    byId('length').disabled = task === 'accompany';
    byId('tempo-field').hidden = task !== 'band';
    byId('tempo-words').value = `${byId('tempo').value} beats a minute`;
    byId('temperature-words').value = temperatureWords(Number(byId('temperature').value));
    byId('fullness-words').value = this.#fullnessWords(Number(byId('fullness').value) - (1 - this.#band.threshold));
  }

  #fullnessWords(more) {
    return Math.abs(more) < 0.01 ? 'as it learned' : more > 0 ? 'more' : 'fewer';
  }
}
