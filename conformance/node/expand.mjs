// {contexts} first, then one line {document} each; out {canonical} or {error}: jsonld.js in safe mode, contexts as handed in.
import {createInterface} from 'node:readline';
import jsonld from 'jsonld';

let contexts = null;
const documentLoader = async url => {
  if (!(url in contexts)) {
    throw new Error(`not pinned: ${url}`);
  }
  return {contextUrl: null, documentUrl: url, document: contexts[url]};
};

for await (const line of createInterface({input: process.stdin, crlfDelay: Infinity})) {
  const asked = JSON.parse(line);
  if (contexts === null) {
    contexts = asked.contexts;
    continue;
  }
  let said;
  try {
    const options = {algorithm: 'RDFC-1.0', format: 'application/n-quads', base: null, safe: true, documentLoader};
    said = {canonical: await jsonld.canonize(asked.document, {...options, canonizeOptions: {maxWorkFactor: 3}})};
  } catch (error) {
    said = {error: String(error.details?.event?.code ?? error.message)};
  }
  process.stdout.write(JSON.stringify(said) + '\n');
}
