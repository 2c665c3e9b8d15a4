// An exhibition: the page fills the screen, plays by itself while nobody is there, and forgets a visitor who went away.

import { byId } from './dom.js';
import { STEPS_PER_BEAT } from './pulse.js';

const IDLE_SECONDS = 60;
const LOOP_REST_MS = 2500;
const LOOK_EVERY_MS = 100;

/** What the page plays to itself while it waits: pitch, beats, and beats of rest after it. */
const ATTRACTION = [[64, 1], [67, 1], [69, 1.5], [67, 0.5], [64, 1], [62, 1], [64, 2]];

/**
 * Makes a kiosk of the page if its address asks for one: "?kiosk=1", and "&idle=60" for the seconds without play after which
 * everything is as it was.
 *
 * @param {import('./duet.js').Duet} duet
 * @param {import('./pulse.js').Pulse} pulse
 * @param {import('./sound.js').Sound} sound
 * @param {function(): void} reset called to bring the controls back to where they were
 * @returns {Kiosk|null} a kiosk that waits for a visitor
 */
export function kioskIfAsked(duet, pulse, sound, reset) {
  const query = new URLSearchParams(location.search);
  if (query.get('kiosk') !== '1') {
    return null;
  }
  const idle = Number(query.get('idle'));
  const kiosk = new Kiosk(duet, pulse, sound, reset, idle > 0 ? idle : IDLE_SECONDS);
  kiosk.attract();
  return kiosk;
}

/** A page that anybody may walk up to. */
export class Kiosk {
  #duet;
  #pulse;
  #sound;
  #reset;
  #idleMs;
  #attracting = false;
  #lastTouch = performance.now();
  #timers = [];
  #overlay = byId('attract');

  constructor(duet, pulse, sound, reset, idleSeconds) {
    this.#duet = duet;
    this.#pulse = pulse;
    this.#sound = sound;
    this.#reset = reset;
    this.#idleMs = 1000 * idleSeconds;
    document.body.classList.add('kiosk');
    for (const touch of ['pointerdown', 'keydown']) {
      window.addEventListener(touch, (event) => this.#touched(event), { capture: true });
    }
    for (const release of ['pointerup', 'keydown']) { // a finger's going down is no wish that a browser takes
      window.addEventListener(release, fillScreen);
    }
    setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  /** Waits for a visitor. */
  attract() {
    this.#attracting = true;
    this.#overlay.hidden = false;
    document.body.dataset.kiosk = 'attract';
    this.#sound.muted = true;
    this.#duet.clear();
    this.#reset();
    this.#playLoop();
  }

  #look() {
    const busy = this.#duet.held().length > 0 || this.#duet.state === 'answering'; // a question may stay without an answer
    if (this.#attracting) {
      if (this.#duet.state === 'ready' && this.#timers.length === 0) {
        this.#later(LOOP_REST_MS, () => {
          this.#duet.clear();
          this.#playLoop();
        });
      }
    } else if (busy) {
      this.#lastTouch = performance.now();
    } else if (performance.now() - this.#lastTouch > this.#idleMs) {
      this.attract();
    }
  }

  /** Plays a phrase; the network answers it as it answers everybody. */
  #playLoop() {
    let at = 300;
    for (const [pitch, beats] of ATTRACTION) {
      const length = 1000 * beats * STEPS_PER_BEAT * this.#pulse.stepSeconds;
      this.#later(at, () => this.#duet.down(pitch, 0.7));
      this.#later(at + 0.9 * length, () => this.#duet.up(pitch));
      at += length;
    }
  }

  #later(milliseconds, act) {
    const timer = setTimeout(() => {
      this.#timers = this.#timers.filter((each) => each !== timer);
      act();
    }, milliseconds);
    this.#timers.push(timer);
  }

  #touched(event) {
    if (this.#attracting) {
      event.preventDefault();
      event.stopPropagation();
    }
    this.welcome();
  }

  /** Somebody is there, by whatever is noticed: a touch, a key, or a key of an instrument that is plugged in. */
  welcome() {
    this.#lastTouch = performance.now();
    if (!this.#attracting) {
      return;
    }
    this.#attracting = false;
    this.#timers.forEach(clearTimeout);
    this.#timers = [];
    this.#overlay.hidden = true;
    document.body.dataset.kiosk = 'play';
    this.#sound.muted = false;
    this.#duet.clear();
    this.#reset();
  }
}

/** A wish; the kiosk's own settings may have done it. */
function fillScreen() {
  if (!document.fullscreenElement) {
    document.documentElement.requestFullscreen?.().catch(() => {});
  }
}
