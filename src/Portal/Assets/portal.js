// Everything works without this file. It spares a second click, keeps the score in sight while points are typed, and prints.
'use strict';

for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', event => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
}
// Whoever closes or sends a draft or a case leaves nothing of its files on this device.
for (const form of document.querySelectorAll('form[data-forget]')) form.addEventListener('submit', () => indexedDB.deleteDatabase('evidence'));
// A page that comes back from the browser's memory may be sent again.
addEventListener('pageshow', () => { for (const form of document.forms) delete form.dataset.sent; });

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

// Where there are errors, or something was just done, the reader is taken there.
(document.querySelector('.errors') ?? document.querySelector('[data-focus]'))?.focus();
// The score in sight while points are typed: the same engine on the server says it, so there is nothing to keep in step here.
for (const area of document.querySelectorAll('[data-preview]')) {
  const others = JSON.parse(area.dataset.preview);
  let waiting;
  area.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => preview(area, others).catch(() => { /* Without a network the page shows what it showed. */ }), 400);
  });
}

async function preview(area, others) {
  const typed = [...area.querySelectorAll('[data-indicator]')].map(answerOf).filter(answer => answer);
  const response = await fetch('/api/preview', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...others, answers: [...others.answers, ...typed] }),
  });
  if (response.ok) show(document.querySelector('[data-score]'), await response.json());
}

function answerOf(section) {
  const indicator = section.dataset.indicator;
  const value = (section.querySelector('input:checked') ?? section.querySelector('input[type="text"]'))?.value.trim();
  if (!value) return null;
  if (section.dataset.measure === 'Met') return { indicator, met: value === 'yes' };
  const number = Number(value.replace(',', '.').replace('%', ''));
  if (Number.isNaN(number)) return null;
  return section.dataset.measure === 'Percent' ? { indicator, percent: number } : Number.isInteger(number) ? { indicator, points: number } : null;
}

function show(panel, verdict) {
  const needed = Number(panel.dataset.needed || Infinity);
  panel.querySelector('[data-total]').textContent = (verdict.total >= needed ? panel.dataset.reached : panel.dataset.below).replace('{0}', verdict.total);
  const scale = panel.querySelector('[data-scale]');
  scale?.querySelector('[data-fill]').setAttribute('width', Math.min(1000, verdict.total * 1000 / Number(scale.dataset.scale)));
  // What was said of the answers as they were stored is no longer said of these.
  panel.querySelector('[data-result]')?.remove();
  const language = document.documentElement.lang;
  const missing = panel.querySelector('[data-missing]');
  const sentences = verdict.grounds.filter(ground => ground.kind === 'NotReached').map(ground => ground[language]);
  missing.replaceChildren(...sentences.map(sentence => Object.assign(document.createElement('li'), { textContent: sentence })));
  missing.hidden = sentences.length === 0;
}

// Another language or text size is another request for the page: what has been typed goes with it.
const typed = [...document.querySelectorAll('form[method="post"] :is(input:not([type="hidden"], [type="file"]), select, textarea)')];
const ticked = field => field.type === 'checkbox' || field.type === 'radio';
const nameOf = field => ticked(field) ? `${field.name} ${field.value}` : field.name;
try {
  const [from, fields] = JSON.parse(sessionStorage.getItem('typed') ?? '[]');
  sessionStorage.removeItem('typed');
  for (const field of from === location.pathname ? typed : []) {
    if (!(nameOf(field) in fields)) continue;
    field[ticked(field) ? 'checked' : 'value'] = fields[nameOf(field)];
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  for (const link of document.querySelectorAll('[data-switches] a')) {
    link.addEventListener('click', () => sessionStorage.setItem('typed', JSON.stringify(
      [location.pathname, Object.fromEntries(typed.map(field => [nameOf(field), ticked(field) ? field.checked : field.value]))])));
  }
} catch { /* A browser that keeps nothing shows the page as it is stored. */ }

// Marks all rows without asking the server for the same page again.
for (const link of document.querySelectorAll('[data-pick-all]')) {
  link.addEventListener('click', event => {
    event.preventDefault();
    const picks = [...document.querySelectorAll('input[name="pick"]')];
    const all = picks.every(pick => pick.checked);
    for (const pick of picks) pick.checked = !all;
    picks[0]?.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

// Rows stay marked when a case is opened from the list, or the list is filtered. Its own buttons send the marks anyway.
const marks = document.querySelector('input[name="shown"]')?.form;
let unsaved;
marks?.addEventListener('change', () => {
  clearTimeout(unsaved);
  unsaved = setTimeout(keepMarks, 300);
});
marks?.addEventListener('submit', () => clearTimeout(unsaved));

function keepMarks() {
  const body = new URLSearchParams(new FormData(marks));
  body.set('do', 'page 1');
  // What it leads to is not asked for: the marks are kept with the answer itself.
  fetch(marks.action, { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(() => { /* Without a network they are kept as long as the page is open. */ });
}

// Single keys for reviewers, where they have them on (they are described, and switched off, at /review/keys). Never while something is typed, never with a modifier.
const keyed = document.querySelector('[data-keys]');
if (keyed) addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches('input:not([type="checkbox"]), select, textarea')) return;
  const rows = [...document.querySelectorAll('[data-keys="list"] tbody tr')];
  const row = rows.indexOf(document.activeElement?.closest('tr'));
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (event.key === 'j' || event.key === 'k') rows[Math.min(rows.length - 1, Math.max(0, row + (event.key === 'j' ? 1 : -1)))]?.querySelector('.who a').focus();
  else if (event.key === 'x' && row >= 0) rows[row].querySelector('input[name="pick"]').click();
  else if (event.key === '/' && document.querySelector('#text')) document.querySelector('#text').focus();
  else if (target) target.click();
  else return;
  event.preventDefault();
});
