// Call and response: listens while the player plays, asks the network after a pause, and plays its answer in time.

import { now } from './clock.js';
import { NOTE_OFF, Music } from './music.js';
import { NETWORK_PATCH, PLAYER_PATCH } from './patches.js';
import { STEPS_PER_BAR } from './pulse.js';

/** The answer begins at most so long after the pause's end, to fall on the pulse. */
const PATIENCE_SECONDS = 0.28;
const LOOK_EVERY_MS = 15;
const AHEAD_SECONDS = 0.1; // how far ahead tones are given to the audio clock
const SLEPT_SECONDS = 2;
const LATE_SECONDS = 0.05; // what nobody hears as late

/**
 * @typedef {'ready'|'listening'|'asking'|'answering'} State
 * ready: nobody plays; listening: to the player, pauses in the phrase included; asking: for an answer; answering: the network plays
 */

/**
 * @typedef {Object} Wishes what the player set
 * @property {string} model
 * @property {number} temperature
 * @property {number} steps of an answer
 * @property {string|null} key
 * @property {number|null} seed
 * @property {number} pause seconds
 * @property {number} phraseBars after so many bars the network answers without a pause; 0 for never
 * @property {number} low the lowest pitch that the answer may have
 * @property {number} high the highest
 */

/**
 * The duet of a player and the network. What happened when can be read from the marks of the browser's performance timeline:
 * "melodyme:pause-end" when the player had paused long enough, "melodyme:answer-start" when the answer's first step sounds, and
 * "melodyme:answer-note" when its first note does.
 */
export class Duet {
  /** @type {Music} */
  music = new Music();
  /** @type {State} */
  state = 'ready';
  #pulse;
  #sound;
  #metronome;
  #connection;
  #wishes;
  #changed;
  #limits;
  #tones = new Map(); // what sounds for each key that is down
  #turn = null; // of the phrase that is played, or of the answer
  #restAt = 0; // the step where the music stands still while nobody plays
  #letGoAt = 0;
  #asked = null; // the turn that an answer was asked for last
  #question = null; // what to ask the server, once more if the line was lost
  #entry = null; // the step of the whole music where the answer begins
  #played = 0; // steps of the answer that were given to the audio clock
  #tone = null; // of the network
  #explaining = new Map(); // who waits for the explanation of which turn

