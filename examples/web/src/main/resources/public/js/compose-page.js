// The compose page: wishes in, a tune out.

import { ComposeForm } from './compose-form.js';
import { byId } from './dom.js';
import { Playback } from './playback.js';
import { get, post } from './server.js';
import { Sound } from './sound.js';
import { Transport } from './transport.js';
import { TuneRoll } from './tune-roll.js';
import { clockWords, count, titled } from './wording.js';

const VARIED_PERCENT = 30;
const MAKERS = ['generate', 'another', 'vary'];
const DOWNLOADS = ['midi', 'musicxml', 'svg', 'wav'];

class ComposePage {
  #form;
  #playback;
  #transport;
  #roll;
  #song = null;
  #pressed = null; // the button that a song was asked for with
  #wanted = 0; // counts what is asked for: only the last is shown

  constructor(offer) {
    this.#form = new ComposeForm(offer, (wishes) => this.#make(() => post('/api/compose', wishes), true));
    this.#playback = new Playback(new Sound(), () => this.#transport?.refresh());
    this.#transport = new Transport(byId('transport'), this.#playback, 'the tune');
    this.#roll = new TuneRoll(byId('tune'), this.#playback);
    byId('another').addEventListener('click', () => this.#make(() => post('/api/another', { token: this.#song.token }), true));
    byId('vary').addEventListener('click', () =>
      this.#make(() => post('/api/vary', { token: this.#song.token, percent: VARIED_PERCENT }), true));
    byId('copy').addEventListener('click', () => this.#copy());
    window.addEventListener('popstate', () => this.#openLink());
    const frame = () => {
      if (this.#playback.playing) {
        this.#transport.refresh();
      }
      this.#roll.draw();
      requestAnimationFrame(frame);
    };
    frame();
    this.#openLink();
  }

  /** The link is the song: whoever opens it gets the same notes. */
  #openLink() {
    const token = location.hash.slice(1);
    if (token === this.#song?.token) {
      this.#wanted++; // it is here already, and nothing else is wanted any more
      this.#wait(false);
    } else if (token !== '') {
      this.#make(() => get(`/api/songs/${encodeURIComponent(token)}`), false);
    }
  }

  /**
   * Gets a song and shows it, unless another is asked for meanwhile.
   *
   * @param {function(): Promise<Object>} ask
   * @param {boolean} fresh whether it was made just now: then it is played, and the address becomes its link
   */
  async #make(ask, fresh) {
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
      byId('link').value = location.href;
    } catch (error) {
      if (number === this.#wanted) {
        byId('trouble').textContent = error.message;
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
    if (waiting && MAKERS.includes(document.activeElement?.id)) {
      this.#pressed = document.activeElement;
    }
    MAKERS.forEach((id) => {
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
    this.#form.show(song.options, song);
    byId('nothing-yet').hidden = true;
    byId('made').hidden = false;
    const title = titled(`${song.model} tune`);
    byId('title').textContent = title;
    byId('facts').textContent = [
      song.key, count(song.bars, 'bar'), `${Math.round(song.tempo)} beats a minute`, clockWords(song.seconds), `seed ${song.seed}`,
    ].filter(Boolean).join(' · ');
    byId('news').textContent = `${title} is ready.`;
    for (const name of DOWNLOADS) {
      byId(name).href = song.links[name];
    }
    byId('song').dataset.token = song.token;
    byId('song').dataset.notes = song.notes.map(({ pitch, start, end }) => `${pitch}:${start}-${end}`).join(' ');
  }

  async #copy() {
    byId('link').select();
    try {
      await navigator.clipboard.writeText(byId('link').value);
      byId('copy').textContent = 'Copied';
    } catch {
      byId('copy').textContent = 'Press Ctrl+C'; // the browser does not let us; the link is marked
    }
    setTimeout(() => {
      byId('copy').textContent = 'Copy link';
    }, 2000);
  }
}

try {
  new ComposePage(await get('/api/models'));
} catch (error) {
  byId('trouble').textContent = error.message;
  byId('trouble').hidden = false;
}
