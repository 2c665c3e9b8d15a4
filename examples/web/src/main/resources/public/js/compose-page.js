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
const DOWNLOADS = ['midi', 'musicxml', 'svg', 'wav'];

class ComposePage {
  #form;
  #playback;
  #transport;
  #roll;
  #song = null;

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
    if (token !== '' && token !== this.#song?.token) {
      this.#make(() => get(`/api/songs/${encodeURIComponent(token)}`), false);
    }
  }

  /**
   * Gets a song and shows it.
   *
   * @param {function(): Promise<Object>} ask
   * @param {boolean} fresh whether it was made just now: then it is played, and the address becomes its link
   */
  async #make(ask, fresh) {
    byId('song').setAttribute('aria-busy', 'true');
    byId('trouble').hidden = true;
    try {
      this.#show(await ask());
      if (fresh) {
        history.pushState(null, '', `#${this.#song.token}`);
        this.#playback.play();
      }
      byId('link').value = location.href;
    } catch (error) {
      byId('trouble').textContent = error.message;
      byId('trouble').hidden = false;
    } finally {
      byId('song').setAttribute('aria-busy', 'false');
    }
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
