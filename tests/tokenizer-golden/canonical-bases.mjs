// Prints "base=letters" entries: every letter whose canonical decomposition without non-spacing marks differs from itself.
// Hangul syllables are left out, since they decompose by arithmetic.
const bases = new Map();
for (let value = 0x80; value < 0x110000; value++) {
  if ((value >= 0xd800 && value < 0xe000) || (value >= 0xac00 && value <= 0xd7a3)) continue;
  const letter = String.fromCodePoint(value);
  if (/\p{Mn}|\p{Cn}/u.test(letter)) continue;
  const base = letter.normalize('NFD').replace(/\p{Mn}/gu, '');
  if (base !== letter) bases.set(base, (bases.get(base) ?? '') + letter);
}

// Only letters that stay themselves under any normalization are written plainly.
const plain = (value) => value < 0x250 || (value >= 0x400 && value < 0x530) || (value >= 0x1e00 && value < 0x1f00);
const escaped = (text) =>
  [...text]
    .map((letter) => {
      const value = letter.codePointAt(0);
      if (letter === '\\' || letter === '"') return '\\' + letter;
      if (plain(value)) return letter;
      const hex = value.toString(16).toUpperCase();
      return value > 0xffff ? '\\U' + hex.padStart(8, '0') : '\\u' + hex.padStart(4, '0');
    })
    .join('');

const lines = [''];
for (const [base, letters] of bases) {
  const entry = `${escaped(base)}=${escaped(letters)} `;
  if (lines.at(-1).length + entry.length > 130) lines.push('');
  lines[lines.length - 1] += entry;
}
console.log(lines.map((line) => `        "${line}"`).join(' +\n') + ';');
