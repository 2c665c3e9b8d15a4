// A song that was made: seen, heard, shared, and taken along. The part song.html of a page.

import { byId, make } from './dom.js';
import { Playback } from './playback.js';
import { Transport } from './transport.js';
import { TuneRoll } from './tune-roll.js';
import { clockWords, count } from './wording.js';

const ASKING = 'generate'; // the button of the form beside it
const DOWNLOADS = ['midi', 'musicxml', 'svg', 'wav'];

/**
 * @typedef {Object} Maker a button that makes another song of the one that is shown
 * @property {string} id
 * @property {string} words
 * @property {function(Object): Promise<Object>} ask called with the song
 */

/** Shows the song that was asked for last. */
export class SongCard {
  #playback;
  #transport;
  #roll;
  #makers;
  #titleOf;
  #shown;
  #song = null;
  #noun;
  #pressed = null; // the button that a song was asked for with
  #wanted = 0; // counts what is asked for: only the last is shown

  /**
   * @param {import('./sound.js').Sound} sound
   * @param {string} noun what a song is called here, such as "tune"
   * @param {Maker[]} makers
   * @param {function(Object): string} titleOf tells how a song is called
   * @param {function(Object): void} shown called with a song that is shown now
   * @param {function(Playback): void} [began] called when it begins to sound
   */
  constructor(sound, noun, makers, titleOf, shown, began = () => {}) {
    this.#noun = noun;
    this.#titleOf = titleOf;
    this.#shown = shown;
    byId('nothing-yet-words').textContent = `Your ${noun} will appear here.`;
    this.#playback = new Playback(sound, (playback) => {
      this.#transport?.refresh();
      if (playback.playing) {
        began(playback);
      }
    });
    this.#transport = new Transport(byId('transport'), this.#playback, `the ${noun}`);
    this.#roll = new TuneRoll(byId('tune'), this.#playback);
    byId('makers').replaceChildren(...makers.map(({ id, words }) => make('button', { class: 'button', id, type: 'button' }, words)));
    makers.forEach(({ id, ask }) => byId(id).addEventListener('click', () => this.make(() => ask(this.#song), true)));
    this.#makers = [ASKING, ...makers.map(({ id }) => id)];
    byId('copy').addEventListener('click', () => this.#copy());
  }

  /** @returns {Object|null} what is shown */
  get song() {
    return this.#song;
  }

  /** @returns {Playback} */
  get playback() {
    return this.#playback;
  }

  /** Draws what changed. Called for each frame. */
  draw() {
    if (this.#playback.playing) {
      this.#transport.refresh();
    }
    this.#roll.draw();
  }

  /** Nothing that was asked for is wanted any more. */
  keep() {
    this.#wanted++;
    this.#wait(false);
  }

  /**
   * Gets a song and shows it, unless another is asked for meanwhile.
   *
   * @param {function(): Promise<Object>} ask
   * @param {boolean} fresh whether it was made just now: then it is played, and the address becomes its link
   */
  async make(ask, fresh) {
    const number = ++this.#wanted;
    this.#wait(true);
    byId('trouble').hidden = true;
    try {
      const song = await ask();
      if (number !== this.#wanted) {
        return;
      }
      this.#show(song);
      if (fresh) {
        history.pushState(null, '', `#${this.#song.token}`);
        this.#playback.play();
      }
      byId('link').value = new URL(`#${song.token}`, location.href).href;
    } catch (error) {
      if (number === this.#wanted) {
        byId('trouble').textContent = this.#song ? `${error.message}. Below is still the ${this.#noun} from before.` : error.message;
        byId('trouble').hidden = false;
      }
    } finally {
      if (number === this.#wanted) {
        this.#wait(false);
      }
    }
  }

  /** While a song is made no other can be asked for. A button that was pressed by a key is where the next key goes, too. */
  #wait(waiting) {
    if (waiting && this.#makers.includes(document.activeElement?.id)) {
      this.#pressed = document.activeElement;
    }
    this.#makers.forEach((id) => {
      byId(id).disabled = waiting;
    });
    byId('song').setAttribute('aria-busy', String(waiting));
    if (!waiting && document.activeElement === document.body) {
      this.#pressed?.focus({ preventScroll: true });
    }
    this.#pressed = waiting ? this.#pressed : null;
  }

  #show(song) {
    this.#song = song;
    this.#playback.tune = song;
    this.#roll.ownSteps = song.primerSteps;
    this.#showPlayers(song);
    byId('nothing-yet').hidden = true;
    byId('made').hidden = false;
    const title = this.#titleOf(song);
    byId('title').textContent = title;
    byId('facts').textContent = [
      song.key, count(song.bars, 'bar'), `${Math.round(song.tempo)} beats a minute`, clockWords(song.seconds), `seed ${song.seed}`,
    ].filter(Boolean).join(' · ');
    byId('news').textContent = `${title} is ready.`;
    for (const name of DOWNLOADS) {
      byId(name).href = song.links[name];
    }
    byId('song').dataset.token = song.token;
    byId('song').dataset.notes = song.notes.map(({ part, pitch, start, end }) =>
      `${song.parts.length > 1 ? `${part}/` : ''}${pitch}:${start}-${end}`).join(' ');
    this.#shown(song);
  }

  /** Of several players each has a button in its colour that lets it be heard or not. */
  #showPlayers({ parts, notes }) {
    const buttons = parts.map(({ name }, part) => {
      const button = make('button', { type: 'button', class: `player part-${part}`, 'aria-pressed': 'true' }, make('i'), name);
      button.disabled = !notes.some((note) => note.part === part);
      button.addEventListener('click', () => {
        const heard = button.getAttribute('aria-pressed') !== 'true';
        button.setAttribute('aria-pressed', String(heard));
        this.#playback.hear(part, heard);
        this.#roll.refresh();
      });
      return button;
    });
    byId('players').replaceChildren(...buttons);
    byId('players').hidden = parts.length < 2;
  }

  async #copy() {
    byId('link').select(); // for who has to copy it himself
    await copyLink(byId('copy'), byId('link').value);
  }
}

/**
 * Copies a link, and says on its button how that went.
 *
 * @param {HTMLElement} button
 * @param {string} link
 * @param {string} [otherwise] what is said if the browser does not let us
 */
export async function copyLink(button, link, otherwise = 'Press Ctrl+C') {
  try {
    await navigator.clipboard.writeText(link);
    button.textContent = 'Copied';
  } catch {
    button.textContent = otherwise;
  }
  setTimeout(() => {
    button.textContent = 'Copy link';
  }, 2000);
}
