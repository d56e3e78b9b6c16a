// First line {contexts, secret, public}; then {sign: document, created}, {verify: document} or {listed: document, registry},
// one JSON line answered each.
import {createInterface} from 'node:readline';
import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {verifyCredential} from '@digitalcredentials/verifier-core';

const MULTIKEY = 'https://w3id.org/security/multikey/v1';
let setup = null;
const reply = process.stdout.write.bind(process.stdout);
console.log = console.error; // some of these packages talk

const documentLoader = async url => {
  if (url in setup.contexts) {
    return {contextUrl: null, documentUrl: url, document: setup.contexts[url]};
  }
  if (url.startsWith('did:key:')) {
    const [did] = url.split('#');
    const key = did.slice('did:key:'.length);
    const method = {'@context': MULTIKEY, id: `${did}#${key}`, type: 'Multikey', controller: did, publicKeyMultibase: key};
    const whole = {'@context': ['https://www.w3.org/ns/did/v1', MULTIKEY], id: did, assertionMethod: [method]};
    return {contextUrl: null, documentUrl: url, document: url.includes('#') ? method : whole};
  }
  throw new Error(`not pinned: ${url}`);
};

async function sign({sign: credential, created}) {
  const [did] = credential.issuer.id.split('#');
  const key = await Ed25519Multikey.from({
    '@context': MULTIKEY,
    id: `${did}#${setup.public}`,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: setup.public,
    secretKeyMultibase: setup.secret,
  });
  const suite = new DataIntegrityProof({signer: key.signer(), cryptosuite, date: created});
  return {signed: await vc.issue({credential, suite, documentLoader})};
}

async function digitalbazaar(credential) {
  const suite = new DataIntegrityProof({cryptosuite});
  const result = await vc.verifyCredential({credential: structuredClone(credential), suite, documentLoader});
  return result.verified ? 'accepts' : 'refuses';
}

async function dcc(credential) {
  const result = await verifyCredential({credential: structuredClone(credential), knownDIDRegistries: []});
  const steps = Object.fromEntries((result.log ?? []).map(step => [step.id, step.valid]));
  return steps.valid_signature && steps.expiration !== false ? 'accepts' : 'refuses';
}

async function listed({listed: credential, registry}) {
  const url = `data:application/json,${encodeURIComponent(registry)}`;
  const result = await verifyCredential({credential, knownDIDRegistries: [{name: 'ours', type: 'dcc-legacy', url}]});
  return {registered: result.log.find(step => step.id === 'registered_issuer')?.valid ?? false};
}

const guarded = async (verify, document) => {
  try {
    return await verify(document);
  } catch {
    return 'refuses';
  }
};

for await (const line of createInterface({input: process.stdin, crlfDelay: Infinity})) {
  const asked = JSON.parse(line);
  if (setup === null) {
    setup = asked;
    continue;
  }
  let said;
  if (asked.sign) {
    said = await sign(asked);
  } else if (asked.listed) {
    said = await listed(asked);
  } else {
    said = {digitalbazaar: await guarded(digitalbazaar, asked.verify), dcc: await guarded(dcc, asked.verify)};
  }
  reply(JSON.stringify(said) + '\n');
}
