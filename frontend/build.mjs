/** Builds the style sheet and the scripts into src/tequio/web/static/built: minified, named by content, with .br and .gz. */
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const statics = join(here, "..", "src", "tequio", "web", "static");
const built = join(statics, "built");
const source = (name) => join(here, "src", name);

await mkdir(built, { recursive: true });
for (const name of await readdir(built)) await rm(join(built, name));

const common = {
  outdir: built,
  entryNames: "[name].[hash]",
  bundle: true,
  minify: true,
  target: ["es2020", "chrome87"],
  loader: { ".svg": "dataurl" },
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
};
const whole = { ...common, entryPoints: [join(statics, "tequio.css"), ...["app.ts", "verifier.ts", "worker.ts"].map(source)] };
// Fetched by verifier.ts when they are needed, so they are modules.
const parts = { ...common, format: "esm", entryPoints: ["offline/pure.ts", "offline/decoder.ts"].map(source), outbase: source("offline") };

const manifest = {};
for (const result of [await build(whole), await build(parts)]) {
  for (const [path, output] of Object.entries(result.metafile.outputs)) {
    const file = join(built, basename(path));
    manifest[basename(output.entryPoint).replace(/\.ts$/, ".js")] = basename(path);
    const bytes = await readFile(file);
    const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
    await writeFile(`${file}.br`, brotliCompressSync(bytes, brotli));
    await writeFile(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
await writeFile(join(built, "manifest.json"), JSON.stringify(manifest, null, 1) + "\n");
