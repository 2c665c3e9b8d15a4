// The pixels of a canvas that have the colour of a custom property, as places in CSS pixels.
(id, property) => {
  const canvas = document.getElementById(id);
  const brush = document.createElement('canvas').getContext('2d');
  brush.fillStyle = getComputedStyle(canvas).getPropertyValue(property).trim();
  brush.fillRect(0, 0, 1, 1);
  const [red, green, blue] = brush.getImageData(0, 0, 1, 1).data;
  const copy = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height });
  const reader = copy.getContext('2d', { willReadFrequently: true });
  reader.drawImage(canvas, 0, 0);
  const { data, width, height } = reader.getImageData(0, 0, canvas.width, canvas.height);
  const scale = canvas.width / canvas.clientWidth;
  const found = [];
  for (let i = 0; i < width * height; i++) {
    const x = (i % width) / scale;
    // The strip at the edge says whose turn it is; here only notes count.
    if (x > 6 && data[4 * i] === red && data[4 * i + 1] === green && data[4 * i + 2] === blue) {
      found.push({ x, y: Math.floor(i / width) / scale });
    }
  }
  return found;
}
