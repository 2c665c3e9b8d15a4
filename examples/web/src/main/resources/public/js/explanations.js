// Why turns were answered as they were: asked of the server once for each answer.

/** Explanations that are asked for, and those that came. */
export class Explanations {
  #connection;
  #waiting = new Map(); // who waits for what is said to a message, by its ref

  /** @param {import('./connection.js').Connection} connection */
  constructor(connection) {
    this.#connection = connection;
  }

  /**
   * Asks why a turn was answered as it was.
   *
   * @param {import('./music.js').Turn} turn
   * @returns {Promise<Object>} the server's explanation
   */
  of(turn) {
    if (turn.explanation) {
      return Promise.resolve(turn.explanation);
    }
    const ref = this.#connection.send({ type: 'explain', turn: turn.number });
    if (ref === null) {
      return Promise.reject(new Error('The line to the server is lost.'));
    }
    return new Promise((resolve, reject) => this.#waiting.set(ref, { resolve, reject }));
  }

  /**
   * Takes an explanation.
   *
   * @param {Object} message of the server
   * @param {import('./music.js').Turn|undefined} turn that it explains, if it is still there
   */
  hear(message, turn) {
    if (turn) {
      turn.explanation = message;
    }
    this.#waiting.get(message.ref)?.resolve(message);
    this.#waiting.delete(message.ref);
  }

  /** @param {Object} error of the server, said to somebody who waits here or to somebody else */
  fail(error) {
    this.#waiting.get(error.ref)?.reject(new Error(error.error));
    this.#waiting.delete(error.ref);
  }

  /** Nothing that was asked for comes any more. */
  lineLost() {
    this.#waiting.forEach(({ reject }) => reject(new Error('The line to the server was lost.')));
    this.#waiting.clear();
  }
}
