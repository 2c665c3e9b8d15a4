// The play page: puts its parts together, and keeps what is seen in step with what is played.

import { ComputerKeys } from './computer-keys.js';
import { Connection } from './connection.js';
import { byId, wantsKeys } from './dom.js';
import { Duet } from './duet.js';
import { ExplainPanel } from './explain.js';
import { kioskIfAsked } from './kiosk.js';
import { Metronome } from './metronome.js';
import { listenToMidi } from './midi-keyboard.js';
import { Piano } from './piano.js';
import { layoutFor, pitchName } from './pitch.js';
import { Pulse, STEPS_PER_BAR } from './pulse.js';
import { Roll } from './roll.js';
import { get } from './server.js';
import { Sound } from './sound.js';
import { WishForm } from './wishes.js';

const FIRST_KEY = 60; // the one that the letter A plays, where the keyboard has it
const SCROLL_STEPS = STEPS_PER_BAR;

const COMPUTER_KEYS = 'melodyme.computer-keys';
const ON = 'on';
const OFF = 'off';

/** What is said of each state: who is on, and words. */
const SAYINGS = {
  ready: ['nobody', 'Your turn: play something'],
  listening: ['you', 'Listening to you …'],
  asking: ['network', 'Thinking …'],
  answering: ['network', 'The network answers'],
};

class PlayPage {
  #offer;
  #form;
  #pulse;
  #sound = new Sound();
  #metronome;
  #connection;
  #duet;
  #piano;
  #keys;
  #roll;
  #panel;
  #layout;
  #octaveShift = 0;
  #kiosk = null;

