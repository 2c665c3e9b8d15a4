// The controls of a tune that plays: play and stop, where it is, how long it is.

import { make } from './dom.js';
import { STEPS_PER_BAR, STEPS_PER_BEAT } from './pulse.js';
import { clockWords } from './wording.js';

/** A button, a slider and the time. */
export class Transport {
  #playback;
  #button;
  #slider;
  #time;
  #name;

  /**
   * @param {HTMLElement} element to fill
   * @param {import('./playback.js').Playback} playback
   * @param {string} name of what is played, for those who cannot see it
   */
  constructor(element, playback, name) {
    this.#playback = playback;
    this.#name = name;
    this.#button = make('button', { type: 'button', class: 'button main round' });
    this.#slider = make('input', { type: 'range', min: '0', max: '1', step: '1', value: '0', 'aria-label': `Position in ${name}` });
    this.#time = make('span', { class: 'time' });
    element.replaceChildren(this.#button, this.#slider, this.#time);
    this.#button.addEventListener('click', () => (playback.playing ? playback.stop() : playback.play()));
    this.#slider.addEventListener('input', () => playback.seek(Number(this.#slider.value)));
    this.refresh();
  }

  /** Shows where the tune is. Called for each frame, and when it begins or ends. */
  refresh() {
    const { tune, playing, position } = this.#playback;
    const seconds = (steps) => (tune ? steps * 60 / tune.tempo / STEPS_PER_BEAT : 0);
    this.#button.textContent = playing ? '❚❚' : '▶';
    this.#button.setAttribute('aria-label', playing ? `Stop ${this.#name}` : `Play ${this.#name}`);
    this.#button.disabled = tune === null;
    this.#slider.max = String(tune?.steps ?? 1);
    this.#slider.value = String(position);
    this.#slider.setAttribute('aria-valuetext',
      `bar ${Math.floor(position / STEPS_PER_BAR) + 1} of ${Math.ceil((tune?.steps ?? 1) / STEPS_PER_BAR)}`);
    this.#time.textContent = `${clockWords(seconds(position))} / ${clockWords(seconds(tune?.steps ?? 0))}`;
  }
}
