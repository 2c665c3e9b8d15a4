// Loads an exported model in Magenta.js, lets it go on, and compares its probabilities with those that MagentaJsDump wrote down.
const fs = require('fs');
const http = require('http');
const path = require('path');

const folder = path.resolve(process.argv[2]);

console.warn = () => {};
const {MusicRNN} = require('@magenta/music/node/music_rnn');

const primer = {
  quantizationInfo: {stepsPerQuarter: 4},
  totalQuantizedSteps: 16,
  notes: [60, 64, 67, 72].map((pitch, i) => ({pitch, quantizedStartStep: 4 * i, quantizedEndStep: 4 * i + 4})),
};

async function main() {
  const ours = fs.readFileSync(path.join(folder, 'probabilities'), 'utf8').trim().split('\n')
      .map((line) => line.trim().split(' ').map(Number));
  // Magenta.js loads over HTTP alone.
  const server = http.createServer((request, response) => {
    response.end(fs.readFileSync(path.join(folder, 'model', path.basename(request.url))));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const model = new MusicRNN(`http://127.0.0.1:${server.address().port}`);
  await model.initialize();
  const {probs} = await model.continueSequenceAndReturnProbabilities(primer, ours.length);
  let largest = 0;
  probs.forEach((theirs, step) => {
    if (theirs.length !== ours[step].length) {
      throw new Error(`step ${step}: ${theirs.length} classes, not ${ours[step].length}`);
    }
    theirs.forEach((value, i) => {
      largest = Math.max(largest, Math.abs(value - ours[step][i]));
    });
  });
  console.log(`${probs.length} steps, ${ours[0].length} classes, largest difference ${largest}`);
  process.exit(probs.length === ours.length && largest < 1e-5 ? 0 : 1);
}

main();
