// What lies between two melodies: a slider goes the way, and the roll shows where one is.

import { byId } from './dom.js';
import { chooseKey, offerKeys } from './keys.js';
import { Leanings } from './leanings.js';
import { MelodyEnd, told } from './melody-end.js';
import { Playback } from './playback.js';
import { Recorder } from './recorder.js';
import { post } from './server.js';
import { copyLink } from './song-card.js';
import { Transport } from './transport.js';
import { TuneRoll } from './tune-roll.js';
import { temperatureWords } from './wording.js';

const PLACES = 20; // of the slider, beside its beginning
const WHOLE = 100; // of the server's way
const WHOLE_WAY = [0, 3, 6, 9, 11, 14, 17, 20]; // places that are heard one after the other
const TIMES = 4; // that the band plays to one place
const SECOND = 3; // of the melodies that come along: the one that the page begins with, beside the first
const PATIENCE_MS = 150; // until a slider that is drawn has come to rest

/** Both ends, the way between them, and where one is on it. */
export class Blend {
  #space;
  #ends;
  #recorder;
  #leanings;
  #playback;
  #transport;
  #roll;
  #way = null; // the song of all places
  #song = null; // that of what is shown
  #asked = 0; // counts questions: only what answers the last is shown
  #timer = null;
  #still = false; // while both ends are taken
  #settled;

