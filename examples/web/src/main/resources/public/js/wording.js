// How the pages speak of music and of what the network thinks, so that somebody who knows neither understands.

import { NOTE_OFF, NO_EVENT } from './music.js';
import { pitchName } from './pitch.js';
import { STEPS_PER_BAR, STEPS_PER_BEAT } from './pulse.js';

/** Bounds of surprise, in nats, and what it is called from there on. */
const SURPRISES = [[5, 'astonishing'], [3, 'surprising'], [1, 'usual'], [-Infinity, 'foreseen']];
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

/**
 * @param {number} event of a step
 * @returns {string} what it does
 */
export function eventWords(event) {
  switch (event) {
    case NO_EVENT: return 'wait and hold';
    case NOTE_OFF: return 'fall silent';
    default: return `play ${pitchName(event)}`;
  }
}

/**
 * @param {number} steps
 * @returns {string} as in "two bars"
 */
export function spanWords(steps) {
  for (const [unit, word] of [[STEPS_PER_BAR, 'bar'], [STEPS_PER_BEAT, 'beat'], [1, 'step']]) {
    if (steps % unit === 0) {
      return count(steps / unit, word);
    }
  }
  return count(steps, 'step');
}

/**
 * @param {number} number
 * @param {string} word for one
 * @returns {string} as in "two bars"
 */
export function count(number, word) {
  return `${NUMBERS[number] ?? number} ${word}${number === 1 ? '' : 's'}`;
}

/**
 * @param {string} name
 * @returns {string} with a capital, as a title has it
 */
export function titled(name) {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * @param {number} probability
 * @returns {string} as in "34 %"
 */
export function percent(probability) {
  if (probability > 0 && probability < 0.01) {
    return 'below 1 %';
  }
  return `${Math.round(100 * probability)} %`;
}

/**
 * @param {number} nats
 * @returns {{level: number, word: string}} from 0, foreseen, to 3, astonishing
 */
export function surpriseWords(nats) {
  const at = SURPRISES.findIndex(([least]) => nats >= least);
  return { level: SURPRISES.length - 1 - at, word: SURPRISES[at][1] };
}

/**
 * @param {number} temperature
 * @returns {string}
 */
export function temperatureWords(temperature) {
  const words = [[0.5, 'very careful'], [0.85, 'careful'], [1.15, 'as it learned'], [1.5, 'daring'], [Infinity, 'wild']];
  return words.find(([most]) => temperature <= most)[1];
}

/**
 * @param {number} seconds
 * @returns {string} as in "1:05"
 */
export function clockWords(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
