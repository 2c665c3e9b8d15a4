// A melody that a visitor plays: two bars, counted from the first note.

import { now } from './clock.js';
import { ComputerKeys } from './computer-keys.js';
import { byId } from './dom.js';
import { Hands } from './hands.js';
import { Piano } from './piano.js';
import { layoutFor } from './pitch.js';
import { Pulse } from './pulse.js';

const LOWEST = 48;
const HIGHEST = 84;

/** The piano of the blend page, which is there while somebody plays a melody. */
export class Recorder {
  #hands;
  #keys;
  #piano;
  #steps;
  #wanted = null; // what is called with the notes
  #pulse = null; // once the first note was played
  #notes = [];
  #octaves = 0;

  /**
   * @param {import('./sound.js').Sound} sound
   * @param {number} steps how many are recorded
   */
  constructor(sound, steps) {
    this.#steps = steps;
    this.#hands = new Hands(sound);
    this.#piano = new Piano(byId('piano'), (pitch, velocity) => this.#down(pitch, velocity), (pitch) => this.#up(pitch));
    this.#keys = new ComputerKeys((pitch, velocity) => this.#down(pitch, velocity), (pitch) => this.#up(pitch),
      (octaves) => this.#shift(octaves));
    this.#keys.on = false;
    this.#keys.learnLabels();
    byId('record-cancel').addEventListener('click', () => this.cancel());
    byId('recorder').addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        this.cancel();
      }
    });
    window.addEventListener('resize', () => this.#wanted && this.#layOut());
  }

  /**
   * Records.
   *
   * @param {string} title of what is recorded
   * @param {number} tempo beats per minute
   * @param {function({pitch: number, start: number, end: number}[]): void} done called with the notes, in whole steps
   */
  record(title, tempo, done) {
    this.cancel();
    this.#wanted = { tempo, done, opener: document.activeElement };
    byId('recorder-title').textContent = title;
    byId('recorder').hidden = false;
    this.#keys.on = true;
    this.#layOut();
    byId('piano').querySelector('[tabindex="0"]').focus({ preventScroll: true });
    byId('recorder').scrollIntoView({ block: 'nearest' });
  }

  /** Forgets what was played so far. */
  cancel() {
    if (this.#wanted) {
      this.#end();
    }
  }

  /** Shows how much is recorded, and ends when all is. Called for each frame. */
  draw() {
    if (!this.#wanted) {
      return;
    }
    const step = this.#pulse?.stepAt(now()) ?? 0;
    byId('recorded-share').style.transform = `scaleX(${Math.min(1, step / this.#steps)})`;
    if (step >= this.#steps) {
      const { done } = this.#wanted;
      this.#hands.pitches.forEach((pitch) => this.#hands.letGo(pitch, () => this.#steps));
      const notes = onTheGrid(this.#notes, this.#steps);
      this.#end();
      done(notes);
    }
  }

  #end() {
    this.#hands.pitches.forEach((pitch) => this.#up(pitch));
    const { opener } = this.#wanted;
    this.#wanted = null;
    this.#pulse = null;
    this.#notes = [];
    this.#keys.on = false;
    byId('recorder').hidden = true;
    opener?.focus({ preventScroll: true });
  }

  #shift(octaves) {
    this.#octaves = Math.max(-2, Math.min(2, this.#octaves + octaves));
    this.#layOut();
  }

  #layOut() {
    const layout = layoutFor(byId('piano').clientWidth, LOWEST, HIGHEST, this.#octaves);
    this.#keys.base = layout.low === LOWEST ? LOWEST + 12 : layout.low;
    this.#piano.show(layout, this.#keys.letters());
  }

  #down(pitch, velocity) {
    if (this.#wanted && !this.#hands.pitches.includes(pitch)) {
      if (!this.#pulse) {
        this.#pulse = new Pulse(this.#wanted.tempo);
        this.#pulse.place(0, now());
      }
      this.#notes.push(this.#hands.press(pitch, velocity, this.#pulse.stepAt(now())));
      this.#piano.light('you', new Set(this.#hands.pitches));
    }
  }

  #up(pitch) {
    this.#hands.letGo(pitch, () => this.#pulse?.stepAt(now()) ?? 0);
    this.#piano.light('you', new Set(this.#hands.pitches));
  }
}

/** Whole steps, each note at least one long; one that rounds to the end is left out. */
function onTheGrid(notes, steps) {
  return notes
    .map(({ pitch, velocity, start, end }) => {
      const first = Math.round(start);
      return { pitch, velocity, start: first, end: Math.min(steps, Math.max(first + 1, Math.round(end ?? steps))) };
    })
    .filter(({ start }) => start < steps);
}
