// The blend page: a place between two melodies, and a band.

import { BandForm } from './band-form.js';
import { Blend } from './blend.js';
import { byId } from './dom.js';
import { get, post, upload } from './server.js';
import { SongCard } from './song-card.js';
import { Sound } from './sound.js';
import { titled } from './wording.js';

const TITLES = {
  band: (name) => `${name} plays a song`,
  accompany: (name) => `${name} plays along`,
  extend: (name) => `${name} goes on`,
};

class BlendPage {
  #blend;
  #card;
  #form;

  constructor(offer, { space, band }) {
    const sound = new Sound();
    this.#card = new SongCard(sound, 'song', [
      { id: 'another', words: 'Another like this', ask: ({ token }) => post('/api/another', { token }) },
    ], ({ form, model }) => titled((TITLES[form] ?? (() => `${model} tune`))(model)), (song) => this.#form.show(song), (playback) => this.#began(playback));
    this.#blend = new Blend(space, offer, sound, (playback) => this.#began(playback), ({ token }) => this.#blended(token));
    this.#form = new BandForm(band, offer, (task, wishes, file) => this.#play(task, wishes, file));
    window.addEventListener('popstate', () => this.#openLink());
    const frame = () => {
      this.#blend.draw();
      this.#card.draw();
      requestAnimationFrame(frame);
    };
    frame();
    if (location.hash.length > 1) {
      this.#openLink();
    } else {
      this.#blend.begin();
    }
  }

  /** Only one melody or song sounds at a time. */
  #began(playback) {
    [this.#card.playback, ...(this.#blend?.playbacks ?? [])]
      .filter((each) => each !== playback).forEach((each) => each.stop());
  }

  /** The address is the link of what was made last. */
  #blended(token) {
    history.replaceState(null, '', `#${token}`);
  }

  #play(task, wishes, file) {
    const ask = {
      band: () => post('/api/band', wishes),
      accompany: async () => post('/api/accompany', { ...wishes, token: (await this.#blend.forTheBand()).token }),
      extend: () => upload(`/api/extend?${new URLSearchParams(wishes)}`, 'audio/midi', file),
    }[task];
    this.#card.make(ask, true);
  }

  /** Whoever opens a link gets the same notes, and beside a song of the band the blend that it plays to. */
  async #openLink() {
    const token = location.hash.slice(1);
    if (token === this.#card.song?.token) {
      this.#card.keep(); // it is here already, and nothing else is wanted any more
      return;
    }
    if (token === '' || token === this.#blend.token) {
      return;
    }
    byId('page-trouble').hidden = true;
    try {
      await this.#open(await get(addressOf(token)));
    } catch (error) {
      this.#blend.begin();
      say(error.message);
    }
  }

  async #open(song) {
    const blended = song.form === 'blend' ? song : song.form === 'accompany' ? await get(addressOf(song.options.token)) : null;
    if (blended?.form === 'blend') {
      this.#blend.open(blended);
    } else {
      this.#blend.begin();
    }
    if (song.form !== 'blend') {
      await this.#card.make(() => Promise.resolve(song), false);
    }
  }
}

function say(words) {
  byId('page-trouble').textContent = words;
  byId('page-trouble').hidden = false;
}

function addressOf(token) {
  return `/api/songs/${encodeURIComponent(token)}`;
}

const [offer, more] = await Promise.all([get('/api/models'), get('/api/more-models')]).catch((error) => [null, { missing: error.message }]);
if (more.missing) {
  say(offer ? `This page needs two models that this server came without: ${more.missing}.` : more.missing);
} else {
  byId('blend').hidden = false;
  byId('band').hidden = false;
  new BlendPage(offer, more);
}
