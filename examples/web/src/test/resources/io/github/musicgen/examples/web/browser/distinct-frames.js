// How many different pictures a canvas shows in so many frames.
async (id, frames) => {
  const seen = new Set();
  for (let i = 0; i < frames; i++) {
    await new Promise(requestAnimationFrame);
    seen.add(document.getElementById(id).toDataURL());
  }
  return seen.size;
}
