// Files go as soon as they are chosen, piece by piece (tus), and go on by themselves after the network or the page was away.
// Without this file the form sends them whole.
'use strict';
(() => {
  const area = document.querySelector('[data-upload]');
  const form = area?.querySelector('form');
  if (!form) return;
  const words = JSON.parse(area.dataset.words);
  const language = document.documentElement.lang;
  const queue = [];
  let { ticket, folder } = area.dataset;
  let busy = false;
  let leaving = null;

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const speak = text => { area.querySelector('[data-spoken]').textContent = text; };
  const make = (name, values, ...children) => {
    const element = Object.assign(document.createElement(name), values);
    element.append(...children);
    return element;
  };

  // What is under way is kept in the browser until it has arrived: so it goes on after a reload. A browser that keeps nothing sends all the same.
  const database = new Promise(done => {
    try {
      const request = indexedDB.open('evidence', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('files', { keyPath: 'id' });
      request.onsuccess = () => done(request.result);
      request.onerror = () => done(null);
    } catch {
      done(null);
    }
  });
  async function keep(act) {
    const opened = await database;
    if (!opened) return [];
    return new Promise(done => {
      try {
        const request = act(opened.transaction('files', 'readwrite').objectStore('files'));
        request.onsuccess = () => done(request.result);
        request.onerror = () => done([]);
      } catch {
        done([]);
      }
    });
  }
  const remember = ({ id, folder, indicator, name, blob, address }) => keep(files => files.put({ id, folder, indicator, name, blob, address }));
  const forget = item => keep(files => files.delete(item.id));

  async function openFolder() {
    if (ticket) return;
    const answer = await fetch(area.dataset.upload, { method: 'POST', body: new URLSearchParams([...new FormData(form)].filter(([name]) => name === '_form' || name === 'of')) });
    if (!answer.ok || answer.redirected) throw await refusal(answer);
    ({ ticket, folder } = await answer.json());
  }

  // Of what the service says: its sentences, and whether asking again makes sense.
  async function refusal(answer) {
    const problem = await answer.json().catch(() => ({}));
    const said = language === 'en' ? problem.en : problem;
    const again = answer.status >= 500 || [408, 425, 429, 460].includes(answer.status) || problem.code === 'upload_offset_wrong' || problem.code === 'contended';
    return Object.assign(new Error(problem.code), { code: problem.code, final: !again, sentence: [said?.title, said?.detail].filter(text => text).join(' '), after: Number(answer.headers.get('Retry-After')) || 0 });
  }

  async function call(method, address, headers, body) {
    const answer = await fetch(address, { method, body, headers: { 'Tus-Resumable': '1.0.0', 'X-Evidence-Ticket': ticket, ...headers }, signal: AbortSignal.timeout(90_000) });
    if (answer.ok) return answer;
    throw await refusal(answer);
  }

  const base64 = text => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

  async function create(item) {
    const answer = await call('POST', '/api/evidence/uploads', {
      'Upload-Length': String(item.blob.size), 'Upload-Metadata': `filename ${base64(item.name)},for ${base64(item.indicator)}`,
    });
    item.address = answer.headers.get('Location');
    await remember(item);
    return 0;
  }

  async function offsetOf(item) {
    if (!item.address) return create(item);
    try {
      return (await (await call('GET', item.address)).json()).offset;
    } catch (problem) {
      if (problem.code !== 'upload_unknown') throw problem;
      item.address = null;
      return create(item);
    }
  }

  async function checksum(piece) {
    if (!crypto.subtle) return {};
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await piece.arrayBuffer()));
    return { 'Upload-Checksum': `sha256 ${btoa(String.fromCharCode(...hash))}` };
  }

  // Pieces grow while the network carries them quickly, and shrink when it does not.
  const smallest = 64 * 1024, largest = 1024 * 1024;
  let size = 2 * smallest;

  async function sendPieces(item) {
    await openFolder();
    if (!item.folder) {
      item.folder = folder;
      await remember(item);
    }
    let offset = await offsetOf(item);
    for (let half = offset > item.blob.size / 2; offset < item.blob.size && !item.cancelled;) {
      tell(item, fill(words.sending, { percent: Math.floor(offset * 100 / item.blob.size) }));
      const piece = item.blob.slice(offset, offset + size);
      if (offset + piece.size >= item.blob.size) tell(item, words.examining);
      const began = Date.now();
      const headers = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset), ...await checksum(piece) };
      offset = Number((await call('PATCH', item.address, headers, piece)).headers.get('Upload-Offset'));
      item.wait = 1;
      const took = Date.now() - began;
      size = Math.min(largest, Math.max(smallest, took < 1500 ? size * 2 : took > 6000 ? size / 2 : size));
      if (!half && offset > item.blob.size / 2 && offset < item.blob.size) {
        half = true;
        speak(fill(words.half, item));
      }
    }
  }

  // Until so many seconds are over, or the network is back.
  const pause = seconds => new Promise(done => {
    const timer = setTimeout(end, seconds * 1000);
    addEventListener('online', end);
    function end() {
      clearTimeout(timer);
      removeEventListener('online', end);
      done();
    }
  });

  async function carry(item) {
    speak(fill(words.begun, item));
    for (item.wait = 2; !item.cancelled; item.wait = Math.min(2 * item.wait, 30)) {
      try {
        await sendPieces(item);
        return;
      } catch (problem) {
        if (problem.final) throw problem;
        size = smallest;
        const wait = Math.max(item.wait, problem.after ?? 0);
        tell(item, problem.code === 'scanner_unavailable' ? problem.sentence : fill(words.again, { seconds: wait }));
        await pause(wait);
      }
    }
  }

  // What was chosen on another page goes on here too.
  const fieldOf = item => [...area.querySelectorAll('[data-files]')].find(field => field.dataset.files === item.indicator) ?? area.querySelector('[data-elsewhere]');
  const tell = (item, text) => { item.row.querySelector('.quiet').textContent = text; };

  function show(item) {
    const cancel = make('button', { type: 'button', className: 'second', textContent: words.cancel }, make('span', { className: 'hidden', textContent: ` ${item.name}` }));
    item.row = make('li', {}, make('span', {}, make('span', { textContent: item.name, lang: 'vi' }), ' ', make('span', { className: 'quiet', textContent: words.waiting })), cancel);
    cancel.addEventListener('click', () => {
      item.cancelled = true;
      item.row.remove();
      forget(item);
      if (item.address) call('DELETE', item.address).catch(() => { /* It expires. */ });
      if (queue.includes(item)) queue.splice(queue.indexOf(item), 1);
      goOn();
    });
    const field = fieldOf(item);
    const list = field.querySelector('[data-pending]') ?? make('ul', { className: 'files' });
    list.dataset.pending = '';
    list.append(item.row);
    field.append(list);
  }

  function refuse(item, sentence) {
    item.row?.remove();
    const field = fieldOf(item);
    field.classList.add('faulty');
    const text = `“${item.name}”: ${sentence || words.lost}`;
    const error = make('span', { className: 'error' }, make('span', { className: 'hidden', textContent: `${words.error} ` }), text);
    const input = field.querySelector('input');
    if (input) input.before(error);
    else field.prepend(error);
    speak(text);
    leaving = null;
  }

  // The page itself says which files there are.
  async function refresh() {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
    for (const kept of area.querySelectorAll('[data-kept]')) {
      const now = [...page.querySelectorAll('[data-kept]')].find(other => other.dataset.kept === kept.dataset.kept);
      if (now) kept.replaceChildren(...now.childNodes);
    }
  }

  async function work() {
    if (busy) return;
    busy = true;
    for (let item; (item = queue[0]);) {
      try {
        await carry(item);
        if (!item.cancelled) {
          await forget(item);
          await refresh().catch(() => { /* It has been received all the same, and is shown by the next page. */ });
          speak(fill(words.received, item));
        }
      } catch (problem) {
        await forget(item);
        if (!item.cancelled) refuse(item, problem.sentence);
      }
      item.row.remove();
      if (queue[0] === item) queue.shift();
    }
    busy = false;
    goOn();
  }

  // Whoever wanted to go on while files were on their way goes on now.
  function goOn() {
    if (!leaving || queue.length > 0) return;
    const by = leaving;
    leaving = null;
    form.requestSubmit(by.hidden ? null : by);
  }

  // A phone's photo holds many times what is needed to read it, and costs its owner time and money to send.
  async function lighten(file) {
    if (file.size < 1024 * 1024 || !/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
    try {
      const image = await createImageBitmap(file);
      const scale = Math.min(1, 2400 / Math.max(image.width, image.height));
      const canvas = make('canvas', { width: Math.round(image.width * scale), height: Math.round(image.height * scale) });
      const drawing = canvas.getContext('2d');
      drawing.fillStyle = '#fff';
      drawing.fillRect(0, 0, canvas.width, canvas.height);
      drawing.drawImage(image, 0, 0, canvas.width, canvas.height);
      image.close();
      const lighter = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.85));
      return lighter && lighter.size < file.size ? lighter : file;
    } catch {
      return file;
    }
  }

  for (const field of area.querySelectorAll('[data-files]')) {
    const input = field.querySelector('input[type="file"]');
    input.addEventListener('change', async () => {
      const chosen = [...input.files];
      input.value = '';
      field.classList.remove('faulty');
      for (const error of field.querySelectorAll('.error')) error.remove();
      for (const file of chosen) {
        const item = { id: `${Date.now()}-${Math.random()}`, folder, indicator: field.dataset.files, name: file.name, blob: file };
        // In its place at once: whoever presses Continue now is not let go without it.
        queue.push(item);
        show(item);
        item.ready = lighten(file).then(blob => {
          item.blob = blob;
          return remember(item);
        });
      }
      await Promise.all(queue.map(item => item.ready));
      work();
    });
  }

  form.addEventListener('submit', event => {
    if (queue.length === 0) return;
    event.preventDefault();
    delete form.dataset.sent;
    leaving = event.submitter ?? form.querySelector('button');
    const still = fill(words.still, { count: queue.length });
    area.querySelector('[data-still]')?.remove();
    form.append(Object.assign(make('p', { className: 'quiet', textContent: still })));
    form.lastElementChild.dataset.still = '';
    speak(still);
  });

  // The files go by themselves; nothing is left to press for them.
  for (const button of area.querySelectorAll('[data-whole]')) button.hidden = true;

  keep(files => files.getAll()).then(async found => {
    for (const item of found) {
      // What another draft or case has left on this device is not this one's.
      if (item.folder && item.folder === folder) {
        queue.push(item);
        show(item);
      } else {
        await forget(item);
      }
    }
    work();
  });
})();
