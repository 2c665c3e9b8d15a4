// The piano roll of a finished tune: time runs to the right. Drums have rows of their own below.

import { drawNote, fineContext, readInk, whenInkChanges, write } from './ink.js';
import { isBlack, pitchName } from './pitch.js';
import { STEPS_PER_BAR, STEPS_PER_BEAT } from './pulse.js';

const LEAST_STEP_WIDTH = 3.2;
const MARGIN = 46; // for the names of pitches
const RANGE = 2; // semitones of air above and below
const DRUM_GAP = 1.5; // rows between the lowest pitch and the drums
const BAR_LINE_WORDS = 14; // where the numbers of bars are written
const PART_COLOURS = 5;
const SILENT_ALPHA = 0.15;

/** Draws a tune and where its playback is. */
export class TuneRoll {
  #canvas;
  #playback;
  #ink;
  #ownSteps = 0;
  #stale = true;
  #drawnAt = NaN;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {import('./playback.js').Playback} playback
   */
  constructor(canvas, playback) {
    this.#canvas = canvas;
    this.#playback = playback;
    this.#ink = readInk(canvas);
    whenInkChanges(() => {
      this.#ink = readInk(canvas);
      this.refresh();
    });
    new ResizeObserver(() => this.refresh()).observe(canvas);
    canvas.addEventListener('click', (event) => this.#playback.seek(this.#stepAt(event.offsetX)));
  }

  /** @param {number} steps how many at the beginning are not the network's */
  set ownSteps(steps) {
    this.#ownSteps = steps;
    this.refresh();
  }

  /** Draws anew in the next frame. */
  refresh() {
    this.#stale = true;
  }

  /** Draws, if there is anything new. Called for each frame. */
  draw() {
    const { tune, position } = this.#playback;
    if (!tune || (position === this.#drawnAt && !this.#stale)) {
      return;
    }
    this.#stale = false;
    this.#drawnAt = position;
    const { context, width, height } = fineContext(this.#canvas);
    const frame = { context, width, height, ...rowsOf(tune, height), ...this.#window(width) };
    this.#drawLanes(frame);
    this.#drawBars(frame, tune.steps);
    tune.notes.forEach((note) => this.#drawNote(frame, note));
    this.#drawBegin(frame);
    this.#drawPlace(frame, position);
  }

  /** The part of the tune that is shown: all of it, or the page on which its playback is. */
  #window(width) {
    const { tune, position } = this.#playback;
    const room = width - MARGIN;
    const shown = Math.min(tune.steps, Math.max(STEPS_PER_BAR, Math.floor(room / LEAST_STEP_WIDTH / STEPS_PER_BAR) * STEPS_PER_BAR));
    const page = Math.floor(Math.min(position, tune.steps - 1) / shown);
    return { first: page * shown, step: room / shown };
  }

  #stepAt(x) {
    const { first, step } = this.#window(this.#canvas.clientWidth);
    return Math.round(first + (x - MARGIN) / step);
  }

  #drawLanes({ context, width, height, low, high, row, drums }) {
    context.fillStyle = this.#ink.paper;
    context.fillRect(0, 0, width, height);
    for (let pitch = low; pitch <= high; pitch++) {
      const y = (high - pitch) * row;
      if (isBlack(pitch)) {
        context.fillStyle = this.#ink.lane;
        context.fillRect(MARGIN, y, width - MARGIN, row);
      }
      if (pitch % 12 === 0) {
        context.fillStyle = this.#ink.beat;
        context.fillRect(MARGIN, Math.round(y + row), width - MARGIN, 1);
        write(context, pitchName(pitch), MARGIN - 8, y + row / 2 + 4, this.#ink.quiet, 'right');
      }
    }
    if (drums.length > 0) {
      const top = (high - low + 1 + DRUM_GAP) * row;
      context.fillStyle = this.#ink.lane;
      context.fillRect(MARGIN, top - row / 2, width - MARGIN, height - top + row / 2);
      write(context, 'drums', MARGIN - 5, (top + height) / 2 + 4, this.#ink.quiet, 'right');
    }
  }

  #drawBars({ context, width, height, first, step }, steps) {
    for (let at = first; MARGIN + (at - first) * step <= width && at <= steps; at += STEPS_PER_BEAT) {
      const x = Math.round(MARGIN + (at - first) * step);
      context.fillStyle = at % STEPS_PER_BAR === 0 ? this.#ink.line : this.#ink.beat;
      context.fillRect(x, 0, 1, height);
      if (at % (4 * STEPS_PER_BAR) === 0 && at < steps) {
        write(context, String(at / STEPS_PER_BAR + 1), x + 5, BAR_LINE_WORDS, this.#ink.quiet);
      }
    }
  }

  #drawNote({ context, yOf, row, first, step }, note) {
    const x = MARGIN + (note.start - first) * step;
    if (x + (note.end - note.start) * step < MARGIN || note.start < first) {
      return;
    }
    const box = { x: x + 1, y: yOf(note) + 0.5, width: Math.max(3, (note.end - note.start) * step - 2), height: Math.max(3, row - 1) };
    const { part = 0 } = note;
    const who = note.start < this.#ownSteps ? 'you' : 'network';
    const colour = this.#playback.tune.parts.length > 1 ? this.#ink[`part-${part % PART_COLOURS}`] : this.#ink[who];
    context.globalAlpha = this.#playback.hears(part) ? 1 : SILENT_ALPHA;
    drawNote(context, box, who, this.#ink, 'left', colour);
    context.globalAlpha = 1;
  }

  /** Where several players go on with what they were given. */
  #drawBegin({ context, height, first, step }) {
    const x = MARGIN + (this.#ownSteps - first) * step;
    if (this.#playback.tune.parts.length > 1 && this.#ownSteps > 0 && x >= MARGIN) {
      context.fillStyle = this.#ink.source;
      context.fillRect(x - 1, 0, 2, height);
      write(context, 'the band goes on', x + 6, BAR_LINE_WORDS + 16, this.#ink.source); // below the number of the bar
    }
  }

  #drawPlace({ context, height, first, step }, position) {
    context.fillStyle = this.#ink.accent;
    context.fillRect(MARGIN + (position - first) * step - 1, 0, 2, height);
  }
}

/** The rows of a tune: pitches from the highest on, and below them those drums that are struck. */
function rowsOf({ notes, parts }, height) {
  const isDrum = ({ part = 0 }) => parts[part].drums;
  const pitches = notes.filter((note) => !isDrum(note)).map(({ pitch }) => pitch);
  const low = Math.min(60, ...pitches) - RANGE;
  const high = Math.max(72, ...pitches) + RANGE;
  const drums = [...new Set(notes.filter(isDrum).map(({ pitch }) => pitch))].sort((a, b) => b - a);
  const rows = high - low + 1 + (drums.length > 0 ? drums.length + DRUM_GAP : 0);
  const row = height / rows;
  const yOf = (note) => (isDrum(note) ? high - low + 1 + DRUM_GAP + drums.indexOf(note.pitch) : high - note.pitch) * row;
  return { low, high, row, drums, yOf };
}
