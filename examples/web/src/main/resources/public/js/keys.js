// Keys to choose from.

import { make } from './dom.js';

/**
 * Offers all major and minor keys, after what is offered already.
 *
 * @param {HTMLSelectElement} select
 * @param {string[]} tonics of the server
 */
export function offerKeys(select, tonics) {
  select.append(...tonics.flatMap((tonic) => ['major', 'minor'].map((mode) => option(`${tonic} ${mode}`))));
}

/**
 * Chooses a key, even one that is not offered: a link may tell any, and the server spells some in another way.
 *
 * @param {HTMLSelectElement} select
 * @param {?string} key its name; null for none
 */
export function chooseKey(select, key) {
  const value = key ?? '';
  if (![...select.options].some((each) => each.value === value)) {
    select.append(option(value));
  }
  select.value = value;
}

function option(key) {
  return make('option', { value: key }, key);
}