  /**
   * @param {Object} parts
   * @param {import('./pulse.js').Pulse} parts.pulse
   * @param {import('./sound.js').Sound} parts.sound
   * @param {import('./metronome.js').Metronome} parts.metronome
   * @param {import('./connection.js').Connection} parts.connection
   * @param {function(): Wishes} parts.wishes what the player wishes now
   * @param {function(Duet): void} parts.changed called when the state or the turns change
   * @param {{phraseSteps: number, phraseNotes: number}} parts.limits of the server
   */
  constructor({ pulse, sound, metronome, connection, wishes, changed, limits }) {
    this.#pulse = pulse;
    this.#sound = sound;
    this.#metronome = metronome;
    this.#connection = connection;
    this.#wishes = wishes;
    this.#changed = changed;
    this.#limits = limits;
    setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  /** @returns {number} the step of the whole music that is now, with its fraction */
  get position() {
    const step = this.#pulse.stepAt(now());
    return this.state === 'ready' ? Math.min(step, this.#restAt) : step;
  }

  /** @returns {number} how much of the pause is over, from 0 to 1; 0 while a key is down */
  get pauseShare() {
    if (this.state !== 'listening' || this.#tones.size > 0) {
      return 0;
    }
    return Math.min(1, (now() - this.#letGoAt) / this.#wishes().pause);
  }

  /**
   * The player presses a key. If the network is playing, it stops: who is interrupted listens.
   *
   * @param {number} pitch
   * @param {number} velocity from 0 to 1
   */
  down(pitch, velocity) {
    if (this.#tones.has(pitch)) {
      this.up(pitch);
    }
    if (this.state === 'answering' || this.state === 'asking') {
      this.interrupt();
    }
    if (this.state === 'ready') {
      this.#beginTurn();
    }
    const note = { pitch, velocity: Math.max(1, Math.round(velocity * 127)), start: this.#localStep(), end: null };
    this.#turn.phrase.push(note);
    this.#tones.set(pitch, { note, tone: this.#sound.tone(PLAYER_PATCH, pitch, now(), velocity) });
  }

  /**
   * The player lets a key go.
   *
   * @param {number} pitch
   */
  up(pitch) {
    const held = this.#tones.get(pitch);
    if (!held) {
      return;
    }
    this.#tones.delete(pitch);
    held.tone.release();
    held.note.end ??= Math.max(held.note.start + 0.25, this.#localStep());
    this.#letGoAt = now();
  }

  /** @returns {number[]} the pitches whose keys the player holds down */
  held() {
    return [...this.#tones.keys()];
  }

  /** Asks for the answer at once, without waiting for the pause. */
  answerNow() {
    if (this.state === 'listening' && this.#turn.phrase.length > 0) {
      this.#ask(now());
    } else if (this.state === 'ready') {
      this.playAlone();
    }
  }

  /** Lets the network go on without a phrase. */
  playAlone() {
    this.#beginTurn();
    this.#ask(now());
  }

  /** Answers the last phrase once more, from another seed. */
  again() {
    const last = this.music.last;
    if (!last || last.number === null || this.state === 'listening' || !this.#connection.send({ type: 'again' })) {
      return;
    }
    this.#stopTone();
    this.#turn = last;
    this.#asked = last;
    this.#question = null;
    this.#entry = null; // chosen when the network begins
    this.#change('asking');
  }

  /** Ends the network's turn where it is; what was heard stays. */
  interrupt() {
    if (this.state === 'answering') {
      this.#cut(this.#turn, Math.min(this.#turn.steps, Math.max(0, Math.floor(this.#localStep()) - this.#turn.answerStart + 1)));
    }
    this.#rest();
  }

  #cut(turn, steps) {
    this.#connection.send({ type: 'cut', turn: turn.number, steps });
    turn.endAnswer(cutNotes(turn, steps), steps);
  }

  /** Forgets everything, on the server too. */
  clear() {
    [...this.#tones.keys()].forEach((pitch) => this.up(pitch));
    this.#rest();
    this.#asked = null;
    this.music.restore([], false);
    this.#restAt = 0;
    this.#connection.send({ type: 'clear' });
    performance.clearMarks();
    this.#change('ready');
  }

  /**
   * Asks why a turn was answered as it was.
   *
   * @param {import('./music.js').Turn} turn
   * @returns {Promise<Object>} the server's explanation
   */
  explain(turn) {
    if (turn.explanation) {
      return Promise.resolve(turn.explanation);
    }
    if (!this.#connection.send({ type: 'explain', turn: turn.number })) {
      return Promise.reject(new Error('The line to the server is lost.'));
    }
    return new Promise((resolve, reject) => this.#explaining.set(turn.number, { resolve, reject }));
  }

  /**
   * Takes a message of the server.
   *
   * @param {Object} message
   */
  hear(message) {
    const turn = this.music.turn(message.turn);
    switch (message.type) {
      case 'session': return this.#resume(message);
      case 'answering': return this.#beginAnswer(message);
      case 'step': return turn === this.#turn && turn?.events.length === message.index ? turn.addEvent(message.event) : undefined;
      case 'done':
      case 'cut': return turn && this.#endAnswer(turn, message);
      case 'explanation': return turn && this.#explained(turn, message);
      case 'error': return this.#failed(message);
      default: return undefined;
    }
  }

  // --- the player's turn

  /**
   * A turn begins in the bar that is now. A player who follows the metronome is on its pulse; one who does not makes the pulse: the
   * first note is on a step, and on the first of a bar if the music stood still.
   */
  #beginTurn() {
    const step = this.#pulse.stepAt(now());
    const stands = step >= this.#restAt;
    if (this.#metronome.on) {
      const bars = stands ? Math.floor(step / STEPS_PER_BAR) * STEPS_PER_BAR - this.#restAt : 0;
      this.#pulse.place(step - bars, now());
    } else {
      this.#pulse.place(stands ? this.#restAt : Math.round(step), now());
    }
    this.#metronome.restart();
    const origin = Math.floor(this.#pulse.stepAt(now()) / STEPS_PER_BAR + 1e-6) * STEPS_PER_BAR;
    this.#turn = this.music.begin(origin);
    this.#letGoAt = now();
    this.#change('listening');
  }

  #localStep() {
    return this.#pulse.stepAt(now()) - this.#turn.origin;
  }

  #look() {
    if (this.state === 'listening') {
      this.#lookAtPhrase();
    } else if (this.state === 'answering') {
      this.#playAnswer();
    }
  }

  #lookAtPhrase() {
    const { pause, phraseBars } = this.#wishes();
    const end = this.#afterSleep(this.#letGoAt + pause);
    const longest = Math.min(phraseBars > 0 ? phraseBars * STEPS_PER_BAR : Infinity, this.#limits.phraseSteps - STEPS_PER_BAR);
    const phraseEnd = this.#pulse.timeOf(this.#turn.origin + longest);
    if (this.#tones.size === 0 && now() >= end) {
      this.#ask(end);
    } else if (now() >= phraseEnd - this.#lead() || this.#turn.phrase.length >= this.#limits.phraseNotes) {
      this.#ask(Math.max(now(), phraseEnd - this.#lead()));
    }
  }

  /** A page that slept wakes up where it was: the time that it missed is no music. */
  #afterSleep(end) {
    if (this.#tones.size > 0 || now() < end + SLEPT_SECONDS) {
      return end;
    }
    this.#pulse.place(this.#pulse.stepAt(end), now());
    return now();
  }

  /** How long before a step the server must be asked for it. */
  #lead() {
    return Math.min(0.2, 0.06 + 1.5 * this.#connection.roundTrip);
  }

  // --- the question

  /** Asks for an answer to what was played until a time that has come just now. */
  #ask(pauseEnd) {
    const { model, temperature, steps, key, seed, low, high } = this.#wishes();
    const earliest = now() + this.#lead();
    this.#entry = this.#pulse.entryAfter(earliest, Math.max(0, pauseEnd + PATIENCE_SECONDS - earliest));
    const local = this.#entry - this.#turn.origin;
    const stepMs = 1000 * this.#pulse.stepSeconds;
    for (const note of this.#turn.phrase) {
      note.end ??= local; // a key that is still down
    }
    const notes = this.#turn.phrase.map(({ pitch, velocity, start, end }) =>
      ({ pitch, velocity, start: Math.max(0, start * stepMs), end: end * stepMs }));
    this.#question = {
      type: 'ask', unit: 'ms', notes, tempo: this.#pulse.tempo, answerStart: local * stepMs,
      model, temperature, steps, key, low, high, promptly: true, ...(seed === null ? {} : { seed }),
    };
    performance.mark('melodyme:pause-end', { startTime: 1000 * pauseEnd });
    this.#asked = this.#turn;
    this.#asked.answerStart = local;
    this.#connection.send(this.#question);
    this.#change('asking');
  }

  #beginAnswer(message) {
    if (!this.#asked) {
      return; // the music was cleared since it was asked for
    }
    this.#asked.beginAnswer(message);
    if (this.state !== 'asking') {
      this.#cut(this.#asked, 0); // the player came in between
      return;
    }
    this.#question = null;
    this.#played = 0;
    const entry = this.#turn.origin + message.answerStart;
    if (this.#entry === null || this.#pulse.timeOf(entry) < now()) {
      this.#moveEntry(entry);
    }
    this.#entry = entry;
    this.#change('answering');
  }

  /** Lays the pulse so that the answer begins at the next beat that can be reached. */
  #moveEntry(entry) {
    const soon = this.#pulse.entryAfter(now() + LATE_SECONDS, PATIENCE_SECONDS);
    this.#pulse.place(entry, this.#pulse.timeOf(soon));
    this.#metronome.restart();
  }

