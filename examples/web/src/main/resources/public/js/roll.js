// The piano roll of a duet: notes rise from the keys, the newest at the bottom.

import { wantsLessMotion } from './dom.js';
import { STEPS_PER_BAR, STEPS_PER_BEAT } from './pulse.js';
import { RollPainter, same } from './roll-painter.js';

/**
 * @typedef {Object} Marks what an explanation draws, in steps of the whole music
 * @property {{step: number, share: number}[]} attention
 * @property {number|null} repeat the step that is repeated
 */

const NO_MARKS = { attention: [], repeat: null };

/** Draws a duet, and lets notes be chosen. */
export class Roll {
  #canvas;
  #duet;
  #choose;
  #painter;
  #chosen = null;
  #marks = NO_MARKS;
  #back = 0; // steps that the view lies behind the music
  #stale = true;
  #lastView = NaN;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {import('./duet.js').Duet} duet
   * @param {function(import('./music.js').ShownNote|null, boolean): void} choose called when a note is chosen, or none any more; the
   *     second argument tells whether an explanation is wanted too, or the visitor only passes by
   */
  constructor(canvas, duet, choose) {
    this.#canvas = canvas;
    this.#duet = duet;
    this.#choose = choose;
    this.#painter = new RollPainter(canvas, () => this.refresh());
    this.#listen();
  }

  /** @param {import('./pitch.js').KeyLayout} layout of the keys below */
  set layout(layout) {
    this.#painter.layout = layout;
    this.refresh();
  }

  /** Draws anew in the next frame. */
  refresh() {
    this.#stale = true;
  }

  /** Goes back to the newest music. */
  follow() {
    this.#back = 0;
    this.refresh();
  }

  /**
   * Scrolls.
   *
   * @param {number} steps back in time if positive
   */
  scroll(steps) {
    this.#back = Math.max(0, Math.min(this.#duet.position - STEPS_PER_BAR, this.#back + steps));
    this.refresh();
  }

  /**
   * Marks a note as chosen.
   *
   * @param {import('./music.js').ShownNote|null} note
   */
  select(note) {
    this.#chosen = note;
    this.#marks = NO_MARKS;
    this.refresh();
  }

  /** @param {Marks} marks to draw for the chosen note */
  set marks(marks) {
    this.#marks = marks;
    this.refresh();
  }

  /**
   * Chooses another note.
   *
   * @param {number} notes how many later, earlier if negative
   */
  step(notes) {
    const all = this.#duet.music.notes().filter((note) => note.start <= this.#duet.position);
    const at = this.#chosen ? all.findIndex((note) => same(note, this.#chosen)) : all.length;
    const next = all[Math.max(0, Math.min(all.length - 1, at + notes))];
    if (next) {
      this.select(next);
      this.#bringIntoView(next);
      this.#choose(next, false);
    }
  }

  /** Draws, if there is anything new. Called for each frame. */
  draw() {
    const scene = this.#scene();
    if (scene.view !== this.#lastView || this.#stale) {
      this.#stale = false;
      this.#lastView = scene.view;
      this.#painter.paint(scene);
    }
  }

  #scene() {
    return { view: this.#view(), music: this.#duet.music, chosen: this.#chosen, marks: this.#marks };
  }

  /** With less motion the music does not glide: it goes up a beat at a time. */
  #view() {
    const position = this.#duet.position;
    const shown = wantsLessMotion() ? Math.ceil(position / STEPS_PER_BEAT) * STEPS_PER_BEAT : position;
    return shown - this.#back;
  }

  // --- how notes are chosen

  #listen() {
    const canvas = this.#canvas;
    canvas.addEventListener('click', (event) => {
      const note = this.#noteAt(event.offsetX, event.offsetY);
      this.select(note);
      this.#choose(note, true);
    });
    canvas.addEventListener('pointermove', (event) => {
      canvas.classList.toggle('over-note', this.#noteAt(event.offsetX, event.offsetY) !== null);
    });
    canvas.addEventListener('wheel', (event) => {
      if (this.#duet.state === 'ready' && this.#duet.music.last) {
        event.preventDefault();
        this.scroll(-event.deltaY / 12);
      }
    }, { passive: false });
    canvas.addEventListener('keydown', (event) => this.#keyDown(event));
  }

  #noteAt(x, y) {
    return this.#painter.noteAt(x, y, this.#scene());
  }

  #keyDown(event) {
    const move = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1, Home: -Infinity, End: Infinity }[event.key];
    if (move) {
      this.step(move);
    } else if ((event.key === 'Enter' || event.key === ' ') && this.#chosen) {
      this.#choose(this.#chosen, true);
    } else if (event.key === 'Escape') {
      this.select(null);
      this.#choose(null, false);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #bringIntoView(note) {
    const shown = this.#painter.stepsShown;
    const age = this.#duet.position - note.start;
    if (age < this.#back + STEPS_PER_BEAT || age > this.#back + shown - STEPS_PER_BEAT) {
      this.#back = Math.max(0, age - shown / 2);
    }
  }
}
