"""What runs in the page, in a world of its own: the page itself may run nothing.

Its words to the program are console messages that begin with ``VOICE``; only this world can speak, since the
page's own scripts are off.
"""

VOICE = "rundbrief:"

SETUP = """
window.rundbrief = (() => {
  const main = document.querySelector('main');
  const say = (kind, more) => console.info('rundbrief:' + JSON.stringify({kind, ...more}));
  const isList = element => element && /^[UO]L$/.test(element.tagName) && element.parentElement.childElementCount === 1;
  const calendar = node => node.closest ? node.closest('a[href^="data:text/calendar" i]') : null;

  const patch = (inside, first, gone, news) => {
    const box = inside < 0 ? main : main.children[inside].firstElementChild;
    const holder = document.createElement('template');
    const after = box.children[first + gone] || null;
    for (let i = 0; i < gone; i++) box.children[first].remove();
    holder.innerHTML = inside < 0 ? news.map(block => '<div class="block">' + block + '</div>').join('') : news.join('');
    box.insertBefore(holder.content, after);
  };

  const place = node => {
    const block = node.closest ? node.closest('main > .block') : null;
    if (!block) return null;
    const list = block.firstElementChild;
    const item = isList(list) ? [...list.children].findIndex(child => child.contains(node)) : -1;
    const root = item < 0 ? block : list.children[item];
    const marked = node.closest('[data-line]');
    return [[...main.children].indexOf(block), item, marked && root.contains(marked) ? Math.trunc(+marked.dataset.line) || 0 : 0];
  };

  const find = (block, item, line) => {
    const root = main.children[block];
    if (!root || !root.firstElementChild) return null;
    let found = isList(root.firstElementChild) && item >= 0 ? root.firstElementChild.children[item] : root.firstElementChild;
    for (const marked of root.firstElementChild === found || item < 0 ? root.querySelectorAll('[data-line]') : found.querySelectorAll('[data-line]'))
      if (+marked.dataset.line <= line) found = marked;
    return found;
  };

  const show = (block, item, line, point) => {
    const found = find(block, item, line);
    if (!found) return;
    const box = found.getBoundingClientRect();
    if (box.bottom < 40 || box.top > innerHeight - 60) scrollBy({top: box.top - innerHeight / 3, behavior: 'instant'});
    if (point) { found.classList.remove('pointed-at'); void found.offsetWidth; found.classList.add('pointed-at'); }
  };

  // the word that a double click selects, and how many of it stand before it in its block or item
  const chosen = target => {
    const selection = getSelection(), word = selection.toString().trim();
    const root = target.closest('li, .block');
    if (!word || !root || !selection.rangeCount) return {word: '', nth: 0};
    const before = document.createRange();
    before.setStart(root, 0);
    before.setEnd(selection.getRangeAt(0).startContainer, selection.getRangeAt(0).startOffset);
    return {word, nth: before.toString().split(word).length - 1};
  };

  // when the width changes, what is at the top of the window stays there
  let top = null, offset = 0;
  const remember = () => {
    for (const node of document.querySelectorAll('main > .block > *, main > .block > ul > li')) {
      const box = node.getBoundingClientRect();
      if (box.bottom > 0 && box.height < innerHeight) { top = node; offset = box.top; return; }
    }
    top = null;
  };
  document.addEventListener('scroll', remember, {passive: true});
  addEventListener('resize', () => {
    if (top && top.isConnected && scrollY > 0) scrollBy({top: top.getBoundingClientRect().top - offset, behavior: 'instant'});
  });

  document.addEventListener('dblclick', event => {
    if (event.target.tagName === 'IMG' && event.target.closest('.header-image')) return say('image', {});
    const at = place(event.target);
    if (at) say('go', {place: at, ...chosen(event.target)});
  });
  document.addEventListener('mouseover', event => {
    const link = calendar(event.target);
    if (link) say('calendar', {place: place(link), href: link.getAttribute('href'), stay: false});
  });
  document.addEventListener('mouseout', event => { if (calendar(event.target)) say('left', {}); });
  document.addEventListener('click', event => {
    const link = event.target.closest ? event.target.closest('a[href]') : null;
    if (!link || link.getAttribute('href').startsWith('#')) return;
    event.preventDefault();
    if (calendar(link)) say('calendar', {place: place(link), href: link.getAttribute('href'), stay: true});
    else say('link', {href: link.href});
  });
  return {patch, show};
})();
1
"""