  /**
   * @param {Object} space of the server
   * @param {Object} offer the server's keys and limits
   * @param {import('./sound.js').Sound} sound
   * @param {function(Playback): void} began called with what begins to sound
   * @param {function(Object): void} settled called with the song of what the visitor went to, once it is known
   */
  constructor(space, offer, sound, began, settled) {
    this.#space = space;
    this.#settled = settled;
    this.#recorder = new Recorder(sound, space.steps);
    this.#leanings = new Leanings(space.attributes, space.maxStrength);
    const melodies = space.melodies.map(({ title, credit, notes }) => ({ name: `${title} (${credit})`, short: title, notes }));
    const calls = {
      changed: () => this.#still || this.#ask(),
      began,
      draw: (end) => this.#draw(end),
      record: (end) => this.#record(end),
    };
    this.#ends = ['From', 'To'].map((title) => new MelodyEnd(byId('ends'), title, space.steps, melodies, sound, calls));
    this.#playback = new Playback(sound, () => {
      this.#transport?.refresh();
      if (this.#playback.playing) {
        began(this.#playback);
      }
    });
    this.#playback.loop = true;
    this.#transport = new Transport(byId('blend-transport'), this.#playback, 'what lies there');
    this.#roll = new TuneRoll(byId('blended'), this.#playback);
    this.#prepareKnobs(offer);
  }

  /** @returns {Playback[]} all that can sound here */
  get playbacks() {
    return [this.#playback, ...this.#ends.map(({ playback }) => playback)];
  }

  /** @returns {string|undefined} the link of what is shown */
  get token() {
    return this.#song?.token;
  }

  /** Draws what changed. Called for each frame. */
  draw() {
    if (this.#playback.playing) {
      this.#transport.refresh();
    }
    this.#roll.draw();
    this.#recorder.draw();
    this.#ends.forEach((end) => end.draw());
  }

  /** Begins with two melodies that come along, unless there are two. */
  begin() {
    if (this.#ends.every(({ melody }) => melody === null)) {
      this.#takeBoth(() => {
        this.#ends[0].take(0);
        this.#ends[1].take(Math.min(SECOND, this.#space.melodies.length - 1));
      });
    }
  }

  /** What was not the visitor's doing is asked for once, and is no new link. */
  #takeBoth(take) {
    this.#still = true;
    take();
    this.#still = false;
    this.#ask(false);
  }

  /**
   * Shows what a link says.
   *
   * @param {Object} song a blend
   */
  open({ options, tempo }) {
    byId('blend-tempo').value = String(tempo);
    byId('blend-temperature').value = String(options.temperature);
    chooseKey(byId('blend-key'), options.key);
    byId('blend-seed').value = String(options.seed);
    this.#leanings.show(options.more);
    const whole = new Set(options.way).size > 1;
    byId('whole').setAttribute('aria-pressed', String(whole));
    byId('part').value = String(whole ? PLACES / 2 : Math.round(options.way[0] * PLACES / WHOLE));
    this.#say();
    this.#takeBoth(() => {
      this.#ends[0].takeOwn({ name: 'From the link', notes: options.from });
      this.#ends[1].takeOwn({ name: 'From the link', notes: options.to });
    });
  }

  /**
   * Asks for what a band shall play to.
   *
   * @returns {Promise<Object>} the song of the place, a few times, or of the whole way
   */
  forTheBand() {
    const way = this.#whole ? this.#shown() : Array(TIMES).fill(this.#shown()[0]);
    return post('/api/blend', this.#wishes(way));
  }

  get #whole() {
    return byId('whole').getAttribute('aria-pressed') === 'true';
  }

  /** The places that are shown, in hundredths. */
  #shown() {
    return (this.#whole ? WHOLE_WAY : [Number(byId('part').value)]).map((place) => place * WHOLE / PLACES);
  }

  #wishes(way) {
    return {
      from: this.#ends[0].melody.notes,
      to: this.#ends[1].melody.notes,
      way,
      tempo: Number(byId('blend-tempo').value),
      temperature: Number(byId('blend-temperature').value),
      seed: byId('blend-seed').validity.valid ? Number(byId('blend-seed').value) : 0,
      more: this.#leanings.read(),
      ...(byId('blend-key').value === '' ? {} : { key: byId('blend-key').value }),
    };
  }

  #prepareKnobs({ tonics, limits }) {
    Object.assign(byId('blend-tempo'), { min: String(limits.minTempo), max: String(limits.maxTempo), value: '110' });
    Object.assign(byId('blend-temperature'), { max: String(limits.maxTemperature), value: String(this.#space.temperature) });
    offerKeys(byId('blend-key'), tonics);
    byId('knobs').addEventListener('submit', (event) => event.preventDefault());
    byId('knobs').addEventListener('input', () => {
      this.#say();
      this.#soon(() => this.#ask());
    });
    byId('part').addEventListener('input', () => {
      byId('whole').setAttribute('aria-pressed', 'false');
      this.#show();
      this.#soon(() => this.#settle());
    });
    byId('whole').addEventListener('click', () => {
      byId('whole').setAttribute('aria-pressed', String(!this.#whole));
      this.#show();
      this.#settle();
    });
    byId('blend-copy').addEventListener('click', () => this.#copy());
    this.#say();
  }

  #copy() {
    if (this.#song) {
      this.#settled(this.#song); // so that it is the page's address, too
      copyLink(byId('blend-copy'), location.href, 'Copy the address');
    }
  }

  #say() {
    byId('blend-tempo-words').value = `${byId('blend-tempo').value} beats a minute`;
    byId('blend-temperature-words').value = temperatureWords(Number(byId('blend-temperature').value));
  }

  #soon(act) {
    byId('between').setAttribute('aria-busy', 'true'); // its link and its file are those of before
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, PATIENCE_MS);
  }

  /** Asks for all places of the way at once, so that the slider waits for nothing. */
  async #ask(moved = true) {
    if (this.#ends.some((end) => end.melody === null)) {
      return;
    }
    const tempo = Number(byId('blend-tempo').value);
    this.#ends.filter(({ playback }) => playback.tune.tempo !== tempo).forEach((end) => Object.assign(end, { tempo }));
    const places = Array.from({ length: PLACES + 1 }, (_, place) => place * WHOLE / PLACES);
    const way = await this.#tell(() => post('/api/blend', this.#wishes(places)));
    if (way) {
      this.#way = way;
      this.#show();
      await this.#settle(moved);
    }
  }

  /** Asks for the song of what is shown, which has a link and a file. */
  async #settle(moved = true) {
    const song = await this.#tell(() => post('/api/blend', this.#wishes(this.#shown())));
    if (song) {
      this.#song = song;
      byId('blend-midi').href = song.links.midi;
      byId('between').dataset.token = song.token;
      byId('between').setAttribute('aria-busy', 'false');
      if (moved) {
        this.#settled(song);
      }
    }
  }

  /** Does something with the server, and says what went wrong if it did; nothing if another question was asked meanwhile. */
  async #tell(ask) {
    const number = ++this.#asked;
    clearTimeout(this.#timer);
    byId('between').setAttribute('aria-busy', 'true');
    try {
      const answer = await ask();
      byId('blend-trouble').hidden = true;
      return number === this.#asked ? answer : null;
    } catch (error) {
      if (number === this.#asked) {
        byId('blend-trouble').textContent = error.message;
        byId('blend-trouble').hidden = false;
        byId('between').setAttribute('aria-busy', 'false');
      }
      return null;
    }
  }

  #show() {
    if (!this.#way) {
      return;
    }
    const { steps } = this.#space;
    const places = this.#shown().map((hundredths) => hundredths * PLACES / WHOLE);
    const notes = places.flatMap((place, at) => this.#way.notes
      .filter(({ start }) => start >= place * steps && start < (place + 1) * steps)
      .map((note) => ({ ...note, start: note.start + (at - place) * steps, end: note.end + (at - place) * steps })));
    this.#playback.replace({ ...this.#way, notes, steps: places.length * steps });
    this.#roll.refresh();
    byId('between').dataset.notes = told(notes);
    const words = this.#whole ? `${places.length} melodies, one after the other` : placeWords(places[0] / PLACES);
    byId('place').textContent = words;
    byId('part').setAttribute('aria-valuetext', words);
    [['from-name', 0], ['to-name', 1]].forEach(([id, end]) => {
      byId(id).textContent = this.#ends[end].melody.short ?? this.#ends[end].melody.name;
    });
  }

  async #draw(end) {
    const drawn = await this.#tell(() => post('/api/draw', {}));
    if (drawn) {
      end.takeOwn({ name: `Drawn by chance (${drawn.seed})`, short: 'Drawn by chance', notes: drawn.notes });
    }
  }

  #record(end) {
    this.playbacks.forEach((playback) => playback.stop());
    this.#recorder.record(`Play the melody “${end.title}”`, Number(byId('blend-tempo').value), (notes) =>
      end.takeOwn({ name: 'Played by you', notes }));
  }
}

function placeWords(share) {
  switch (share) {
    case 0: return 'what the network makes of the first melody';
    case 1: return 'what the network makes of the second melody';
    case 0.5: return 'halfway';
    default: return `${Math.round(100 * share)} % of the way`;
  }
}
