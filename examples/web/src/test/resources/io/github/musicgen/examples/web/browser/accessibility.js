// What is wrong with a page for those who cannot see it well, or at all: a list of sentences, empty if nothing is.
() => {
  const wrong = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const told = (element) => `${element.tagName.toLowerCase()}#${element.id}.${element.className}`;

  const nameOf = (element) => {
    const by = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean)
      .map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    const labels = [...(element.labels ?? [])].map((label) => label.textContent).join(' ');
    return (element.getAttribute('aria-label') ?? '') + by + labels + (element.matches('button, a, summary') ? element.textContent : '');
  };
  for (const control of all('button, a[href], input, select, textarea, summary, [tabindex="0"]').filter(shown)) {
    if (nameOf(control).trim() === '') {
      wrong.push(`${told(control)} has no name`);
    }
  }
  all('img:not([alt])').forEach((image) => wrong.push(`${told(image)} has no alt`));
  all('fieldset').filter((set) => !set.querySelector('legend')).forEach((set) => wrong.push(`${told(set)} has no legend`));
  if (!document.documentElement.lang) {
    wrong.push('the page has no language');
  }
  if (all('h1').filter(shown).length !== 1) {
    wrong.push(`there are ${all('h1').length} headings of the first level`);
  }
  if (all('main').length !== 1) {
    wrong.push('there is not one main part');
  }
  const ids = all('[id]').map((element) => element.id);
  ids.filter((id, at) => ids.indexOf(id) !== at).forEach((id) => wrong.push(`the id ${id} is there twice`));
  for (const attribute of ['aria-labelledby', 'aria-describedby', 'for']) {
    for (const element of all(`[${attribute}]`)) {
      element.getAttribute(attribute).split(' ').filter((id) => !document.getElementById(id))
        .forEach((id) => wrong.push(`${told(element)}: ${attribute} names ${id}, which is not there`));
    }
  }
  all('[tabindex]').filter((element) => element.tabIndex > 0).forEach((element) => wrong.push(`${told(element)} leaps the queue`));

  // --- contrast, as WCAG 2 counts it

  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
    return { red, green, blue, alpha: alpha / 255 };
  };
  const light = ({ red, green, blue }) => [red, green, blue]
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const groundOf = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const ground = rgba(getComputedStyle(each).backgroundColor);
      if (ground.alpha > 0.9) {
        return ground;
      }
    }
    return rgba('white');
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const hidden = !shown(element) || element.closest('.unseen, .skip, script, :disabled, [aria-disabled=true], option');
    if (walker.currentNode.textContent.trim() === '' || hidden) {
      continue;
    }
    const style = getComputedStyle(element);
    const [ink, ground] = [light(rgba(style.color)), light(groundOf(element))];
    const contrast = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (contrast < (large ? 3 : 4.5)) {
      wrong.push(`"${walker.currentNode.textContent.trim()}" has a contrast of ${contrast.toFixed(2)} (${told(element)})`);
    }
  }
  return wrong;
}
