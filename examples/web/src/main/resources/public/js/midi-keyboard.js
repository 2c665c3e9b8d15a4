// Keyboards that are plugged in, by Web MIDI.

const NOTE_ON = 0x90;
const NOTE_OFF = 0x80;

/**
 * Listens to all MIDI keyboards, and to those that are plugged in later.
 *
 * @param {import('./piano.js').KeyDown} down called when a key goes down
 * @param {function(number): void} up called with a pitch when its key comes up
 * @param {function(string[]): void} changed called with the names of the keyboards, now and whenever they change
 * @returns {Promise<void>} rejected if the browser has no MIDI or the visitor does not allow it
 */
export async function listenToMidi(down, up, changed) {
  if (!navigator.requestMIDIAccess) {
    throw new Error('This browser does not speak MIDI.');
  }
  const access = await navigator.requestMIDIAccess();
  const listen = () => {
    const inputs = [...access.inputs.values()].filter((input) => input.state === 'connected');
    inputs.forEach((input) => {
      input.onmidimessage = (message) => hear(message.data, down, up);
    });
    changed(inputs.map((input) => input.name ?? 'a keyboard'));
  };
  access.onstatechange = listen;
  listen();
}

/** A note-on of velocity 0 is a note-off, as the standard has it. */
function hear([status, pitch, velocity], down, up) {
  const kind = status & 0xf0;
  if (kind === NOTE_ON && velocity > 0) {
    down(pitch, velocity / 127);
  } else if (kind === NOTE_ON || kind === NOTE_OFF) {
    up(pitch);
  }
}
