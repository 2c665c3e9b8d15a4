// A keyboard that is plugged in: "fakeKeyboard.send(144, 60, 100)" plays it, "fakeKeyboard.unplug()" takes it away.
{
  const input = { name: 'Fake keys', state: 'connected', onmidimessage: null };
  const access = { inputs: new Map([['1', input]]), onstatechange: null };
  navigator.requestMIDIAccess = () => Promise.resolve(access);
  window.fakeKeyboard = {
    listened: () => input.onmidimessage !== null,
    send: (...data) => input.onmidimessage({ data: Uint8Array.from(data) }),
    unplug() {
      input.state = 'disconnected';
      access.onstatechange();
    },
  };
}
