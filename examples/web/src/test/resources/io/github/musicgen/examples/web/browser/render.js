// Renders tones of [pitch, start, end] with the pages' synthesizer, and tells one figure of the sound.
async (tones, figure) => {
  const { Synth } = await import('/js/synth.js');
  const { PATCHES } = await import('/js/patches.js');
  const seconds = 6;
  const context = new OfflineAudioContext(2, 44100 * seconds, 44100);
  const synth = new Synth(context);
  for (const [pitch, start, end] of tones) {
    synth.start(PATCHES.piano, pitch, start, 1).release(end);
  }
  const samples = (await context.startRendering()).getChannelData(0);
  const greatest = (from, value) => {
    let most = 0;
    for (let i = from; i < samples.length; i++) {
      most = Math.max(most, value(i));
    }
    return most;
  };
  switch (figure) {
    case 'peak': return greatest(0, (i) => Math.abs(samples[i]));
    case 'tail': return greatest(44100 * (seconds - 1), (i) => Math.abs(samples[i]));
    default: return greatest(1, (i) => Math.abs(samples[i] - samples[i - 1]));
  }
}
