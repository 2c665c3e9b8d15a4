// The piano roll of a duet: notes rise from the keys, the newest at the bottom.

import { wantsLessMotion } from './dom.js';
import { drawFrame, drawNote, fineContext, readInk, whenInkChanges, write } from './ink.js';
import { isBlack } from './pitch.js';
import { STEPS_PER_BAR, STEPS_PER_BEAT } from './pulse.js';

const STEPS_SHOWN = 68; // two bars of a phrase and two of an answer, and some air
const LEAST_STEP_HEIGHT = 4.5;
const GREATEST_STEP_HEIGHT = 9;
const LEAST_NOTE_HEIGHT = 5;
const TOUCH = 10; // how far beside a note it can be touched

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
  #layout = null;
  #ink;
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
    this.#ink = readInk(canvas);
    whenInkChanges(() => {
      this.#ink = readInk(canvas);
      this.refresh();
    });
    new ResizeObserver(() => this.refresh()).observe(canvas);
    this.#listen();
  }

  /** @param {import('./pitch.js').KeyLayout} layout of the keys below */
  set layout(layout) {
    this.#layout = layout;
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
    const view = this.#view();
    if (!this.#layout || (view === this.#lastView && !this.#stale)) {
      return;
    }
    this.#stale = false;
    this.#lastView = view;
    const { context, width, height } = fineContext(this.#canvas);
    const frame = { context, width, height, view, stepHeight: stepHeight(height) };
    this.#drawLanes(frame);
    this.#drawGrid(frame);
    this.#drawAttention(frame);
    this.#drawTurns(frame);
    const notes = this.#duet.music.notes();
    notes.forEach((note) => this.#drawNote(frame, note));
    this.#drawRepeat(frame);
    this.#drawChosen(frame, notes);
  }

  /** With less motion the music does not glide: it goes up a beat at a time. */
  #view() {
    const position = this.#duet.position;
    const shown = wantsLessMotion() ? Math.ceil(position / STEPS_PER_BEAT) * STEPS_PER_BEAT : position;
    return shown - this.#back;
  }

  // --- what is drawn

  #drawLanes({ context, width, height }) {
    context.fillStyle = this.#ink.paper;
    context.fillRect(0, 0, width, height);
    for (const pitch of this.#layout.pitches()) {
      const { left, width: share } = this.#layout.place(pitch);
      if (isBlack(pitch)) {
        context.fillStyle = this.#ink.lane;
        context.fillRect(left * width, 0, share * width, height);
      } else if (pitch % 12 === 0 && left > 0) {
        context.fillStyle = this.#ink.beat;
        context.fillRect(Math.round(left * width), 0, 1, height);
      }
    }
  }

  #drawGrid({ context, width, height, view, stepHeight: unit }) {
    const first = Math.max(0, Math.floor((view - height / unit) / STEPS_PER_BEAT) * STEPS_PER_BEAT);
    for (let step = first; step <= view; step += STEPS_PER_BEAT) {
      const bar = step % STEPS_PER_BAR === 0;
      context.fillStyle = bar ? this.#ink.line : this.#ink.beat;
      context.fillRect(0, Math.round(height - (view - step) * unit), width, 1);
    }
  }

  /** A strip at the edge for each turn's halves, with a word. */
  #drawTurns(frame) {
    for (const turn of this.#duet.music.turns) {
      const played = turn.phrase[0] ? turn.origin + turn.phrase[0].start : null;
      const answered = turn.answerStart === null ? null : turn.origin + turn.answerStart;
      if (played !== null) {
        this.#drawStrip(frame, 'you', 'You', played, answered ?? Infinity);
      }
      if (answered !== null && turn.steps > 0) {
        this.#drawStrip(frame, 'network', 'Network', answered, turn.origin + turn.answerStart + turn.steps);
      }
    }
  }

  #drawStrip({ context, height, view, stepHeight: unit }, who, word, start, end) {
    const top = height - (view - start) * unit;
    const bottom = Math.min(height, height - (view - end) * unit);
    if (bottom < 0 || top >= height - 2) {
      return;
    }
    context.fillStyle = this.#ink[who];
    context.fillRect(0, top, 4, bottom - top - 1);
    if (bottom - top > 18) {
      write(context, word, 10, Math.max(14, top + 14), this.#ink.quiet);
    }
  }

  #drawNote(frame, note) {
    const box = this.#boxOf(frame, note);
    if (box) {
      drawNote(frame.context, box, note.who, this.#ink, 'top');
    }
  }

  /** Where a note lies, as far as it has sounded; null if that is nowhere. */
  #boxOf({ width, height, view, stepHeight: unit }, note) {
    const { left, width: share } = this.#layout.place(note.pitch);
    const y = height - (view - note.start) * unit;
    const bottom = height - Math.max(0, view - note.end) * unit;
    if (y > height || bottom < 0) {
      return null;
    }
    const inset = isBlack(note.pitch) ? 0 : share * width * 0.14;
    return { x: left * width + inset, y, width: share * width - 2 * inset, height: Math.max(LEAST_NOTE_HEIGHT, bottom - y - 1) };
  }

  #drawAttention({ context, width, height, view, stepHeight: unit }) {
    const greatest = Math.max(0, ...this.#marks.attention.map(({ share }) => share));
    for (const { step, share } of this.#marks.attention) {
      const top = height - (view - step) * unit;
      context.globalAlpha = 0.12 + 0.48 * (share / greatest);
      context.fillStyle = this.#ink.accent;
      context.fillRect(5, top, width - 5, unit);
      context.globalAlpha = 1;
      if (share > 0.6 * greatest || share >= 0.15) {
        write(context, `${Math.round(100 * share)} %`, width - 6, top + unit / 2 + 4, this.#ink.ink, 'right');
      }
    }
  }

  /** An arrow from the passage that is repeated to the chosen note. */
  #drawRepeat(frame) {
    const box = this.#chosen && this.#marks.repeat !== null && this.#boxOf(frame, this.#chosen);
    if (!box) {
      return;
    }
    const { context, width, height, view, stepHeight: unit } = frame;
    const y = height - (view - this.#marks.repeat) * unit + unit / 2;
    const x = box.x + box.width / 2;
    const bend = x > width / 2 ? -1 : 1;
    const endY = box.y - 5;
    context.strokeStyle = this.#ink.source;
    context.fillStyle = this.#ink.source;
    context.lineWidth = 2;
    context.setLineDash([5, 4]);
    context.beginPath();
    context.moveTo(x, y);
    context.bezierCurveTo(x + bend * width * 0.14, y + 12, x + bend * width * 0.14, endY - 30, x, endY);
    context.stroke();
    context.setLineDash([]);
    context.beginPath();
    context.arc(x, y, 5, 0, 2 * Math.PI);
    context.fill();
    context.beginPath();
    context.moveTo(x - 5, endY - 7);
    context.lineTo(x + 6, endY - 6);
    context.lineTo(x, endY + 2);
    context.fill();
  }

  #drawChosen(frame, notes) {
    const note = this.#chosen && notes.find((each) => same(each, this.#chosen));
    const box = note && this.#boxOf(frame, note);
    if (box) {
      drawFrame(frame.context, box, this.#ink);
    }
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
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const frame = { width, height, view: this.#view(), stepHeight: stepHeight(height) };
    let nearest = null;
    let least = TOUCH;
    for (const note of this.#duet.music.notes()) {
      const box = this.#layout && this.#boxOf(frame, note);
      const away = box ? Math.max(box.x - x, x - box.x - box.width, box.y - y, y - box.y - box.height) : Infinity;
      if (away < least) {
        least = away;
        nearest = note;
      }
    }
    return nearest;
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
    const shown = this.#canvas.clientHeight / stepHeight(this.#canvas.clientHeight);
    const age = this.#duet.position - note.start;
    if (age < this.#back + STEPS_PER_BEAT || age > this.#back + shown - STEPS_PER_BEAT) {
      this.#back = Math.max(0, age - shown / 2);
    }
  }
}

/**
 * Whether two are the same note of the music.
 *
 * @param {import('./music.js').ShownNote} a
 * @param {import('./music.js').ShownNote} b
 * @returns {boolean}
 */
function same(a, b) {
  return a.turn === b.turn && a.who === b.who && a.index === b.index;
}

function stepHeight(height) {
  return Math.min(GREATEST_STEP_HEIGHT, Math.max(LEAST_STEP_HEIGHT, height / STEPS_SHOWN));
}
