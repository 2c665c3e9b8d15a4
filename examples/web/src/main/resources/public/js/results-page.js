// The result page of the study: how often listeners chose the human being's tune, the network's, or neither.

import { byId, make } from './dom.js';
import { get } from './server.js';
import { count } from './wording.js';

const QUESTIONS = {
  pleasing: 'Which one is more pleasing?',
  real: 'Which one was written by a human being?',
  interesting: 'Which one is more interesting?',
};
const ANSWERS = [['real', 'the human being’s'], ['generated', 'the network’s'], ['same', 'no difference']];

function showResults({ answers, questions, models }) {
  byId('summary').textContent = answers === 0
    ? 'Nobody has answered yet. Be the first.'
    : `${count(answers, 'answer')} so far. Where listeners cannot tell both apart, the bars are equally long.`;
  const several = models.filter((model) => model.answers > 0).length > 1;
  byId('results').replaceChildren(
    ...(answers > 0 ? [card('All models', questions)] : []),
    ...(several ? models.filter((model) => model.answers > 0).map((model) =>
      card(`Model “${model.name}”, ${count(model.answers, 'answer')}`, model.questions)) : []));
}

function card(title, questions) {
  return make('section', { class: 'card results' }, make('h2', {}, title), ...questions.map(row));
}

function row(question) {
  const total = ANSWERS.reduce((sum, [name]) => sum + question[name], 0);
  const parts = ANSWERS.map(([name, words]) => {
    const part = make('i', { class: name });
    part.style.width = `${100 * question[name] / Math.max(1, total)}%`;
    return { part, key: make('span', {}, make('i', { class: name }), `${words}: ${question[name]}`) };
  });
  return make('div', { class: 'result' },
    make('h3', {}, QUESTIONS[question.name] ?? question.name),
    make('div', { class: 'stack', 'aria-hidden': 'true' }, ...parts.map(({ part }) => part)),
    make('p', { class: 'stack-key' }, ...parts.map(({ key }) => key)));
}

try {
  showResults(await get('/api/study/results'));
} catch (error) {
  byId('summary').textContent = '';
  byId('trouble').textContent = error.message;
  byId('trouble').hidden = false;
}