  constructor(offer) {
    this.#offer = offer;
    this.#form = new WishForm(offer);
    this.#pulse = new Pulse(this.#form.tempo);
    this.#metronome = new Metronome(this.#pulse, this.#sound);
    this.#connection = new Connection('/api/duet', (message) => this.#hear(message), (line) => this.#lineChanged(line),
      offer.limits.idleSeconds);
    this.#duet = new Duet({
      pulse: this.#pulse,
      sound: this.#sound,
      metronome: this.#metronome,
      connection: this.#connection,
      wishes: () => this.#form.read(),
      changed: () => this.#changed(),
      limits: offer.limits,
    });
    const down = (pitch, velocity) => this.#down(pitch, velocity);
    const up = (pitch) => this.#duet.up(pitch);
    this.#piano = new Piano(byId('piano'), down, up);
    this.#keys = new ComputerKeys(down, up, (octaves) => this.#shift(octaves));
    this.#roll = new Roll(byId('roll'), this.#duet, (note, wanted) => this.#choose(note, wanted));
    this.#panel = new ExplainPanel(byId('explain'), this.#roll, this.#duet, {
      close: () => this.#leaveNote(),
      step: (notes) => this.#roll.step(notes),
    });
    byId('computer-keys').checked = localStorage.getItem(COMPUTER_KEYS) !== OFF;
    this.#keys.on = byId('computer-keys').checked;
    this.#listenToControls();
    this.#fitKeys();
    new ResizeObserver(() => this.#fitKeys()).observe(byId('piano'));
    this.#keys.learnLabels().then(() => this.#showKeys());
    byId('settings').open = matchMedia('(min-width: 68rem)').matches;
  }

  /** Connects, and begins to draw. */
  start() {
    this.#connection.open();
    this.#kiosk = kioskIfAsked(this.#duet, this.#pulse, this.#sound, () => {
      this.#leaveNote();
      this.#form.reset();
      this.#switchKeys();
      this.#octaveShift = 0;
      this.#fitKeys();
    });
    if (this.#kiosk) {
      this.#connectMidi(); // there is no button for it, and nobody to press it
    }
    const frame = () => {
      this.#draw();
      requestAnimationFrame(frame);
    };
    frame();
  }

  #down(pitch, velocity) {
    this.#roll.follow();
    this.#duet.down(pitch, velocity);
  }

  // --- controls

  #listenToControls() {
    const press = (id, act) => byId(id).addEventListener('click', act);
    press('answer-now', () => this.#duet.answerNow());
    press('again', () => this.#duet.again());
    press('start-over', () => {
      this.#leaveNote();
      this.#duet.clear();
    });
    press('lower', () => this.#shift(-1));
    press('higher', () => this.#shift(1));
    press('earlier', () => this.#roll.scroll(SCROLL_STEPS));
    press('later', () => this.#roll.scroll(-SCROLL_STEPS));
    press('midi', () => this.#connectMidi());
    byId('wishes').addEventListener('input', () => this.#wishesChanged());
    byId('computer-keys').addEventListener('change', () => this.#switchKeys());
    window.addEventListener('keydown', (event) => {
      const elsewhere = event.target instanceof Element && event.target.closest('button, a, summary, canvas');
      if (event.key === 'Enter' && !elsewhere && !wantsKeys(event.target)) {
        this.#duet.answerNow();
      } else if (event.key === 'Escape' && byId('explain').dataset.open === 'true') {
        this.#leaveNote();
      }
    });
  }

  #wishesChanged() {
    if (this.#form.tempo !== this.#pulse.tempo) {
      this.#pulse.changeTempo(this.#form.tempo, performance.now() / 1000);
      this.#metronome.restart();
    }
    if (byId('metronome').checked !== this.#metronome.on) {
      byId('metronome').checked ? this.#metronome.start() : this.#metronome.stop();
    }
    this.#sound.volume = this.#form.volume;
    this.#fitKeys();
  }

  /** Kept in the browser: whoever needs it needs it the next time, too. */
  #switchKeys() {
    const on = byId('computer-keys').checked;
    localStorage.setItem(COMPUTER_KEYS, on ? ON : OFF);
    this.#keys.on = on;
    this.#showKeys();
  }

  async #connectMidi() {
    const button = byId('midi');
    const down = (pitch, velocity) => {
      this.#kiosk?.welcome();
      this.#sound.wake();
      this.#down(pitch, velocity);
    };
    try {
      await listenToMidi(down, (pitch) => this.#duet.up(pitch), (names) => {
        button.textContent = names.length > 0 ? names.join(', ') : 'Plug one in';
      });
    } catch (error) {
      button.textContent = 'Not available';
      button.title = error.message;
    }
  }

  // --- keys

  #shift(octaves) {
    const before = this.#layout.low;
    this.#octaveShift += octaves;
    this.#fitKeys();
    if (this.#layout.low === before) {
      this.#octaveShift -= octaves;
    }
  }

  #fitKeys() {
    const { lowest, highest } = this.#form.model;
    const layout = layoutFor(byId('piano').clientWidth, lowest, highest, this.#octaveShift);
    if (layout.low !== this.#layout?.low || layout.high !== this.#layout?.high) {
      this.#layout = layout;
      this.#roll.layout = layout;
      this.#form.layout = layout;
      this.#keys.base = Math.max(layout.low, Math.min(FIRST_KEY + 12 * this.#octaveShift, layout.high - 12));
      this.#showKeys();
    }
    byId('octaves').hidden = layout.low <= lowest + 12 && layout.high >= highest - 12 && layout.high - layout.low >= 36;
  }

  #showKeys() {
    this.#piano.show(this.#layout, this.#keys.letters());
  }

  // --- explaining

  #choose(note, wanted) {
    byId('chosen-words').textContent = note ? `${note.who === 'you' ? 'You' : 'The network'}: ${pitchName(note.pitch)}` : '';
    if (!note) {
      this.#leaveNote();
    } else if (wanted || byId('explain').dataset.open === 'true') {
      const shown = this.#panel.show(note);
      if (wanted) {
        shown.then(() => byId('explain').scrollIntoView({ block: 'nearest' }));
      }
    }
  }

  #leaveNote() {
    const within = byId('explain').contains(document.activeElement);
    this.#roll.select(null);
    this.#panel.clear();
    if (within) {
      byId('roll').focus();
    }
  }

  // --- what changes by itself

  #hear(message) {
    if (message.type === 'session') {
      byId('save').dataset.session = message.session;
    }
    if (message.type === 'error' && this.#duet.cares(message)) {
      this.#complain(message.error);
    } else if (message.type === 'answering') {
      this.#complain('');
    }
    this.#duet.hear(message);
  }

  #lineChanged(line) {
    document.body.dataset.line = line;
    this.#complain({
      lost: 'The line to the server is lost. Your music is kept; trying again …',
      full: 'The server is full: as many people play as it has room for. Trying again …',
      elsewhere: 'This duet was opened in another tab. Reload the page to go on here.',
    }[line] ?? '');
  }

  #complain(words) {
    byId('trouble').textContent = words;
    byId('trouble').hidden = words === '';
  }

  #changed() {
    const { state, music } = this.#duet;
    const [who, words] = SAYINGS[state];
    const first = state === 'ready' && music.turns.length === 0;
    byId('turn').dataset.who = who;
    byId('turn-words').textContent = first ? 'The piano is yours' : words;
    document.body.dataset.state = state;
    document.body.dataset.turns = String(music.turns.length);
    byId('invitation').hidden = music.turns.length > 0;
    byId('scrolls').hidden = state !== 'ready' || first;
    byId('again').disabled = !music.last || music.last.number === null || state === 'listening';
    byId('start-over').disabled = music.turns.length === 0;
    this.#offerSaving(music.turns.some((turn) => turn.number !== null));
    const seed = music.last?.made?.seed;
    byId('seed').placeholder = seed === undefined ? 'by chance' : `by chance (${seed})`;
    if (state !== 'ready') {
      this.#roll.follow();
    }
    this.#roll.refresh();
  }

  #offerSaving(possible) {
    const save = byId('save');
    save.setAttribute('aria-disabled', String(!possible));
    if (possible) {
      save.href = `/api/duets/${encodeURIComponent(save.dataset.session)}.mid`;
    } else {
      save.removeAttribute('href');
    }
  }

  #draw() {
    const { position, state, music } = this.#duet;
    this.#piano.light('you', new Set(this.#duet.held()));
    const sounding = state === 'answering'
      ? music.last.answer.filter(({ start, end }) => start + music.last.origin <= position && position < (end ?? Infinity) + music.last.origin)
      : [];
    this.#piano.light('network', new Set(sounding.map(({ pitch }) => pitch)));
    byId('pause-share').style.transform = `scaleX(${this.#duet.pauseShare})`;
    this.#roll.draw();
  }
}

try {
  new PlayPage(await get('/api/models')).start();
} catch (error) {
  byId('trouble').textContent = error.message;
  byId('trouble').hidden = false;
}
