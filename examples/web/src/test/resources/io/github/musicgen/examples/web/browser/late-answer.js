// Plays with a server that answers late, and tells what became of the music, a line for each thing that happened.
async () => {
  const { Duet } = await import('/js/duet.js');
  const { Pulse } = await import('/js/pulse.js');
  const lines = [];
  const sent = [];
  const waiting = [];
  const connection = {
    roundTrip: 0.001,
    send(message) {
      sent.push({ ...message, ref: sent.length + 1 });
      waiting.splice(0).forEach((wake) => wake());
      return sent.length;
    },
  };
  const duet = new Duet({
    pulse: new Pulse(120),
    sound: { tone: () => ({ release() {} }) },
    metronome: { on: false, restart() {} },
    connection,
    wishes: () => ({ model: 'folk', temperature: 1, steps: 4, key: null, seed: null, pause: 0.05, phraseBars: 0, low: 0, high: 127 }),
    changed: () => {},
    limits: { phraseSteps: 512, phraseNotes: 256 },
  });
  const next = async (count) => {
    while (sent.length < count) {
      await new Promise((wake) => { waiting.push(wake); });
    }
    return sent[count - 1];
  };
  const touch = (pitch) => {
    duet.down(pitch, 0.8);
    duet.up(pitch);
  };
  const answering = (ref, turn, phrase) => duet.hear({
    type: 'answering', ref, turn, phrase, answerStart: 8, steps: 4, model: 'folk', seed: 1, key: null, temperature: 1,
  });
  const step = (ref, turn, index, event) => duet.hear({ type: 'step', ref, turn, index, event });
  const say = (words) => lines.push(`${words}: ${duet.state}, ${duet.music.turns.map(({ number, phrase, answer, events }) =>
    `${number ?? 'new'} ${phrase.map(({ pitch }) => pitch)} > ${answer.map(({ pitch }) => pitch)} ${events.length}`).join('; ')}`);

  touch(60);
  const first = await next(1);
  say('first asked');
  touch(62); // before the answer
  const cut = await next(2);
  say(`given up by ${cut.type} of ${cut.of} after ${cut.steps}`);
  const second = await next(3);
  say('second asked');
  answering(first.ref, 1, [{ pitch: 60, start: 0, end: 1 }]);
  step(first.ref, 1, 0, 71);
  duet.hear({ type: 'done', ref: first.ref, turn: 1, complete: false, answer: [{ pitch: 71, start: 8, end: 9 }], steps: 1 });
  say('first answered late');
  duet.hear({ type: 'cut', ref: cut.ref, turn: 1, answer: [], steps: 0 });
  answering(second.ref, 2, [{ pitch: 62, start: 0, end: 1 }]);
  step(first.ref, 1, 0, 72); // later still
  step(second.ref, 2, 0, 74);
  say('second answered');
  duet.hear({ type: 'error', reply: 'ask', ref: first.ref, error: 'late' });
  say(`a late error is ${duet.cares({ reply: 'ask', ref: first.ref }) ? 'told' : 'nobody’s'}`);
  duet.clear();
  say('cleared');
  step(second.ref, 2, 1, 76);
  answering(second.ref, 2, []);
  say('answered after all was forgotten');
  return lines.join('\n');
}
