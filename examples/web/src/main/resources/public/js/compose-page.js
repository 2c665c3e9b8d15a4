// The compose page: wishes in, a tune out.

import { ComposeForm } from './compose-form.js';
import { byId } from './dom.js';
import { get, post } from './server.js';
import { SongCard } from './song-card.js';
import { Sound } from './sound.js';
import { titled } from './wording.js';

const VARIED_PERCENT = 30;

class ComposePage {
  #form;
  #card;

  constructor(offer) {
    this.#card = new SongCard(new Sound(), 'tune', [
      { id: 'another', words: 'Another like this', ask: ({ token }) => post('/api/another', { token }) },
      { id: 'vary', words: `Vary ${VARIED_PERCENT} %`, ask: ({ token }) => post('/api/vary', { token, percent: VARIED_PERCENT }) },
    ], ({ model }) => titled(`${model} tune`), (song) => this.#form.show(song));
    this.#form = new ComposeForm(offer, (wishes) => this.#card.make(() => post('/api/compose', wishes), true));
    window.addEventListener('popstate', () => this.#openLink());
    const frame = () => {
      this.#card.draw();
      requestAnimationFrame(frame);
    };
    frame();
    this.#openLink();
  }

  /** The link is the song: whoever opens it gets the same notes. */
  #openLink() {
    const token = location.hash.slice(1);
    if (token === this.#card.song?.token) {
      this.#card.keep(); // it is here already, and nothing else is wanted any more
    } else if (token !== '') {
      this.#card.make(() => get(`/api/songs/${encodeURIComponent(token)}`), false);
    }
  }
}

try {
  new ComposePage(await get('/api/models'));
} catch (error) {
  byId('trouble').textContent = error.message;
  byId('trouble').hidden = false;
}
