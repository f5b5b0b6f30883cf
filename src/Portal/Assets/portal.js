// Everything works without this file. It spares a second click, keeps the score in sight while points are typed, and prints.
'use strict';

for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', event => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
}
// A page that comes back from the browser's memory may be sent again.
addEventListener('pageshow', () => { for (const form of document.forms) delete form.dataset.sent; });

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

// Where there are errors, the reader is taken to them.
document.querySelector('.errors')?.focus();
