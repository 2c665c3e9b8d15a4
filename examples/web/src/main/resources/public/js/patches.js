// The instruments, as recipes for the synthesizer.

/**
 * @typedef {Object} Patch
 * @property {number[]} partials strengths of the harmonics, the fundamental first
 * @property {number} level how loud, beside the others
 * @property {number} attack seconds to full strength
 * @property {number} decay seconds until the tone has fallen to about a third of the way to its sustain
 * @property {number} sustain share of the strength that a held tone keeps
 * @property {number} release seconds until a tone that was let go has fallen to about a third
 * @property {number} brightness cutoff of the filter when the tone begins, in multiples of the pitch
 * @property {number} warmth cutoff that the filter falls to, in multiples of the pitch
 * @property {number} detune cents between two oscillators; 0 for one alone
 * @property {number} vibrato cents
 */

const piano = {
  partials: [1, 0.42, 0.2, 0.12, 0.06, 0.05, 0.02, 0.015],
  level: 1, attack: 0.004, decay: 0.55, sustain: 0.12, release: 0.12,
  brightness: 9, warmth: 2.5, detune: 3, vibrato: 0,
};

/** @type {Object<string, Patch>} by name */
export const PATCHES = {
  piano,
  bells: {
    partials: [1, 0, 0.32, 0, 0, 0.18, 0, 0, 0.07],
    level: 0.85, attack: 0.003, decay: 0.7, sustain: 0.02, release: 0.35,
    brightness: 14, warmth: 5, detune: 2, vibrato: 0,
  },
  guitar: {
    partials: [1, 0.7, 0.45, 0.3, 0.18, 0.1, 0.08, 0.04, 0.03],
    level: 0.8, attack: 0.003, decay: 0.4, sustain: 0.04, release: 0.08,
    brightness: 8, warmth: 1.6, detune: 0, vibrato: 0,
  },
  bass: {
    partials: [1, 0.6, 0.25, 0.14, 0.06, 0.03],
    level: 1, attack: 0.006, decay: 0.5, sustain: 0.25, release: 0.07,
    brightness: 7, warmth: 2.5, detune: 0, vibrato: 0,
  },
  flute: {
    partials: [1, 0.22, 0.1, 0.02],
    level: 0.8, attack: 0.05, decay: 0.2, sustain: 0.8, release: 0.07,
    brightness: 5, warmth: 4, detune: 0, vibrato: 7,
  },
  clarinet: {
    partials: [1, 0.04, 0.55, 0.03, 0.3, 0.02, 0.14, 0.02, 0.06],
    level: 0.6, attack: 0.035, decay: 0.2, sustain: 0.8, release: 0.06,
    brightness: 7, warmth: 5, detune: 0, vibrato: 3,
  },
  strings: {
    partials: [1, 0.55, 0.38, 0.28, 0.2, 0.14, 0.1, 0.07, 0.05],
    level: 0.6, attack: 0.09, decay: 0.3, sustain: 0.85, release: 0.16,
    brightness: 5, warmth: 4, detune: 9, vibrato: 6,
  },
};

/** How the network sounds beside a player at the piano: the same hall, another instrument. */
export const NETWORK_PATCH = PATCHES.bells;
/** How the player sounds. */
export const PLAYER_PATCH = piano;
