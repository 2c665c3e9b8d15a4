// Call and response: listens while the player plays, asks the network after a pause, and lets it play its answer in time.

import { AnswerPlayer, LATE_SECONDS, PATIENCE_SECONDS } from './answer-player.js';
import { now } from './clock.js';
import { Explanations } from './explanations.js';
import { Hands } from './hands.js';
import { Music } from './music.js';
import { STEPS_PER_BAR } from './pulse.js';
import { Questions } from './questions.js';

const LOOK_EVERY_MS = 15;
const SLEPT_SECONDS = 2;

/**
 * @typedef {'ready'|'listening'|'asking'|'answering'} State
 * ready: nobody plays; listening: to the player, pauses in the phrase included; asking: for an answer; answering: the network plays
 */

/**
 * The duet of a player and the network. The mark "melodyme:pause-end" of the browser's performance timeline tells when the player had
 * paused long enough.
 */
export class Duet {
  /** @type {Music} */
  music = new Music();
  /** @type {State} */
  state = 'ready';
  #pulse;
  #metronome;
  #connection;
  #wishes;
  #changed;
  #limits;
  #hands;
  #turn = null; // of the phrase that is played, or of the answer
  #restAt = 0; // the step where the music stands still while nobody plays
  #questions;
  #question = null; // what to ask the server, once more if the line was lost
  #network;
  #explanations;

  /**
   * @param {Object} parts
   * @param {import('./pulse.js').Pulse} parts.pulse
   * @param {import('./sound.js').Sound} parts.sound
   * @param {import('./metronome.js').Metronome} parts.metronome
   * @param {import('./connection.js').Connection} parts.connection
   * @param {function(): import('./wishes.js').Wishes} parts.wishes what the player wishes now
   * @param {function(Duet): void} parts.changed called when the state or the turns change
   * @param {{phraseSteps: number, phraseNotes: number}} parts.limits of the server
   */
  constructor({ pulse, sound, metronome, connection, wishes, changed, limits }) {
    this.#pulse = pulse;
    this.#metronome = metronome;
    this.#connection = connection;
    this.#wishes = wishes;
    this.#changed = changed;
    this.#limits = limits;
    this.#hands = new Hands(sound);
    this.#questions = new Questions(connection);
    this.#network = new AnswerPlayer(pulse, sound, metronome);
    this.#explanations = new Explanations(connection);
    setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  /** @returns {number} the step of the whole music that is now, with its fraction */
  get position() {
    const step = this.#pulse.stepAt(now());
    return this.state === 'ready' ? Math.min(step, this.#restAt) : step;
  }

  /** @returns {number} how much of the pause is over, from 0 to 1; 0 while a key is down */
  get pauseShare() {
    if (this.state !== 'listening' || !this.#hands.free) {
      return 0;
    }
    return Math.min(1, (now() - this.#hands.letGoAt) / this.#wishes().pause);
  }

  /**
   * The player presses a key. If the network is playing, it stops: who is interrupted listens.
   *
   * @param {number} pitch
   * @param {number} velocity from 0 to 1
   */
  down(pitch, velocity) {
    this.up(pitch); // where it was down already
    if (this.state === 'answering' || this.state === 'asking') {
      this.interrupt();
    }
    if (this.state === 'ready') {
      this.#beginTurn();
    }
    this.#turn.phrase.push(this.#hands.press(pitch, velocity, this.#localStep()));
  }

  /**
   * The player lets a key go.
   *
   * @param {number} pitch
   */
  up(pitch) {
    this.#hands.letGo(pitch, () => this.#localStep());
  }

  /** @returns {number[]} the pitches whose keys the player holds down */
  held() {
    return this.#hands.pitches;
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
    if (!last || last.number === null || this.state === 'listening') {
      return;
    }
    if (this.#questions.ask({ type: 'again' }, last)) {
      this.#network.stop();
      this.#turn = last;
      this.#question = null;
      this.#change('asking');
    }
  }

  /** Ends the network's turn where it is; what was heard stays. */
  interrupt() {
    if (this.state === 'answering') {
      const turn = this.#turn;
      const steps = Math.min(turn.steps, Math.max(0, Math.floor(this.#localStep()) - turn.answerStart + 1));
      this.#connection.send({ type: 'cut', turn: turn.number, steps });
      turn.cutAnswer(steps);
    } else {
      this.#questions.giveUp();
    }
    this.#rest();
  }

  /** Forgets everything, on the server too. */
  clear() {
    this.#hands.pitches.forEach((pitch) => this.up(pitch));
    this.#rest();
    this.music.restore([], false);
    this.#restAt = 0;
    this.#questions.forget();
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
    return this.#explanations.of(turn);
  }

  /**
   * Takes a message of the server.
   *
   * @param {Object} message
   */
  hear(message) {
    switch (message.type) {
      case 'session': return this.#resume(message);
      case 'answering': return this.#beginAnswer(message);
      case 'step': return this.#addStep(message);
      case 'done': return this.#endAnswer(message);
      case 'cut': return this.#keepCut(message);
      case 'explanation': return this.#explanations.hear(message, this.music.turn(message.turn));
      case 'error': return this.#failed(message);
      default: return undefined;
    }
  }

  /**
   * Whether an error is about something that is still wanted.
   *
   * @param {Object} error of the server
   * @returns {boolean}
   */
  cares(error) {
    return this.#questions.wants(error) || !['ask', 'again', 'cut'].includes(error.reply);
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
    this.#hands.rest();
    this.#change('listening');
  }

  #localStep() {
    return this.#pulse.stepAt(now()) - this.#turn.origin;
  }

  #look() {
    if (this.state === 'listening') {
      this.#lookAtPhrase();
    } else if (this.state === 'answering' && this.#network.look()) {
      this.#rest();
    }
  }

  #lookAtPhrase() {
    const { pause, phraseBars } = this.#wishes();
    const end = this.#afterSleep(this.#hands.letGoAt + pause);
    const longest = Math.min(phraseBars > 0 ? phraseBars * STEPS_PER_BAR : Infinity, this.#limits.phraseSteps - STEPS_PER_BAR);
    const phraseEnd = this.#pulse.timeOf(this.#turn.origin + longest);
    if (this.#hands.free && now() >= end) {
      this.#ask(end);
    } else if (now() >= phraseEnd - this.#lead() || this.#turn.phrase.length >= this.#limits.phraseNotes) {
      this.#ask(Math.max(now(), phraseEnd - this.#lead()));
    }
  }

  /** A page that slept wakes up where it was: the time that it missed is no music. */
  #afterSleep(end) {
    if (!this.#hands.free || now() < end + SLEPT_SECONDS) {
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
    const local = this.#entryAfter(pauseEnd) - this.#turn.origin;
    for (const note of this.#turn.phrase) {
      note.end ??= local; // a key that is still down
    }
    this.#turn.answerStart = local;
    this.#turn.question ??= Math.floor(Math.random() * 2 ** 53); // the same if the line is lost, and it is asked once more
    this.#question = questionOf(this.#turn, this.#pulse, this.#wishes());
    performance.mark('melodyme:pause-end', { startTime: 1000 * pauseEnd });
    this.#questions.ask(this.#question, this.#turn);
    this.#change('asking');
  }

  /** The step of the whole music where an answer begins. The pulse gives way by what nobody hears, if that makes it come in time. */
  #entryAfter(pauseEnd) {
    const earliest = now() + this.#lead();
    const latest = Math.max(earliest, pauseEnd + PATIENCE_SECONDS);
    const entry = this.#pulse.entryAfter(earliest, latest - earliest);
    const late = this.#pulse.timeOf(entry) - latest;
    if (late > 0 && late <= LATE_SECONDS) {
      this.#pulse.place(entry, latest);
      this.#metronome.restart();
    }
    return entry;
  }

  // --- the network's turn

  #beginAnswer(message) {
    const turn = this.#questions.turnOf(message);
    if (!turn) {
      return; // the music was cleared since it was asked for
    }
    turn.beginAnswer(message);
    if (!this.#questions.wants(message)) {
      turn.endAnswer([], 0); // the player came in between, and the server was told
      this.#changed(this);
      return;
    }
    this.#network.begin(turn, this.#question !== null);
    this.#question = null;
    this.#change('answering');
  }

  #addStep(message) {
    if (this.#questions.wants(message) && this.#turn.events.length === message.index) {
      this.#turn.addEvent(message.event);
    }
  }

  #endAnswer(message) {
    this.#questions.end(message);
    if (this.#questions.wants(message)) {
      this.#turn.endAnswer(message.answer, message.steps);
      this.#changed(this);
    }
  }

  /** So does the server keep an answer that was interrupted. */
  #keepCut(message) {
    this.music.turn(message.turn)?.endAnswer(message.answer, message.steps);
    this.#changed(this);
  }

