// The keys of a computer as keys of a piano: two rows, wherever the letters on them lie.

import { wantsKeys } from './dom.js';

const WHITE = [0, 2, 4, 5, 7, 9, 11, 12, 14, 16, 17];
const LOWER_ROW = ['KeyA', 'KeyS', 'KeyD', 'KeyF', 'KeyG', 'KeyH', 'KeyJ', 'KeyK', 'KeyL', 'Semicolon', 'Quote'];
const UPPER_ROW = { KeyW: 1, KeyE: 3, KeyT: 6, KeyY: 8, KeyU: 10, KeyO: 13, KeyP: 15 };
const OFFSETS = new Map([...LOWER_ROW.map((code, i) => [code, WHITE[i]]), ...Object.entries(UPPER_ROW)]);
const PUNCTUATION = { Semicolon: ';', Quote: "'" };

/** Turns keys of the computer into pitches. */
export class ComputerKeys {
  #on = true;
  #base = 60;
  #held = new Map(); // the pitch that each key that is down began
  #labels = new Map();

  /**
   * @param {import('./piano.js').KeyDown} down called when a key goes down
   * @param {function(number): void} up called with a pitch when its key comes up
   * @param {function(number): void} shiftOctave called with -1 or 1 when Z or X is pressed
   */
  constructor(down, up, shiftOctave) {
    window.addEventListener('keydown', (event) => {
      if (!this.#on || event.repeat || event.ctrlKey || event.metaKey || event.altKey || wantsKeys(event.target)) {
        return;
      }
      if (event.code === 'KeyZ' || event.code === 'KeyX') {
        shiftOctave(event.code === 'KeyZ' ? -1 : 1);
      }
      const offset = OFFSETS.get(event.code);
      if (offset !== undefined && !this.#held.has(event.code)) {
        event.preventDefault();
        this.#held.set(event.code, this.#base + offset);
        down(this.#base + offset, 0.8);
      }
    });
    window.addEventListener('keyup', (event) => this.#letGo(event.code, up));
    window.addEventListener('blur', () => [...this.#held.keys()].forEach((code) => this.#letGo(code, up)));
  }

  /** @param {boolean} on whether they play: whoever speaks to the computer, or reaches keys by chance, wants no music of that */
  set on(on) {
    this.#on = on;
  }

  /** @param {number} pitch that the first key, A on many keyboards, plays */
  set base(pitch) {
    this.#base = pitch;
  }

  /**
   * Learns what is printed on the keys, where the browser tells.
   *
   * @returns {Promise<void>}
   */
  async learnLabels() {
    const map = await navigator.keyboard?.getLayoutMap?.().catch(() => null);
    for (const code of OFFSETS.keys()) {
      const label = map?.get(code);
      if (label) {
        this.#labels.set(code, label.toUpperCase());
      }
    }
  }

  /** @returns {Map<number, string>} what is printed on the key of each pitch; nothing if none plays */
  letters() {
    return new Map([...(this.#on ? OFFSETS : [])].map(([code, offset]) =>
      [this.#base + offset, this.#labels.get(code) ?? PUNCTUATION[code] ?? code.slice(3)]));
  }

  #letGo(code, up) {
    if (this.#held.has(code)) {
      const pitch = this.#held.get(code);
      this.#held.delete(code);
      up(pitch);
    }
  }
}
