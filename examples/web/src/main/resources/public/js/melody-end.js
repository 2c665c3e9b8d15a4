// One end of the way between two melodies: chosen, drawn, or played.

import { make } from './dom.js';
import { Playback } from './playback.js';
import { Transport } from './transport.js';
import { TuneRoll } from './tune-roll.js';

const OWN = 'own'; // the choice of what was played, drawn, or came with a link

/**
 * @typedef {Object} Named
 * @property {string} name
 * @property {{pitch: number, start: number, end: number}[]} notes in steps
 */

/** A card with a melody. */
export class MelodyEnd {
  #title;
  #steps;
  #melodies;
  #changed;
  #choice;
  #own;
  #card;
  #transport;
  #roll;
  #melody = null;

  /**
   * @param {HTMLElement} place where the card is added
   * @param {string} title such as "From"
   * @param {number} steps of its melodies
   * @param {Named[]} melodies that may be chosen
   * @param {import('./sound.js').Sound} sound
   * @param {{changed: function(): void, began: function(Playback): void, draw: function(MelodyEnd): void,
   *     record: function(MelodyEnd): void}} calls when the melody changed, when it begins to sound, when another is to be drawn, and when
   *     the visitor wants to record one
   */
  constructor(place, title, steps, melodies, sound, calls) {
    this.#title = title;
    this.#steps = steps;
    this.#melodies = melodies;
    this.#changed = calls.changed;
    this.playback = new Playback(sound, () => {
      this.#transport?.refresh();
      if (this.playback.playing) {
        calls.began(this.playback);
      }
    });
    const id = `end-${title.toLowerCase()}`;
    this.#own = make('option', { value: OWN, hidden: true });
    this.#choice = make('select', { id }, ...melodies.map(({ name }, at) => make('option', { value: String(at) }, name)), this.#own);
    const canvas = make('canvas', { class: 'tune', id: `${id}-roll`, role: 'img', 'aria-label': `Piano roll of the melody “${title}”` });
    const controls = make('div', { class: 'transport' });
    const button = (words, act) => {
      const made = make('button', { type: 'button', class: 'button' }, words);
      made.addEventListener('click', () => act(this));
      return made;
    };
    this.#card = make('section', { class: 'card end', 'aria-label': `${title} a melody` },
      make('div', { class: 'field' }, make('label', { for: id }, title), this.#choice),
      make('div', { class: 'tune-frame' }, canvas), controls,
      make('div', { class: 'buttons' }, button('Surprise me', calls.draw), button('Record one', calls.record)));
    place.append(this.#card);
    this.#transport = new Transport(controls, this.playback, `the melody “${title}”`);
    this.#roll = new TuneRoll(canvas, this.playback);
    this.#choice.addEventListener('change', () => this.#choose());
  }

  /** @returns {string} such as "From" */
  get title() {
    return this.#title;
  }

  /** @returns {Named} */
  get melody() {
    return this.#melody;
  }

  /** @param {number} tempo beats per minute */
  set tempo(tempo) {
    this.playback.replace({ ...this.playback.tune, tempo });
    this.#roll.refresh();
  }

  /**
   * Takes one of those that may be chosen.
   *
   * @param {number} at its index
   */
  take(at) {
    this.#choice.value = String(at);
    this.#choose();
  }

  /**
   * Takes a melody that is no choice, or is: then that is chosen.
   *
   * @param {Named} melody
   */
  takeOwn(melody) {
    const known = this.#melodies.findIndex(({ notes }) => told(notes) === told(melody.notes));
    if (known >= 0) {
      this.take(known);
      return;
    }
    this.#own.textContent = melody.name;
    this.#own.hidden = false;
    this.#choice.value = OWN;
    this.#show(melody);
  }

  /** Draws what changed. Called for each frame. */
  draw() {
    if (this.playback.playing) {
      this.#transport.refresh();
    }
    this.#roll.draw();
  }

  #choose() {
    if (this.#choice.value !== OWN) {
      this.#own.hidden = true;
      this.#show(this.#melodies[Number(this.#choice.value)]);
    }
  }

  #show(melody) {
    this.#melody = melody;
    const notes = melody.notes.map((note) => ({ velocity: 90, ...note }));
    const parts = [{ program: 0, drums: false }];
    this.playback.tune = { tempo: 120, ...this.playback.tune, notes, steps: this.#steps, parts };
    this.#roll.ownSteps = Infinity;
    this.#card.dataset.notes = told(notes);
    this.#changed();
  }
}

/**
 * @param {{pitch: number, start: number, end: number}[]} notes
 * @returns {string}
 */
export function told(notes) {
  return notes.map(({ pitch, start, end }) => `${pitch}:${start}-${end}`).join(' ');
}
