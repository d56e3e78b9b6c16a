// One JSON line {quads, hash} in, one line out: {canonical} or {error}. rdf-canonize without its own limit.
import {createInterface} from 'node:readline';
import rdfCanonize from 'rdf-canonize';

const canonize = rdfCanonize.canonize;
for await (const line of createInterface({input: process.stdin, crlfDelay: Infinity})) {
  const {quads, hash} = JSON.parse(line);
  let said;
  try {
    const canonical = await canonize(quads, {
      algorithm: 'RDFC-1.0',
      inputFormat: 'application/n-quads',
      format: 'application/n-quads',
      messageDigestAlgorithm: hash,
      maxWorkFactor: Infinity,
    });
    said = {canonical};
  } catch (error) {
    said = {error: String(error.message)};
  }
  process.stdout.write(JSON.stringify(said) + '\n');
}
