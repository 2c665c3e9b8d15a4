// A line on which, while "slowLine.holding" is true, nothing comes from the server until "slowLine.release()".
{
  const held = [];
  window.slowLine = {
    holding: false,
    release() {
      this.holding = false;
      held.splice(0).forEach((hear) => hear());
    },
  };
  window.WebSocket = class extends WebSocket {
    addEventListener(type, listener) {
      super.addEventListener(type, type !== 'message' ? listener : (event) =>
        (window.slowLine.holding ? held.push(() => listener(event)) : listener(event)));
    }
  };
}
