// What every page does with the document.

/**
 * The element with an id, which must be there.
 *
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`the page has no element #${id}`);
  }
  return found;
}

/**
 * Makes an element.
 *
 * @param {string} name of the element
 * @param {Object<string, string|boolean>} [attributes] by name; false leaves one out, true gives it without a value
 * @param {...(Node|string)} children
 * @returns {HTMLElement}
 */
export function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...children);
  return made;
}

/**
 * Makes radio buttons in the shape of labels.
 *
 * @param {string} name of the group
 * @param {[string, string][]} choices values and words
 * @param {boolean} decided whether the first is chosen already
 * @returns {HTMLElement[]}
 */
export function radios(name, choices, decided) {
  return choices.map(([value, words], index) =>
    make('label', {}, make('input', { type: 'radio', name, value, checked: decided && index === 0 }), words));
}

/**
 * Whether keys that are pressed at an element mean something to it, so that they are no music.
 *
 * @param {EventTarget|null} target
 * @returns {boolean}
 */
export function wantsKeys(target) {
  return target instanceof Element && target.closest('input:not([type=range], [type=checkbox]), select, textarea') !== null;
}

/**
 * Whether the visitor asked for less motion.
 *
 * @returns {boolean}
 */
export function wantsLessMotion() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
