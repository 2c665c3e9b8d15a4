// A piano on the screen, for mice, many fingers, and keyboards of computers by arrow keys.

import { make } from './dom.js';
import { isBlack, pitchName } from './pitch.js';

/**
 * @callback KeyDown
 * @param {number} pitch
 * @param {number} velocity from 0 to 1
 */

/** Keys as buttons, one of which can have the focus. */
export class Piano {
  #element;
  #layout;
  #keys = new Map();
  #pointers = new Map(); // the pitch under each pointer that is down
  #lit = { you: new Set(), network: new Set() };
  #down;
  #up;

  /**
   * @param {HTMLElement} element to fill with keys
   * @param {KeyDown} down called when a key goes down
   * @param {function(number): void} up called with a pitch when its key comes up
   */
  constructor(element, down, up) {
    this.#element = element;
    this.#down = down;
    this.#up = up;
    this.#listen();
  }

  /**
   * Shows keys.
   *
   * @param {import('./pitch.js').KeyLayout} layout
   * @param {Map<number, string>} letters what key of the computer plays a pitch
   */
  show(layout, letters) {
    [...this.#pointers.keys()].forEach((pointer) => this.#move(pointer, null));
    this.#layout = layout;
    this.#lit = { you: new Set(), network: new Set() };
    this.#keys = new Map(layout.pitches().map((pitch) => [pitch, makeKey(pitch, layout.place(pitch), letters.get(pitch))]));
    const whites = layout.pitches().filter((pitch) => !isBlack(pitch));
    this.#element.replaceChildren(...this.#keys.values());
    this.#focusable(whites[Math.floor(whites.length / 2)]);
  }

  /**
   * Lights the keys that somebody plays, and no other.
   *
   * @param {'you'|'network'} who
   * @param {Set<number>} pitches
   */
  light(who, pitches) {
    const lit = this.#lit[who];
    lit.forEach((pitch) => pitches.has(pitch) || this.#keys.get(pitch)?.classList.remove(`lit-${who}`));
    pitches.forEach((pitch) => lit.has(pitch) || this.#keys.get(pitch)?.classList.add(`lit-${who}`));
    this.#lit[who] = pitches;
  }

  #listen() {
    const element = this.#element;
    element.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) {
        return;
      }
      event.preventDefault();
      if (event.target.hasPointerCapture?.(event.pointerId)) {
        event.target.releasePointerCapture(event.pointerId); // so that a finger can slide to other keys
      }
      this.#move(event.pointerId, keyAt(event), 0.55 + 0.45 * depth(event));
    });
    element.addEventListener('pointermove', (event) => {
      if (this.#pointers.has(event.pointerId)) {
        this.#move(event.pointerId, keyAt(event), 0.8);
      }
    });
    for (const end of ['pointerup', 'pointercancel']) {
      window.addEventListener(end, (event) => this.#move(event.pointerId, null));
    }
    element.addEventListener('contextmenu', (event) => event.preventDefault());
    element.addEventListener('keydown', (event) => this.#keyDown(event));
    element.addEventListener('keyup', (event) => this.#keyUp(event));
    element.addEventListener('focusout', () => this.#move('keyboard', null));
  }

  /** A pointer goes to another key, or to none. */
  #move(pointer, pitch, velocity) {
    const before = this.#pointers.get(pointer) ?? null;
    if (before === pitch) {
      return;
    }
    this.#pointers.delete(pointer);
    if (before !== null) {
      this.#up(before);
    }
    if (pitch !== null) {
      this.#pointers.set(pointer, pitch);
      this.#down(pitch, velocity);
    }
  }

  #keyDown(event) {
    const pitch = Number(event.target.dataset.pitch);
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -12, ArrowUp: 12 }[event.key];
    if (step && this.#layout.has(pitch + step)) {
      this.#focusable(pitch + step);
      this.#keys.get(pitch + step).focus();
    } else if (event.key === ' ' || event.key === 'Enter') {
      if (!event.repeat) {
        this.#move('keyboard', pitch, 0.8);
      }
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #keyUp(event) {
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      this.#move('keyboard', null);
    }
  }

  /** Makes one key the one that the tab key goes to. */
  #focusable(pitch) {
    this.#keys.forEach((key, each) => key.setAttribute('tabindex', each === pitch ? '0' : '-1'));
  }
}

function makeKey(pitch, place, letter) {
  const key = make('button', {
    type: 'button',
    class: `key ${isBlack(pitch) ? 'black' : 'white'}`,
    'data-pitch': String(pitch),
    'aria-label': pitchName(pitch),
  });
  key.style.left = `${place.left * 100}%`;
  key.style.width = `${place.width * 100}%`;
  if (letter) {
    key.append(make('span', { class: 'letter', 'aria-hidden': 'true' }, letter));
  }
  if (pitch % 12 === 0) {
    key.append(make('span', { class: 'octave', 'aria-hidden': 'true' }, pitchName(pitch)));
  }
  return key;
}

/** The pitch of the key under a pointer, or null. */
function keyAt(event) {
  const key = document.elementFromPoint(event.clientX, event.clientY)?.closest('.key');
  return key ? Number(key.dataset.pitch) : null;
}

/** How far down a key was struck, from 0 to 1: nearer to its end is louder, as on a lever. */
function depth(event) {
  const box = event.target.getBoundingClientRect();
  return Math.min(1, Math.max(0, (event.clientY - box.top) / box.height));
}
