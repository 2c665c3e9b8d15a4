// What the pages ask the server over HTTP. Where anything goes wrong, the server's own words are thrown.

/**
 * Asks for something.
 *
 * @param {string} path on the server that the page came from
 * @returns {Promise<Object>}
 */
export function get(path) {
  return answerOf(fetch(path));
}

/**
 * Sends something.
 *
 * @param {string} path on the server that the page came from
 * @param {Object} body
 * @returns {Promise<Object>}
 */
export function post(path, body) {
  return answerOf(fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }));
}

/**
 * Sends a file.
 *
 * @param {string} path on the server that the page came from
 * @param {string} type of its content
 * @param {File} file
 * @returns {Promise<Object>}
 */
export function upload(path, type, file) {
  return answerOf(fetch(path, { method: 'POST', headers: { 'Content-Type': type }, body: file }));
}

async function answerOf(request) {
  let response;
  try {
    response = await request;
  } catch {
    throw new Error('The server cannot be reached. Is it running?');
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(answer.error ?? `The server refused, and said only ${response.status}.`);
  }
  return answer;
}
