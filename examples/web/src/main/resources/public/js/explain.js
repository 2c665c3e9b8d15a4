// The panel that opens the black box: why a note was played, and what the network made of the player's own notes.

import { make } from './dom.js';
import { pitchName } from './pitch.js';
import { STEPS_PER_BAR } from './pulse.js';
import { eventWords, percent, spanWords, surpriseWords } from './wording.js';

const RANKS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** Shows explanations of notes. */
export class ExplainPanel {
  #element;
  #roll;
  #duet;
  #close;
  #step;
  #asked = null; // the note that an explanation is under way for

  /**
   * @param {HTMLElement} element to fill
   * @param {import('./roll.js').Roll} roll to draw on
   * @param {import('./duet.js').Duet} duet to ask
   * @param {{close: function(): void, step: function(number): void}} actions what its buttons do: close it, or go some notes on
   */
  constructor(element, roll, duet, { close, step }) {
    this.#element = element;
    this.#roll = roll;
    this.#duet = duet;
    this.#close = close;
    this.#step = step;
    this.clear();
  }

  /** Shows no note, but what can be done here. */
  clear() {
    this.#asked = null;
    this.#element.dataset.open = 'false';
    this.#element.replaceChildren(
      make('h2', { id: 'explain-title' }, 'Look inside'),
      make('p', { class: 'quiet' }, 'Touch any note on the roll, yours or the network’s. You will see what the network was thinking at that moment: '
        + 'what else it could have played, where it copied from, and what surprised it.'));
  }

  /**
   * Explains a note, as soon as the server has told why.
   *
   * @param {import('./music.js').ShownNote} note
   * @returns {Promise<void>} when it is shown
   */
  async show(note) {
    if (note.turn.number === null) {
      this.#fill(note, make('p', {}, 'The network is still listening to this phrase. Ask again when it has answered.'));
      return;
    }
    this.#asked = note;
    if (!note.turn.explanation) {
      this.#fill(note, make('p', { class: 'quiet' }, 'Looking into the network …'));
    }
    try {
      const explanation = await this.#duet.explain(note.turn);
      if (this.#asked === note) {
        this.#explain(note, explanation);
      }
    } catch (error) {
      if (this.#asked === note) {
        this.#fill(note, make('p', { class: 'trouble' }, error.message));
      }
    }
  }

  #explain(note, explanation) {
    if (note.who === 'you') {
      this.#fill(note, ...yourNote(explanation.phrase[note.index]));
      return;
    }
    const local = note.start - note.turn.origin;
    const step = explanation.steps[local - note.turn.answerStart];
    const place = (at) => placeOf(at, note.turn, explanation.before, this.#duet.music);
    this.#roll.marks = {
      attention: step.attention.map(({ step: at, share }) => ({ step: place(at), share })).filter(({ step: at }) => at !== null),
      repeat: step.repeatOf === null ? null : place(step.repeatOf),
    };
    this.#fill(note, ...choice(step), copied(step, local), looked(step, local, explanation.attention), recipe(note.turn.made));
  }

  #fill(note, ...content) {
    const bar = Math.floor(note.start / STEPS_PER_BAR) + 1;
    const who = note.who === 'you' ? 'Your' : 'The network’s';
    const title = make('h2', { id: 'explain-title', tabindex: '-1' },
      make('span', { class: `who-${note.who}` }, `${who} ${pitchName(note.pitch)}`), ` in bar ${bar}`);
    const buttons = [['Note before', '‹', () => this.#step(-1)], ['Note after', '›', () => this.#step(1)], ['Close', '×', this.#close]]
      .map(([label, sign, act]) => {
        const button = make('button', { type: 'button', class: 'button plain round', 'aria-label': label }, sign);
        button.addEventListener('click', act);
        return button;
      });
    const focused = this.#element.contains(document.activeElement) ? document.activeElement.getAttribute('aria-label') : null;
    this.#element.dataset.open = 'true';
    this.#element.replaceChildren(make('div', { class: 'explain-head' }, title, ...buttons), ...content);
    buttons.find((button) => button.getAttribute('aria-label') === focused)?.focus();
  }
}

/** Where a step of a turn, or of turns before it, lies in the whole music; null if it is not there. */
function placeOf(step, turn, before, music) {
  if (step >= 0) {
    return turn.origin + step;
  }
  const earlier = before.find(({ from, to }) => step >= from && step < to);
  const place = earlier && music.turn(earlier.turn);
  return place ? place.origin + step - earlier.from : null;
}

// --- what is said of a note of the network

