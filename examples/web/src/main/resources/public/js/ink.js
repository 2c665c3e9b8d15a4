// Colours and shapes of notes on a canvas. The style sheet owns the colours.

const NAMES = ['you', 'network', 'paper', 'lane', 'line', 'beat', 'ink', 'quiet', 'accent', 'source', 'on-note',
  'part-0', 'part-1', 'part-2', 'part-3', 'part-4'];
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const LEAST_EDGED = 9; // a smaller note would be all edge

/**
 * Reads the colours that hold for an element now.
 *
 * @param {HTMLElement} element
 * @returns {Object<string, string>} by name
 */
export function readInk(element) {
  const style = getComputedStyle(element);
  return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--roll-${name}`).trim()]));
}

/**
 * Calls back when the colours of the page or the density of its pixels change.
 *
 * @param {function(): void} call
 */
export function whenInkChanges(call) {
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', `(resolution: ${devicePixelRatio}dppx)`]) {
    matchMedia(query).addEventListener('change', call);
  }
}

/**
 * Makes a canvas as fine as the screen.
 *
 * @param {HTMLCanvasElement} canvas
 * @returns {{context: CanvasRenderingContext2D, width: number, height: number}} to draw on in CSS pixels
 */
export function fineContext(canvas) {
  const { clientWidth: width, clientHeight: height } = canvas;
  const scale = devicePixelRatio;
  if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
  }
  const context = canvas.getContext('2d');
  context.setTransform(scale, 0, 0, scale, 0, 0);
  return { context, width, height };
}

/**
 * Draws a note. Those of the player are round, those of the network angular with a bright edge where they begin, so that colour is
 * not the only sign.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{x: number, y: number, width: number, height: number}} box
 * @param {'you'|'network'} who
 * @param {Object<string, string>} ink
 * @param {'top'|'left'} head the edge where the note begins
 * @param {string} [colour] another than theirs
 */
export function drawNote(context, box, who, ink, head, colour = ink[who]) {
  const { x, y, width, height } = box;
  const radius = who === 'you' ? Math.min(6, width / 2, height / 2) : Math.min(2, height / 2);
  context.fillStyle = colour;
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
  context.fill();
  if (who === 'network' && Math.min(width, height) >= LEAST_EDGED) {
    context.fillStyle = ink['on-note'];
    if (head === 'top') {
      context.fillRect(x + 2, y + 2, Math.max(0, width - 4), Math.min(2, height / 3));
    } else {
      context.fillRect(x + 2, y + 2, Math.min(2, width / 3), Math.max(0, height - 4));
    }
  }
}

/**
 * Draws the frame of a chosen note.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{x: number, y: number, width: number, height: number}} box
 * @param {Object<string, string>} ink
 */
export function drawFrame(context, { x, y, width, height }, ink) {
  context.lineWidth = 2;
  context.strokeStyle = ink.ink;
  context.beginPath();
  context.roundRect(x - 3, y - 3, width + 6, height + 6, 5);
  context.stroke();
}

/**
 * Writes small text.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {number} x
 * @param {number} y of its base line
 * @param {string} colour
 * @param {CanvasTextAlign} [align]
 */
export function write(context, text, x, y, colour, align = 'left') {
  context.font = `600 11px ${FONT}`;
  context.textAlign = align;
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
