// The pages of the sample provider. They say what they are.
const escape = (text) => String(text ?? '').replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

const page = (title, body) => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; color: #1c2430; background: #f3f5f8; margin: 0; }
main { max-width: 44rem; margin: 2rem auto; padding: 1.5rem; background: #fff; border: 1px solid #d5dbe3; border-radius: 8px; }
h1 { font-size: 1.4rem; margin: 0 0 .25rem; } p { margin: 0 0 1rem; color: #47525f; }
button { font: inherit; text-align: left; width: 100%; margin: .25rem 0; padding: .6rem .9rem; background: #fff; border: 1px solid #aab4c0; border-radius: 6px; cursor: pointer; }
button:hover, button:focus-visible { background: #eaf1fb; border-color: #1a56a8; outline: 2px solid #1a56a8; }
button b { display: block; color: #123f7c; } button span { color: #47525f; font-size: .9rem; }
</style></head><body><main>${body}</main></body></html>`;

export const loginPage = (people) => page('Đăng nhập thử', `<h1>Đăng nhập thử</h1>
<p>Đây là nhà cung cấp định danh mẫu trên máy này: những người dưới đây không có thật, không cần mật khẩu.<br>
<span lang="en">A sample identity provider on this machine: the people below are made up, and there are no passwords.</span></p>
<form method="post">${people.map((person) => `
<button name="person" value="${escape(person.id)}"><b>${escape(person.name)}</b><span>${escape(person.position)}</span></button>`).join('')}
</form>`);

export const signOutPage = (form) => page('Đăng xuất', `<h1>Đăng xuất</h1>
<p>Đăng xuất cả ở nhà cung cấp định danh? <span lang="en">Sign out of the identity provider too?</span></p>
${form}<button form="op.logoutForm" name="logout" value="yes"><b>Đăng xuất / Sign out</b></button>`);

export const signedOutPage = () => page('Đã đăng xuất', '<h1>Đã đăng xuất</h1><p lang="en">You are signed out.</p>');
