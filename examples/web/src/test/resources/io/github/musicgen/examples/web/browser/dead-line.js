// Lines that die without a word: after "deadLine.cut()" nothing comes any more from any line that is open by then, not even its end.
{
  const lines = new Set();
  window.deadLine = {
    cut() {
      lines.forEach((line) => { line.dead = true; });
    },
  };
  window.WebSocket = class extends WebSocket {
    dead = false;

    constructor(...parameters) {
      super(...parameters);
      lines.add(this);
    }

    addEventListener(type, listener) {
      super.addEventListener(type, (event) => this.dead || listener(event));
    }
  };
}
