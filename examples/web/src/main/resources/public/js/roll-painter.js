// Paints the piano roll of a duet: lanes and bars, notes as far as they have sounded, and what an explanation marks.

import { drawFrame, drawNote, fineContext, readInk, whenInkChanges, write } from './ink.js';
import { isBlack } from './pitch.js';
import { STEPS_PER_BAR, STEPS_PER_BEAT } from './pulse.js';

const STEPS_SHOWN = 68; // two bars of a phrase and two of an answer, and some air
const LEAST_STEP_HEIGHT = 4.5;
const GREATEST_STEP_HEIGHT = 9;
const LEAST_NOTE_HEIGHT = 5;
const TOUCH = 10; // how far beside a note it can be touched

/**
 * @typedef {Object} Scene what is to be seen
 * @property {number} view the step of the whole music at the lower edge
 * @property {import('./music.js').Music} music
 * @property {import('./music.js').ShownNote|null} chosen
 * @property {import('./roll.js').Marks} marks
 */

/** Paints on a canvas above keys. */
export class RollPainter {
  #canvas;
  #ink;
  #layout = null;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {function(): void} stale called when everything must be painted anew
   */
  constructor(canvas, stale) {
    this.#canvas = canvas;
    this.#ink = readInk(canvas);
    whenInkChanges(() => {
      this.#ink = readInk(canvas);
      stale();
    });
    new ResizeObserver(stale).observe(canvas);
  }

  /** @param {import('./pitch.js').KeyLayout} layout of the keys below */
  set layout(layout) {
    this.#layout = layout;
  }

  /** @returns {number} how many steps are seen */
  get stepsShown() {
    const height = this.#canvas.clientHeight;
    return height / stepHeight(height);
  }

  /** @param {Scene} scene to paint */
  paint({ view, music, chosen, marks }) {
    if (!this.#layout) {
      return;
    }
    const { context, width, height } = fineContext(this.#canvas);
    const frame = { context, width, height, view, stepHeight: stepHeight(height) };
    this.#drawLanes(frame);
    this.#drawGrid(frame);
    this.#drawAttention(frame, marks);
    this.#drawTurns(frame, music);
    const notes = music.notes();
    notes.forEach((note) => this.#drawNote(frame, note));
    this.#drawRepeat(frame, chosen, marks);
    this.#drawChosen(frame, chosen, notes);
  }

  /**
   * @param {number} x on the canvas
   * @param {number} y on the canvas
   * @param {Scene} scene that is seen
   * @returns {import('./music.js').ShownNote|null} the note there
   */
  noteAt(x, y, { view, music }) {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const frame = { width, height, view, stepHeight: stepHeight(height) };
    let nearest = null;
    let least = TOUCH;
    for (const note of music.notes()) {
      const box = this.#layout && this.#boxOf(frame, note);
      const away = box ? Math.max(box.x - x, x - box.x - box.width, box.y - y, y - box.y - box.height) : Infinity;
      if (away < least) {
        least = away;
        nearest = note;
      }
    }
    return nearest;
  }

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
  #drawTurns(frame, music) {
    for (const turn of music.turns) {
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

  #drawAttention({ context, width, height, view, stepHeight: unit }, { attention }) {
    const greatest = Math.max(0, ...attention.map(({ share }) => share));
    for (const { step, share } of attention) {
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
  #drawRepeat(frame, chosen, { repeat }) {
    const box = chosen && repeat !== null && this.#boxOf(frame, chosen);
    if (!box) {
      return;
    }
    const { context, width, height, view, stepHeight: unit } = frame;
    const y = height - (view - repeat) * unit + unit / 2;
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

  #drawChosen(frame, chosen, notes) {
    const note = chosen && notes.find((each) => same(each, chosen));
    const box = note && this.#boxOf(frame, note);
    if (box) {
      drawFrame(frame.context, box, this.#ink);
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
export function same(a, b) {
  return a.turn === b.turn && a.who === b.who && a.index === b.index;
}

function stepHeight(height) {
  return Math.min(GREATEST_STEP_HEIGHT, Math.max(LEAST_STEP_HEIGHT, height / STEPS_SHOWN));
}
