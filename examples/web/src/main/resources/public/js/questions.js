// The questions that the server is asked. Each has a ref, and all that the server says to it bears the same one: so what still comes to a
// question that was given up is never taken for the answer to the next one.

/** Which answers are to come, and which one is wanted. */
export class Questions {
  #connection;
  #asked = new Map(); // the turns that answers are to come to, by the refs of the questions
  #wanted = null; // the ref of the question whose answer is waited for or played; null if there is none, or the line is lost
  #forgetting = null; // the ref under which the server was told to forget everything
  #forgetLater = false; // whether it is still to be told

  /** @param {import('./connection.js').Connection} connection */
  constructor(connection) {
    this.#connection = connection;
  }

  /**
   * Asks a question, whose answer is wanted from now on, and no other.
   *
   * @param {Object} message
   * @param {import('./music.js').Turn} turn that is to be answered
   * @returns {boolean} whether it was asked: not if the line is lost
   */
  ask(message, turn) {
    const ref = this.#connection.send(message);
    this.#wanted = ref;
    if (ref !== null) {
      this.#asked.set(ref, turn);
    }
    return ref !== null;
  }

  /** Wants no answer any more. */
  drop() {
    this.#wanted = null;
  }

  /** Has the server keep nothing of an answer that did not come yet, whichever turn it became there. */
  giveUp() {
    if (this.#wanted !== null) {
      this.#connection.send({ type: 'cut', of: this.#wanted, steps: 0 });
    }
    this.drop();
  }

  /**
   * Whether a message is about the answer that is wanted.
   *
   * @param {Object} message of the server
   * @returns {boolean}
   */
  wants(message) {
    return this.#wanted !== null && message.ref === this.#wanted;
  }

  /**
   * The turn that a message is about.
   *
   * @param {Object} message of the server
   * @returns {import('./music.js').Turn|undefined} undefined if everything was forgotten since it was asked for
   */
  turnOf(message) {
    return this.#asked.get(message.ref);
  }

  /** @param {Object} message of the server, the last one about an answer */
  end(message) {
    this.#asked.delete(message.ref);
  }

  /** Has the server forget everything, now or when the line is open again. */
  forget() {
    this.lineLost();
    this.#forgetting = this.#connection.send({ type: 'clear' });
    this.#forgetLater = this.#forgetting === null;
  }

  /**
   * @param {Object} session as the server tells it
   * @returns {boolean} whether it only says that everything is forgotten
   */
  isForgotten(session) {
    return this.#forgetting !== null && session.ref === this.#forgetting;
  }

  /** Nothing that was asked for comes any more. */
  lineLost() {
    this.#asked.clear();
    this.#wanted = null;
  }

  /** @returns {boolean} whether the server is still to be told to forget everything */
  get forgetsLater() {
    return this.#forgetLater;
  }
}
