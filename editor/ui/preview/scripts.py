"""What runs in the page, in a world of its own: the page itself may run nothing.

Its messages to the program are console messages that begin with ``MESSAGE_PREFIX``; only this
world can send them, since the page's own scripts are off.
"""

MESSAGE_PREFIX = "rundbrief:"

SETUP = """
window.rundbrief = (() => {
  const main = document.querySelector('main');
  const send = (kind, values) => console.info('rundbrief:' + JSON.stringify({kind, ...values}));
  const isList = node =>
    node && /^[UO]L$/.test(node.tagName) && node.parentElement.childElementCount === 1;
  const calendarLink = node =>
    node.closest ? node.closest('a[href^="data:text/calendar" i]') : null;

  // let a node become another one: what stays the same is not laid out again
  const become = (node, made) => {
    if (node.isEqualNode(made)) return;
    if (node.nodeName !== made.nodeName || node.namespaceURI !== document.body.namespaceURI) {
      if (node.nodeType === Node.TEXT_NODE && made.nodeType === Node.TEXT_NODE)
        node.data = made.data;
      else
        node.replaceWith(made);
      return;
    }
    for (const {name} of [...node.attributes])
      if (!made.hasAttribute(name)) node.removeAttribute(name);
    for (const {name, value} of made.attributes)
      if (node.getAttribute(name) !== value) node.setAttribute(name, value);
    becomeChildren(node, made);
  };
  const becomeChildren = (node, made) => {
    const olds = [...node.childNodes], news = [...made.childNodes];
    let most = Math.min(olds.length, news.length), head = 0, tail = 0;
    while (head < most && olds[head].isEqualNode(news[head])) head++;
    most -= head;
    while (tail < most && olds.at(-1 - tail).isEqualNode(news.at(-1 - tail))) tail++;
    const gone = olds.slice(head, olds.length - tail), put = news.slice(head, news.length - tail);
    const rest = olds[olds.length - tail] || null;
    put.slice(0, gone.length).forEach((child, i) => become(gone[i], child));
    put.slice(gone.length).forEach(child => node.insertBefore(child, rest));
    gone.slice(put.length).forEach(child => child.remove());
  };

  // in a block's list, or among the blocks (-1): take out some children, put in new ones
  const patch = (inside, first, gone, news) => {
    const box = inside < 0 ? main : main.children[inside].firstElementChild;
    const holder = document.createElement('template');
    const wrap = html => inside < 0 ? '<div class="block">' + html + '</div>' : html;
    holder.innerHTML = news.map(wrap).join('');
    if (gone === 1 && news.length === 1 && holder.content.childElementCount === 1)
      return become(box.children[first], holder.content.firstElementChild);
    const after = box.children[first + gone] || null;
    for (let i = 0; i < gone; i++) box.children[first].remove();
    box.insertBefore(holder.content, after);
  };

  // where a node is: block, item (-1 for none), lines below the first of them
  const placeOf = node => {
    const block = node.closest ? node.closest('main > .block') : null;
    if (!block) return null;
    const list = block.firstElementChild;
    const item = isList(list) ? [...list.children].findIndex(child => child.contains(node)) : -1;
    const root = item < 0 ? block : list.children[item];
    const marked = node.closest('[data-line]');
    const line = marked && root.contains(marked) ? Math.trunc(+marked.dataset.line) || 0 : 0;
    return [[...main.children].indexOf(block), item, line];
  };

  // the element at a place: the last that is marked with its line or one above
  const elementAt = (block, item, line) => {
    const root = main.children[block];
    if (!root || !root.firstElementChild) return null;
    const whole = root.firstElementChild;
    let element = isList(whole) && item >= 0 ? whole.children[item] : whole;
    const around = whole === element || item < 0 ? root : element;
    for (const marked of around.querySelectorAll('[data-line]'))
      if (+marked.dataset.line <= line) element = marked;
    return element;
  };

  const show = (block, item, line, point) => {
    const element = elementAt(block, item, line);
    if (!element) return;
    const box = element.getBoundingClientRect();
    if (box.bottom < 40 || box.top > innerHeight - 60)
      scrollBy({top: box.top - innerHeight / 3, behavior: 'instant'});
    if (point) {
      element.classList.remove('pointed-at');
      void element.offsetWidth;  // or the animation would not begin again
      element.classList.add('pointed-at');
    }
  };

  // the word that a double click selects, and how many of it stand before it in its block or item
  const selectedWord = target => {
    const selection = getSelection(), word = selection.toString().trim();
    const root = target.closest('li, .block');
    if (!word || !root || !selection.rangeCount) return {word: '', nth: 0};
    const range = selection.getRangeAt(0);
    const before = document.createRange();
    before.setStart(root, 0);
    before.setEnd(range.startContainer, range.startOffset);
    return {word, nth: before.toString().split(word).length - 1};
  };

  // when the width changes, what is at the top of the window stays there
  let top = null, offset = 0;
  const remember = () => {
    for (const node of document.querySelectorAll('main > .block > *, main > .block > ul > li')) {
      const box = node.getBoundingClientRect();
      if (box.bottom > 0 && box.height < innerHeight) {
        top = node;
        offset = box.top;
        return;
      }
    }
    top = null;
  };
  document.addEventListener('scroll', remember, {passive: true});
  addEventListener('resize', () => {
    if (top && top.isConnected && scrollY > 0)
      scrollBy({top: top.getBoundingClientRect().top - offset, behavior: 'instant'});
  });

  document.addEventListener('dblclick', event => {
    const target = event.target;
    if (target.tagName === 'IMG' && target.closest('.header-image')) return send('image', {});
    const place = placeOf(target);
    if (place) send('go', {place, ...selectedWord(target)});
  });
  const sendCalendar = (link, stay) =>
    send('calendar', {place: placeOf(link), href: link.getAttribute('href'), stay});
  document.addEventListener('mouseover', event => {
    const link = calendarLink(event.target);
    if (link) sendCalendar(link, false);
  });
  document.addEventListener('mouseout', event => {
    if (calendarLink(event.target)) send('left', {});
  });
  document.addEventListener('click', event => {
    const link = event.target.closest ? event.target.closest('a[href]') : null;
    if (!link || link.getAttribute('href').startsWith('#')) return;
    event.preventDefault();
    if (calendarLink(link)) sendCalendar(link, true);
    else send('link', {href: link.href});
  });
  return {patch, show};
})();
1
"""
