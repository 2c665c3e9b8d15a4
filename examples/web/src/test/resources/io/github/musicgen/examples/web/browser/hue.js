// The hue of a colour in degrees, and how much colour there is in it, from 0 to 1.
(colour) => {
  const brush = document.createElement('canvas').getContext('2d');
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  const [red, green, blue] = brush.getImageData(0, 0, 1, 1).data;
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  const sixth = range === 0 ? 0
    : most === red ? ((green - blue) / range + 6) % 6
      : most === green ? (blue - red) / range + 2
        : (red - green) / range + 4;
  return { hue: 60 * sixth, chroma: range / 255 };
}