  // --- the network's turn

  #playAnswer() {
    const turn = this.#turn;
    while (this.#played < turn.events.length) {
      const at = this.#pulse.timeOf(this.#entry + this.#played);
      if (at > now() + AHEAD_SECONDS) {
        return;
      }
      if (at < now() - LATE_SECONDS) {
        this.#pulse.place(this.#entry + this.#played, now()); // the line stumbled: nothing is left out
        this.#metronome.restart();
      }
      this.#playEvent(turn.events[this.#played], Math.max(at, now()));
      this.#played++;
    }
    const end = this.#pulse.timeOf(this.#entry + turn.steps);
    if (this.#played === turn.steps && now() >= end) {
      this.#rest();
    }
  }

  #playEvent(event, at) {
    if (this.#played === 0) {
      performance.mark('melodyme:answer-start', { startTime: 1000 * at });
    }
    if (event >= NOTE_OFF) {
      this.#tone?.release(at);
      this.#tone = null;
    }
    if (event >= 0) {
      this.#tone = this.#sound.tone(NETWORK_PATCH, event, at, 0.75);
      if (this.#turn.answer[0]?.start === this.#turn.answerStart + this.#played) {
        performance.mark('melodyme:answer-note', { startTime: 1000 * at });
      }
    }
    if (this.#played === this.#turn.steps - 1) {
      this.#tone?.release(this.#pulse.timeOf(this.#entry + this.#turn.steps));
      this.#tone = null;
    }
  }

  #endAnswer(turn, message) {
    turn.endAnswer(message.answer, message.steps);
    this.#changed(this);
  }

  // --- everything else

  /** The line is open, for the first time or again. What the network was saying goes on; what it was not asked, it is asked now. */
  #resume(message) {
    this.#explaining.forEach(({ reject }) => reject(new Error('the line was lost')));
    this.#explaining.clear();
    const open = this.state === 'listening' || this.#question ? this.#turn : null;
    this.music.restore(message.turns, message.resumed);
    if (open) {
      open.origin = this.music.nextBar;
      this.music.turns.push(open);
      this.#pulse.place(open.origin + this.#lastStep(open), now());
    }
    if (this.#question) {
      this.#ask(now());
    } else if (open || (this.state !== 'asking' && this.music.turns.includes(this.#turn))) {
      this.#changed(this);
    } else {
      this.#rest();
      this.#pulse.place(this.#restAt, now());
    }
  }

  #lastStep(turn) {
    return turn.phrase.reduce((last, note) => Math.max(last, note.end ?? note.start), 0);
  }

  #explained(turn, message) {
    turn.explanation = message;
    this.#explaining.get(message.turn)?.resolve(message);
    this.#explaining.delete(message.turn);
  }

  #failed(message) {
    if (message.reply === 'explain') {
      this.#explaining.forEach(({ reject }) => reject(new Error(message.error)));
      this.#explaining.clear();
    } else if (this.state === 'asking' && (message.reply === 'ask' || message.reply === 'again')) {
      if (this.#turn.number === null) {
        this.music.turns.pop();
      }
      this.#rest();
    }
  }

  /** Nobody plays: the music runs on to the next bar line and stands still. */
  #rest() {
    this.#stopTone();
    this.#turn = null;
    this.#question = null;
    this.#restAt = this.music.nextBar;
    this.#change('ready');
  }

  #stopTone() {
    this.#tone?.release();
    this.#tone = null;
  }

  #change(state) {
    this.state = state;
    this.#changed(this);
  }
}

/** The notes of an answer's first steps. */
function cutNotes(turn, steps) {
  const end = turn.answerStart + steps;
  return turn.answer.filter((note) => note.start < end).map((note) => ({ ...note, end: Math.min(note.end ?? end, end) }));
}
