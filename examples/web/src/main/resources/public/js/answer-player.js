// Plays an answer while it comes, each step at its time.

import { now } from './clock.js';
import { NOTE_OFF } from './music.js';
import { NETWORK_PATCH } from './patches.js';

/** An answer begins at most so long after the pause's end, to fall on the pulse. */
export const PATIENCE_SECONDS = 0.28;
/** What nobody hears as late. */
export const LATE_SECONDS = 0.05;
const AHEAD_SECONDS = 0.1; // how far ahead tones are given to the audio clock
const VELOCITY = 0.75;

/**
 * The network at its instrument. What sounds when can be read from the marks of the browser's performance timeline:
 * "melodyme:answer-start" when an answer's first step sounds, and "melodyme:answer-note" when its first note does.
 */
export class AnswerPlayer {
  #pulse;
  #sound;
  #metronome;
  #turn = null;
  #entry = 0; // the step of the whole music where the answer begins
  #played = 0; // steps of the answer that were given to the audio clock
  #tone = null;

  /**
   * @param {import('./pulse.js').Pulse} pulse
   * @param {import('./sound.js').Sound} sound
   * @param {import('./metronome.js').Metronome} metronome
   */
  constructor(pulse, sound, metronome) {
    this.#pulse = pulse;
    this.#sound = sound;
    this.#metronome = metronome;
  }

  /**
   * The first steps of an answer are coming. If it was not planned on the pulse, or comes too late for that, the pulse is laid so that
   * it begins at the next beat that can be reached.
   *
   * @param {import('./music.js').Turn} turn
   * @param {boolean} planned whether the player was playing up to it
   */
  begin(turn, planned) {
    this.#turn = turn;
    this.#played = 0;
    this.#entry = turn.origin + turn.answerStart;
    if (!planned || this.#pulse.timeOf(this.#entry) < now()) {
      const soon = this.#pulse.entryAfter(now() + LATE_SECONDS, PATIENCE_SECONDS);
      this.#place(this.#entry, this.#pulse.timeOf(soon));
    }
  }

  /**
   * Plays what is due.
   *
   * @returns {boolean} whether the answer is over
   */
  look() {
    const turn = this.#turn;
    while (this.#played < turn.events.length) {
      const at = this.#pulse.timeOf(this.#entry + this.#played);
      if (at > now() + AHEAD_SECONDS) {
        return false;
      }
      if (at < now() - LATE_SECONDS) {
        this.#place(this.#entry + this.#played, now()); // the line stumbled: nothing is left out
      }
      this.#play(turn.events[this.#played], Math.max(at, now()));
      this.#played++;
    }
    return this.#played === turn.steps && now() >= this.#pulse.timeOf(this.#entry + turn.steps);
  }

  #place(step, seconds) {
    this.#pulse.place(step, seconds);
    this.#metronome.restart();
  }

  #play(event, at) {
    if (this.#played === 0) {
      performance.mark('melodyme:answer-start', { startTime: 1000 * at });
    }
    if (event >= NOTE_OFF) {
      this.#release(at);
    }
    if (event >= 0) {
      this.#tone = this.#sound.tone(NETWORK_PATCH, event, at, VELOCITY);
      if (this.#turn.answer[0]?.start === this.#turn.answerStart + this.#played) {
        performance.mark('melodyme:answer-note', { startTime: 1000 * at });
      }
    }
    if (this.#played === this.#turn.steps - 1) {
      this.#release(this.#pulse.timeOf(this.#entry + this.#turn.steps));
    }
  }

  /** Falls silent. */
  stop() {
    this.#release();
  }

  #release(at) {
    this.#tone?.release(at);
    this.#tone = null;
  }
}
