// Sliders for what there shall be more or less of.

import { byId, make } from './dom.js';

const STEP = 0.25;

/** What the attributes of the space are called, and both ends of each. */
const WORDS = {
  density: ['Notes', 'fewer', 'more'],
  pitch: ['Height', 'lower', 'higher'],
  major: ['Light', 'minor', 'major'],
};

/** A slider for each attribute. */
export class Leanings {
  #attributes;

  /**
   * @param {string[]} attributes
   * @param {number} most the greatest strength
   */
  constructor(attributes, most) {
    this.#attributes = attributes;
    byId('leanings').replaceChildren(...attributes.map((attribute) => {
      const [name, less, more] = WORDS[attribute] ?? [attribute, 'less', 'more'];
      const id = idOf(attribute);
      return make('div', { class: 'field' },
        make('label', { for: id }, name),
        make('input', { id, type: 'range', min: String(-most), max: String(most), step: String(STEP), value: '0', 'aria-describedby': `${id}-ends` }),
        make('div', { class: 'ends-of-scale', id: `${id}-ends` }, make('span', {}, less), make('span', {}, more)));
    }));
  }

  /** @returns {Object<string, number>} strengths by attribute */
  read() {
    return Object.fromEntries(this.#attributes.map((attribute) => [attribute, Number(byId(idOf(attribute)).value)]));
  }

  /** @param {Object<string, number>} strengths by attribute */
  show(strengths) {
    this.#attributes.forEach((attribute) => {
      byId(idOf(attribute)).value = String(strengths[attribute] ?? 0);
    });
  }
}

function idOf(attribute) {
  return `more-${attribute}`;
}
