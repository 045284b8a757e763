// Makes the reader handier; it works without. Marks the section being read in the contents, and offers the address of selected words.

const article = document.querySelector('article');
const contents = document.querySelector('.contents');

if (contents) followReading(contents);
if (article) offerSelection(article);

/** @param {Element} list */
function followReading(list) {
  // On a wide window the style sheet shows the list though it is folded; older browsers cannot, and some tools do not see it.
  const details = list.querySelector('details');
  if (details && window.matchMedia('(min-width: 62rem)').matches) details.open = true;
  const entries = [...list.querySelectorAll('a')].flatMap((link) => {
    const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return section ? [{ link, section }] : [];
  });
  let current = null;
  const update = () => {
    // A section is being read once its heading has come into the upper third.
    const line = window.innerHeight / 3;
    const reached = entries.findLast(({ section }) => section.getBoundingClientRect().top <= line)?.link ?? null;
    if (reached === current) return;
    current?.removeAttribute('aria-current');
    reached?.setAttribute('aria-current', 'location');
    current = reached;
    if (reached) keepInView(list, reached);
  };
  let isDue = false;
  const soon = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      update();
    });
  };
  document.addEventListener('scroll', soon, { passive: true });
  window.addEventListener('resize', soon, { passive: true });
  update();
}

/** Moves the list alone, never the page. */
function keepInView(list, link) {
  if (list.scrollHeight <= list.clientHeight) return;
  const place = link.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  const isSeen = place.top >= frame.top && place.bottom <= frame.bottom;
  if (!isSeen) list.scrollTop += place.top - frame.top - frame.height / 3;
}

/** The article's text content is the document's text, so a selection's place in the one is its place in the other. */
function offerSelection(text) {
  const offer = document.createElement('a');
  offer.className = 'button selection-link';
  offer.textContent = 'Link to the selected words';
  offer.hidden = true;
  text.after(offer);
  document.addEventListener('selectionchange', () => {
    const span = selectedSpan(text);
    offer.hidden = span === null;
    if (span) offer.href = `${location.pathname}?start=${span.start}&end=${span.end}#quote`;
  });
}

function selectedSpan(text) {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const selected = selection.getRangeAt(0);
  if (!text.contains(selected.commonAncestorContainer)) return null;
  const words = selected.toString();
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(selected.startContainer, selected.startOffset);
  const from = before.toString().length;
  const start = from + words.length - words.trimStart().length;
  const end = from + words.trimEnd().length;
  return start < end ? { start, end } : null;
}
