// The listen page: a pair of tunes, three questions, and the truth afterwards.

import { byId, make, radios } from './dom.js';
import { Playback } from './playback.js';
import { get, post } from './server.js';
import { Sound } from './sound.js';
import { Transport } from './transport.js';
import { TuneRoll } from './tune-roll.js';

const QUESTIONS = ['pleasing', 'real', 'interesting'];
const SIDES = ['a', 'b'];

/** One of both tunes. What it looks like is seen only when it is known who wrote it: until then only ears count. */
class Side {
  #roll = null;
  #transport;
  #openingSteps;
  #truth = make('p', { class: 'quiet' }, 'Press play and listen.');
  #card;

  constructor(name, tune, openingSteps, sound, began) {
    this.name = name;
    this.heard = false;
    this.#openingSteps = openingSteps;
    this.playback = new Playback(sound, () => {
      this.#transport?.refresh();
      if (this.playback.playing) {
        this.heard = true;
        began(this);
      }
    });
    this.playback.tune = tune;
    const title = `Tune ${name.toUpperCase()}`;
    const controls = make('div', { class: 'transport' });
    this.#transport = new Transport(controls, this.playback, title);
    this.#card = make('section', { class: 'card', 'aria-label': title, 'data-side': name }, make('h2', {}, title), controls, this.#truth);
  }

  get card() {
    return this.#card;
  }

  draw() {
    if (this.playback.playing) {
      this.#transport.refresh();
    }
    this.#roll?.draw();
  }

  /** Shows the tune, and who wrote it. */
  reveal(real) {
    const canvas = make('canvas', { class: 'tune', role: 'img', 'aria-label': `Piano roll of tune ${this.name.toUpperCase()}` });
    this.#card.append(make('div', { class: 'tune-frame' }, canvas));
    this.#roll = new TuneRoll(canvas, this.playback);
    this.#roll.ownSteps = real ? Infinity : this.#openingSteps;
    this.#truth.textContent = real ? 'Written by a human being.' : 'After its opening, written by the network.';
  }
}

class ListenPage {
  #sound = new Sound();
  #sides = [];
  #pair = null;

  constructor() {
    for (const question of QUESTIONS) {
      document.querySelector(`[data-question=${question}]`).append(
        ...radios(question, [['a', 'Tune A'], ['b', 'Tune B'], ['same', 'No difference']], false));
    }
    byId('questions').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#answer();
    });
    byId('next').addEventListener('click', () => this.next());
    const frame = () => {
      this.#sides.forEach((side) => side.draw());
      requestAnimationFrame(frame);
    };
    frame();
  }

  /** Brings another pair. */
  async next() {
    this.#sides.forEach((side) => side.playback.stop());
    await tell(async () => {
      const pair = await get('/api/study/pair');
      this.#pair = pair.pair;
      this.#sides = SIDES.map((name) => new Side(name, { ...pair[name], tempo: pair.tempo, parts: [{ program: 0, drums: false }] }, pair.openingSteps,
        this.#sound, (side) => this.#began(side)));
      byId('tunes').replaceChildren(...this.#sides.map(({ card }) => card));
      byId('questions').reset();
      byId('missing').textContent = '';
      byId('questions').hidden = false;
      byId('verdict').hidden = true;
    });
  }

  /** Only one tune sounds at a time. */
  #began(side) {
    this.#sides.filter((each) => each !== side).forEach((each) => each.playback.stop());
  }

  async #answer() {
    const form = new FormData(byId('questions'));
    const unheard = this.#sides.find((side) => !side.heard);
    const unanswered = QUESTIONS.filter((question) => !form.has(question)).length;
    if (unheard || unanswered > 0) {
      byId('missing').textContent = unheard
        ? `Listen to tune ${unheard.name.toUpperCase()} first.`
        : `Answer ${unanswered === 1 ? 'one more question' : `${unanswered} more questions`}.`;
      return;
    }
    const comment = byId('comment').value.trim();
    await tell(async () => this.#reveal(await post('/api/study/answers', {
      pair: this.#pair,
      ...Object.fromEntries(QUESTIONS.map((question) => [question, form.get(question)])),
      ...(comment === '' ? {} : { comment }),
    })));
  }

  #reveal({ real, title, credit, model, right }) {
    this.#sides.forEach((side) => side.reveal(side.name === real));
    byId('verdict-title').textContent = right ? 'You heard it.' : `It was tune ${real.toUpperCase()}.`;
    byId('verdict-words').textContent =
      `Tune ${real.toUpperCase()} is “${title}” (${credit}). The other one goes on as the model “${model}” would.`;
    byId('questions').hidden = true;
    byId('verdict').hidden = false;
    byId('verdict-title').focus();
  }
}

/** Does something with the server, and says what went wrong if it did. */
async function tell(act) {
  byId('trouble').hidden = true;
  try {
    await act();
  } catch (error) {
    byId('trouble').textContent = error.message;
    byId('trouble').hidden = false;
  }
}

new ListenPage().next();
