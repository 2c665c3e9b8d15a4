// The music of a duet: turns, each a phrase of the player and an answer of the network, laid one after the other on steps.

import { STEPS_PER_BAR } from './pulse.js';

/** What an event says if it is no pitch. */
export const NOTE_OFF = -1;
export const NO_EVENT = -2;

/**
 * @typedef {Object} Note
 * @property {number} pitch of MIDI
 * @property {number} start step of its turn
 * @property {number|null} end step of its turn, null while it sounds
 */

/**
 * @typedef {Object} ShownNote
 * @property {'you'|'network'} who plays it
 * @property {Turn} turn
 * @property {number} index among the notes of its phrase or answer
 * @property {number} pitch of MIDI
 * @property {number} start step of the whole music
 * @property {number} end step of the whole music, Infinity while it sounds
 */

/** A phrase and its answer. */
export class Turn {
  /** The server's number, null until it answers. */
  number = null;
  /** Where the answer begins, in steps of the turn; null until it is asked for. */
  answerStart = null;
  /** How many steps the answer has or will have. */
  steps = 0;
  /** @type {Note[]} */
  phrase = [];
  /** @type {Note[]} */
  answer = [];
  /** What was chosen at each step of the answer, as far as it is known. */
  events = [];
  /** What this page calls the question that is to be answered; null until it is asked. */
  question = null;
  /** What the network said about this turn, if it was asked. */
  explanation = null;
  /** What the answer was made with. */
  made = null;

  /** @param {number} origin the step of the whole music where the turn begins, a bar line */
  constructor(origin) {
    this.origin = origin;
  }

  /** @returns {number} the step of the whole music after the turn's last */
  get end() {
    const phraseEnd = this.phrase.reduce((end, note) => Math.max(end, note.end ?? note.start), 0);
    return this.origin + (this.answerStart === null ? phraseEnd : this.answerStart + this.steps);
  }

  /**
   * Begins an answer, and forgets one that was there.
   *
   * @param {Object} message of the server
   */
  beginAnswer(message) {
    this.number = message.turn;
    this.phrase = message.phrase;
    this.answerStart = message.answerStart;
    this.steps = message.steps;
    this.made = { model: message.model, seed: message.seed, key: message.key, temperature: message.temperature };
    this.answer = [];
    this.events = [];
    this.explanation = null;
  }

  /**
   * Adds the next step of the answer.
   *
   * @param {number} event
   */
  addEvent(event) {
    const at = this.answerStart + this.events.length;
    this.events.push(event);
    const last = this.answer[this.answer.length - 1];
    if (event !== NO_EVENT && last && last.end === null) {
      last.end = at;
    }
    if (event >= 0) {
      this.answer.push({ pitch: event, start: at, end: null });
    }
  }

  /**
   * Ends the answer.
   *
   * @param {Note[]} answer as the server keeps it
   * @param {number} steps how many it has
   */
  endAnswer(answer, steps) {
    this.answer = answer;
    this.steps = steps;
    this.events.length = Math.min(this.events.length, steps);
  }

  /**
   * Keeps the first steps of the answer, which are all that was heard.
   *
   * @param {number} steps
   */
  cutAnswer(steps) {
    const end = this.answerStart + steps;
    const heard = this.answer.filter((note) => note.start < end);
    this.endAnswer(heard.map((note) => ({ ...note, end: Math.min(note.end ?? end, end) })), steps);
  }
}

/** All turns. */
export class Music {
  /** @type {Turn[]} */
  turns = [];

  /** @returns {Turn|null} the newest */
  get last() {
    return this.turns[this.turns.length - 1] ?? null;
  }

  /** @returns {number} the bar line at or after the end of all music */
  get nextBar() {
    return this.last ? Math.ceil(this.last.end / STEPS_PER_BAR - 1e-9) * STEPS_PER_BAR : 0;
  }

  /**
   * Begins a turn.
   *
   * @param {number} origin
   * @returns {Turn}
   */
  begin(origin) {
    const turn = new Turn(origin);
    this.turns.push(turn);
    return turn;
  }

  /** @param {Turn} turn that was not answered */
  forget(turn) {
    this.turns = this.turns.filter((each) => each !== turn);
  }

  /**
   * Takes over the turns that a server remembers.
   *
   * @param {Object[]} messages one for each
   * @param {boolean} known whether those that are here are the same duet's
   */
  restore(messages, known) {
    const before = new Map(known ? this.turns.map((turn) => [turn.number, turn]) : []);
    this.turns = [];
    for (const message of messages) {
      const turn = before.get(message.turn) ?? new Turn(this.nextBar);
      if (turn.events.length < message.steps) {
        turn.beginAnswer(message);
        turn.events = eventsOf(message);
      }
      turn.endAnswer(message.answer, message.steps);
      this.turns.push(turn);
    }
  }

  /**
   * @param {number} number of the server
   * @returns {Turn|undefined}
   */
  turn(number) {
    return this.turns.find((turn) => turn.number === number);
  }

  /** @returns {ShownNote[]} in the order of their starts */
  notes() {
    return this.turns.flatMap((turn) => [...shown(turn, 'you', turn.phrase), ...shown(turn, 'network', turn.answer)]);
  }
}

function shown(turn, who, notes) {
  return notes.map((note, index) => ({
    who, turn, index, pitch: note.pitch, start: turn.origin + note.start, end: note.end === null ? Infinity : turn.origin + note.end,
  }));
}

/** What was chosen at each step of an answer that is known by its notes. */
function eventsOf({ answer, answerStart, steps }) {
  const events = new Array(steps).fill(NO_EVENT);
  answer.forEach((note) => {
    if (note.end - answerStart < steps) {
      events[note.end - answerStart] = NOTE_OFF;
    }
  });
  answer.forEach((note) => {
    events[note.start - answerStart] = note.pitch;
  });
  return events;
}
