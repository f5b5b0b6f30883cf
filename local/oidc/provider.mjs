// A provider of identities for one machine: the real protocol, with made-up people and no passwords. Started by the local runtime, on a port of this machine alone.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { Provider, interactionPolicy } from 'oidc-provider';
import { loginPage, signOutPage, signedOutPage } from './pages.mjs';

const { values: given } = parseArgs({
  args: process.argv.slice(2),
  options: { port: { type: 'string' }, people: { type: 'string' }, client: { type: 'string' }, audience: { type: 'string' } },
});
const issuer = `http://127.0.0.1:${given.port}`;
const people = new Map(JSON.parse(readFileSync(given.people, 'utf8')).map((person) => [person.id, person]));
const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
const loopback = (path) => ['localhost', '127.0.0.1'].map((host) => `http://${host}${path}`);

// Nobody is asked for consent, not even for clients on this machine: both belong to the same service.
const policy = interactionPolicy.base();
policy.get('consent').checks.remove('native_client_prompt');

const provider = new Provider(issuer, {
  // "native": the port of an address on this machine does not count, whichever the service listens on.
  clients: [
    {
      client_id: given.client,
      client_secret: process.env.OIDC_CLIENT_SECRET,
      application_type: 'native',
      redirect_uris: loopback('/sign-in/callback'),
      post_logout_redirect_uris: loopback('/'),
    },
    // For trying the API with tokens: a public client, so by PKCE alone.
    { client_id: 'api-client', application_type: 'native', token_endpoint_auth_method: 'none', redirect_uris: loopback('/callback') },
  ],
  jwks: { keys: [{ ...key, kid: randomBytes(8).toString('hex'), use: 'sig', alg: 'RS256' }] },
  cookies: { keys: [randomBytes(32).toString('hex')] },
  claims: { openid: ['sub'], profile: ['name'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  ttl: { AccessToken: 3600, AuthorizationCode: 60, Grant: 43200, IdToken: 3600, Interaction: 3600, Session: 43200 },
  features: {
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: (ctx) => (ctx.oidc.client.clientId === 'api-client' ? given.audience : undefined),
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({ scope: '', audience: given.audience, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } }),
    },
    rpInitiatedLogout: {
      logoutSource: (ctx, form) => { ctx.body = signOutPage(form); },
      postLogoutSuccessSource: (ctx) => { ctx.body = signedOutPage(); },
    },
  },
  interactions: { policy, url: (ctx, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (ctx, id) => people.has(id) && { accountId: id, claims: () => ({ sub: id, name: people.get(id).name }) },
  loadExistingGrant: async (ctx) => {
    const grant = new provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
});
const answer = provider.callback();

async function interact(request, response) {
  await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(loginPage([...people.values()]));
    return;
  }

  let body = '';
  for await (const chunk of request) if ((body += chunk).length > 2000) throw new Error('too long');
  const person = new URLSearchParams(body).get('person');
  await provider.interactionFinished(request, response, people.has(person) ? { login: { accountId: person } } : { error: 'access_denied' });
}

createServer((request, response) => {
  if (!request.url.startsWith('/interaction/')) answer(request, response);
  else interact(request, response).catch(() => response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end('Xin bắt đầu đăng nhập lại. / Please start the sign-in again.'));
}).listen(Number(given.port), '127.0.0.1');
