// The line to the server. It mends itself, and the server knows the duet again by the id that it once gave.

const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 10_000;
const LONGEST_SILENCE_MS = 60_000;
const LEAST_PATIENCE_MS = 5000; // a server that is busy is not gone
const FULL = 1013;
const OPENED_ELSEWHERE = 4004;
const SESSION = 'melodyme.session';

/**
 * @typedef {'connecting'|'open'|'lost'|'full'|'elsewhere'} Line how the line is; full: the server has no room for one more;
 * elsewhere: another tab took the duet over
 */

/** A WebSocket that comes back. */
export class Connection {
  #address;
  #hear;
  #changed;
  #socket = null;
  #pause = FIRST_PAUSE_MS;
  #line = 'connecting';
  #patience;
  #askedAt = null; // when the server was asked for a sign of life; null once it gave one
  #roundTrip = 0;
  #ref = 0; // of the last message

  /**
   * @param {string} path of the WebSocket on the server that the page came from
   * @param {function(Object): void} hear called with each message
   * @param {function(Line): void} changed called when the line changes
   * @param {number} idleSeconds of silence after which the server hangs up
   */
  constructor(path, hear, changed, idleSeconds) {
    this.#address = new URL(path, location.href);
    this.#address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    this.#hear = hear;
    this.#changed = changed;
    const every = Math.min(LONGEST_SILENCE_MS, 1000 * idleSeconds / 3); // one or two may come late
    this.#patience = Math.max(LEAST_PATIENCE_MS, every / 2);
    setInterval(() => this.#look(), every);
    window.addEventListener('online', () => this.#comesBack && this.open());
  }

  /** @returns {Line} */
  get line() {
    return this.#line;
  }

  /** @returns {number} seconds that a message and its echo took the last time */
  get roundTrip() {
    return this.#roundTrip;
  }

  /** Connects, and says which duet it is. */
  open() {
    if (this.#socket && this.#socket.readyState <= WebSocket.OPEN) {
      return;
    }
    const socket = new WebSocket(this.#address);
    this.#socket = socket;
    this.#askedAt = performance.now();
    socket.addEventListener('open', () => socket === this.#socket && this.#greet());
    socket.addEventListener('message', (event) => socket === this.#socket && this.#receive(JSON.parse(event.data)));
    socket.addEventListener('close', (event) => this.#closed(socket, event.code));
  }

  /**
   * Sends a message if the line is open.
   *
   * @param {Object} message
   * @returns {number|null} its ref, which all that the server says to it bears too; null if it was not sent
   */
  send(message) {
    if (this.#line !== 'open') {
      return null;
    }
    this.#socket.send(JSON.stringify({ ...message, ref: ++this.#ref }));
    return this.#ref;
  }

  #greet() {
    this.#socket.send(JSON.stringify({ type: 'hello', session: sessionStorage.getItem(SESSION), client: 'page' }));
  }

  #receive(message) {
    if (message.type === 'session') {
      this.#pause = FIRST_PAUSE_MS;
      sessionStorage.setItem(SESSION, message.session);
      this.#change('open');
      this.#askedAt = null;
      this.#ping();
    }
    if (message.type === 'pong') {
      this.#roundTrip = (performance.now() - (this.#askedAt ?? performance.now())) / 1000;
      this.#askedAt = null;
    } else {
      this.#hear(message);
    }
  }

  #ping() {
    if (this.send({ type: 'ping' }) !== null) {
      this.#askedAt ??= performance.now();
    }
  }

  /** A line may be dead without anybody saying so: a network that went away closes nothing. */
  #look() {
    if (this.#socket && this.#askedAt !== null && performance.now() - this.#askedAt >= this.#patience) {
      this.#hangUp();
    } else {
      this.#ping();
    }
  }

  #hangUp() {
    const socket = this.#socket;
    this.#closed(socket, null);
    socket.close(); // whatever the socket still says, nobody listens
  }

  #closed(socket, code) {
    if (socket !== this.#socket) {
      return;
    }
    this.#socket = null;
    this.#askedAt = null;
    if (code === OPENED_ELSEWHERE) {
      this.#change('elsewhere');
      return;
    }
    this.#change(code === FULL ? 'full' : 'lost');
    setTimeout(() => this.#comesBack && this.open(), this.#pause * (0.75 + Math.random() / 2));
    this.#pause = Math.min(LONGEST_PAUSE_MS, this.#pause * 2);
  }

  get #comesBack() {
    return this.#line === 'lost' || this.#line === 'full';
  }

  #change(line) {
    this.#line = line;
    this.#changed(line);
  }
}