  // --- everything else

  /** The line is open, for the first time or again. What the network was saying goes on; what it was not asked, it is asked now. */
  #resume(message) {
    if (this.#questions.isForgotten(message)) {
      return; // everything was forgotten here already, and something may have begun since
    }
    this.#explanations.lineLost();
    this.#questions.lineLost();
    const open = this.state === 'listening' || this.#question ? this.#turn : null;
    if (this.#questions.forgetsLater) {
      this.#questions.forget();
      this.music.restore([], false);
    } else {
      const answered = message.turns.filter(({ question }) => !this.#question || question !== this.#question.question);
      this.music.restore(answered, message.resumed); // what became of the question meanwhile is told once it is asked again
    }
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

  #failed(error) {
    this.#explanations.fail(error);
    const turn = this.#questions.turnOf(error);
    this.#questions.end(error);
    if (turn?.number === null) {
      this.music.forget(turn); // as the server did
    }
    if (turn && this.#questions.wants(error)) {
      this.#rest();
    }
  }

  /** Nobody plays: the music runs on to the next bar line and stands still. */
  #rest() {
    this.#network.stop();
    this.#turn = null;
    this.#questions.drop();
    this.#question = null;
    this.#restAt = this.music.nextBar;
    this.#change('ready');
  }

  #change(state) {
    this.state = state;
    this.#changed(this);
  }
}

/** What a turn's answer is asked for with. */
function questionOf({ phrase, answerStart, question }, { tempo, stepSeconds }, { model, temperature, steps, key, seed, low, high }) {
  const stepMs = 1000 * stepSeconds;
  const notes = phrase.map(({ pitch, velocity, start, end }) =>
    ({ pitch, velocity, start: Math.max(0, start * stepMs), end: end * stepMs }));
  return {
    type: 'ask', question, unit: 'ms', notes, tempo, answerStart: answerStart * stepMs,
    model, temperature, steps, key, low, high, promptly: true, ...(seed === null ? {} : { seed }),
  };
}
