// Names of pitches, and where their keys lie on a piano.

const NAMES = ['C', 'C♯', 'D', 'E♭', 'E', 'F', 'F♯', 'G', 'A♭', 'A', 'B♭', 'B'];
const BLACK = new Set([1, 3, 6, 8, 10]);
const BLACK_WIDTH = 0.62; // of a white key

/**
 * @param {number} pitch of MIDI
 * @returns {string} as in "C4"
 */
export function pitchName(pitch) {
  return NAMES[pitch % 12] + (Math.floor(pitch / 12) - 1);
}

/**
 * @param {number} pitch of MIDI
 * @returns {boolean} whether its key is black
 */
export function isBlack(pitch) {
  return BLACK.has(pitch % 12);
}

/** Where the keys from one white key to another lie, as shares of the piano's width. */
export class KeyLayout {
  #places = new Map();

  /**
   * @param {number} low the first pitch, of a white key
   * @param {number} high the last pitch, of a white key
   */
  constructor(low, high) {
    this.low = low;
    this.high = high;
    const whites = this.pitches().filter((pitch) => !isBlack(pitch)).length;
    let left = 0;
    for (const pitch of this.pitches()) {
      if (isBlack(pitch)) {
        this.#places.set(pitch, { left: (left - BLACK_WIDTH / 2) / whites, width: BLACK_WIDTH / whites });
      } else {
        this.#places.set(pitch, { left: left / whites, width: 1 / whites });
        left++;
      }
    }
  }

  /** @returns {number[]} from low to high */
  pitches() {
    return Array.from({ length: this.high - this.low + 1 }, (_, i) => this.low + i);
  }

  /**
   * @param {number} pitch
   * @returns {boolean}
   */
  has(pitch) {
    return pitch >= this.low && pitch <= this.high;
  }

  /**
   * @param {number} pitch
   * @returns {{left: number, width: number}} shares of the piano's width; a pitch beyond an end lies at that end
   */
  place(pitch) {
    return this.#places.get(Math.min(this.high, Math.max(this.low, pitch)));
  }
}

/**
 * The part of the keyboard that a width has room for.
 *
 * @param {number} width in CSS pixels
 * @param {number} lowest of the pitches that the models know
 * @param {number} highest of them
 * @param {number} octaveShift octaves above where one would begin
 * @returns {KeyLayout}
 */
export function layoutFor(width, lowest, highest, octaveShift) {
  const octaves = width < 560 ? 1 : width < 900 ? 2 : Math.ceil((highest - lowest) / 12);
  const bottom = Math.ceil(lowest / 12) * 12;
  const top = Math.max(bottom, Math.floor(highest / 12) * 12 - 12 * octaves + 12);
  const wanted = octaves >= 3 ? bottom : bottom + 12;
  const low = Math.min(top, Math.max(bottom, wanted + 12 * octaveShift));
  return new KeyLayout(low, low + 12 * octaves + (octaves === 1 ? 4 : 0));
}
