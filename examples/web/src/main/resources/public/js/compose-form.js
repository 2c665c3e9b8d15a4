// The wishes of the compose page.

import { byId, make, radios } from './dom.js';
import { STEPS_PER_BAR, STEPS_PER_BEAT } from './pulse.js';
import { temperatureWords, titled } from './wording.js';

const BEATS_PER_BAR = STEPS_PER_BAR / STEPS_PER_BEAT;

/** The form in which a tune is wished for. */
export class ComposeForm {
  #form = byId('wishes');
  #offer;

  /**
   * @param {Object} offer the server's models, moods, keys, instruments and limits
   * @param {function(Object): void} submit called with the wishes when a tune is asked for
   */
  constructor(offer, submit) {
    this.#offer = offer;
    byId('styles').replaceChildren(...radios('model', offer.models.map(({ name, title }) => [name, titled(title)]), true));
    byId('moods').replaceChildren(...radios('mood', [['', 'Any'], ...offer.moods.map(({ name, label }) => [name, label])], true));
    byId('tonic').append(...options(offer.tonics.map((tonic) => [tonic, tonic])));
    byId('mode').append(...options(offer.modes.map((mode) => [mode, mode])));
    byId('density').append(...options(offer.densities.map((density) => [density, density])));
    byId('instrument').append(...options(offer.instruments.map(({ program, name }) => [program, name])));
    byId('tempo').min = String(offer.limits.minTempo);
    byId('tempo').max = String(offer.limits.maxTempo);
    byId('temperature').max = String(offer.limits.maxTemperature);
    this.#form.addEventListener('input', () => this.#say());
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      submit(this.read());
    });
    byId('unit').addEventListener('change', () => this.#unitChanged());
    this.#unitChanged();
    this.#say();
  }

  /** @returns {Object} as the server wants it: what is left open is left out */
  read() {
    const value = (id) => byId(id).value;
    const wishes = {
      model: this.#checked('model'),
      mood: this.#checked('mood'),
      [value('unit')]: Number(value('length')),
      tempo: Number(value('tempo')),
      instrument: Number(value('instrument')),
      tonic: value('tonic'),
      mode: value('tonic') === '' ? '' : value('mode'),
      density: value('density'),
      seed: value('seed') === '' ? '' : Number(value('seed')),
      temperature: byId('own-temperature').checked ? Number(value('temperature')) : '',
    };
    return Object.fromEntries(Object.entries(wishes).filter(([, wish]) => wish !== ''));
  }

  /**
   * Shows the wishes that a song was made by.
   *
   * @param {Object} song
   */
  show({ options, tempo, parts }) {
    const input = this.#form.querySelector(`input[name=model][value="${CSS.escape(options.model ?? '')}"]`);
    if (input) {
      input.checked = true;
    }
    byId('tempo').value = String(tempo);
    byId('instrument').value = String(parts[0].program);
    this.#say();
  }

  #checked(name) {
    return this.#form.querySelector(`input[name=${name}]:checked`).value;
  }

  #unitChanged() {
    const length = byId('length');
    const bars = byId('unit').value === 'bars';
    Object.assign(length, bars ? { min: '1', step: '1' } : { min: '0.1', step: '0.1' });
    this.#boundLength();
    length.value = bars ? '8' : '0.5';
  }

  /** A minute has the more bars, the faster they are. */
  #boundLength() {
    const { bars } = this.#offer.limits;
    const minutes = bars * BEATS_PER_BAR / Number(byId('tempo').value);
    byId('length').max = byId('unit').value === 'bars' ? String(bars) : (Math.floor(10 * minutes) / 10).toFixed(1);
  }

  #say() {
    this.#boundLength();
    const model = this.#offer.models.find(({ name }) => name === this.#checked('model'));
    byId('style-note').textContent = model.description;
    byId('tempo-words').value = `${byId('tempo').value} beats a minute`;
    byId('temperature').disabled = !byId('own-temperature').checked;
    byId('temperature-words').value = byId('own-temperature').checked
      ? temperatureWords(Number(byId('temperature').value)) : 'as the mood';
    byId('mode').disabled = byId('tonic').value === '';
  }
}

function options(values) {
  return values.map(([value, text]) => make('option', { value: String(value) }, text));
}