function choice(step) {
  if (step.alternatives.length === 0) {
    return [make('p', {}, 'This is where the music began: the first note is set, not chosen.')];
  }
  const rank = step.alternatives.findIndex(({ chosen }) => chosen);
  const chosen = step.alternatives[rank];
  const alternatives = step.alternatives.map((each) => ({
    name: eventWords(each.event) + (each.repeat === null ? '' : `, as ${spanWords(each.repeat)} ago`),
    shares: [['before', each.before], ['after', each.after]],
    mark: each.chosen ? 'chosen' : '',
  }));
  return [
    make('p', {}, verdict(chosen.before, rank)),
    make('div', {},
      make('h3', {}, 'What it was weighing up'),
      list(alternatives),
      make('p', { class: 'bar-key' },
        make('span', { class: 'before' }, make('i'), 'by its own taste'),
        make('span', { class: 'after' }, make('i'), 'with your settings, when the dice fell'))),
  ];
}

function verdict(probability, rank) {
  const share = percent(probability);
  if (rank === 0) {
    return probability > 0.6
      ? `It was sure: with ${share} nothing else came near.`
      : `Its first choice, but with only ${share} it was not sure.`;
  }
  const place = RANKS[rank] ? `its ${RANKS[rank]} choice` : 'far down its list';
  const bold = probability < 0.1 ? 'A bold pick: ' : '';
  return `${bold}${share}, ${place}. The network throws dice: the likeliest wins often, not always.`;
}

function copied(step, local) {
  if (step.repeatOf === null) {
    return fact('not', 'Not a copy', 'It made this up from what it remembers of the music so far.');
  }
  return fact('copied', 'A copy', `It chose to do the same as ${spanWords(local - step.repeatOf)} ago. The dashed arrow shows where from.`);
}

function looked(step, local, canLook) {
  if (!canLook) {
    return fact('not', 'No gaze to show', 'This model keeps the music in its memory and does not look back at single moments.');
  }
  if (step.attention.length === 0) {
    return fact('not', 'It looked nowhere in particular', 'Its attention was spread evenly.');
  }
  const most = step.attention.reduce((a, b) => (b.share > a.share ? b : a));
  return fact('looked', 'Where it looked',
    `Most of all at what happened ${spanWords(local - most.step)} earlier (${percent(most.share)} of its attention). `
    + 'The shaded bands show it all.');
}

function fact(mark, title, words) {
  return make('div', { class: 'fact' },
    make('span', { class: `mark ${mark}` }),
    make('div', {}, make('h3', {}, title), make('p', { class: 'quiet' }, words)));
}

function recipe(made) {
  const key = made.key ? `, locked to ${made.key}` : '';
  return make('p', { class: 'quiet small' }, `Model ${made.model}, daring ${made.temperature}${key}, seed ${made.seed}.`);
}

// --- what is said of a note of the player

function yourNote(heard) {
  if (!heard) {
    return [make('p', {}, 'The network did not hear this note: it follows one line, and another note was louder in its ear.')];
  }
  if (heard.surprise === null) {
    return [make('p', {}, 'This is where the music began. The network had nothing to expect anything from.')];
  }
  const { level, word } = surpriseWords(heard.surprise);
  const yours = { name: eventWords(heard.pitch), shares: [['before', heard.probability]], mark: 'yours' };
  const others = heard.expected.map(({ event, probability }) => ({
    name: eventWords(event), shares: [['before', probability]], mark: event === heard.pitch ? 'yours' : '',
  }));
  const shown = others.some(({ mark }) => mark === 'yours') ? others : [...others, yours];
  return [
    make('div', {},
      make('p', {}, `To the network your note was ${word}: it gave it ${percent(heard.probability)}.`),
      gauge(level, word)),
    make('div', {}, make('h3', {}, 'What it expected'), list(shown)),
  ];
}

function gauge(level, word) {
  return make('div', { class: 'gauge', role: 'img', 'aria-label': `Surprise: ${word}, ${level + 1} of 4` },
    ...[0, 1, 2, 3].map((each) => make('i', { class: each <= level ? 'full' : '' })));
}

// --- bars

function list(rows) {
  return make('ol', { class: 'considered' }, ...rows.map(({ name, shares, mark }) =>
    make('li', { class: mark },
      make('span', { class: 'name' }, name),
      make('span', { class: 'figures' }, shares.map(([, share]) => percent(share)).join(' → ')),
      make('span', { class: 'bars', 'aria-hidden': 'true' }, ...shares.map(([kind, share]) => bar(kind, share))))));
}

function bar(kind, share) {
  const fill = make('i');
  fill.style.width = `${100 * share}%`;
  return make('span', { class: `bar ${kind}` }, fill);
}
