// While "heldAnswers.holding" is true, what the server answers is held back until it is let through by its number, from 0 on.
{
  const held = [];
  const real = window.fetch;
  window.heldAnswers = {
    holding: false,
    get count() {
      return held.length;
    },
    letThrough(number) {
      held[number]();
    },
  };
  window.fetch = async (...parameters) => {
    if (window.heldAnswers.holding) {
      await new Promise((go) => { held.push(go); });
    }
    return real(...parameters);
  };
}
