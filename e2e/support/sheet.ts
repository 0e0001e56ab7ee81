import { inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** The cells of the first sheet of an xlsx file, row by row, as the texts that people see. */
export function rowsOf(file: Buffer): string[][] {
  const parts = unzip(file);
  const shared = [...(parts.get("xl/sharedStrings.xml") ?? "").matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    textOf(si),
  );
  const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
  return [...sheet.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row]) =>
    [...(row ?? "").matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes, cell]) =>
      attributes?.includes('t="s"') ? (shared[Number(textOf(cell))] ?? "") : textOf(cell),
    ),
  );
}

function textOf(xml = ""): string {
  return xml
    .replace(/<[^>]*>/g, "")
    .replace(/&#x([0-9a-f]+);/gi, (_all, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

/** By the list at the end of the file, which knows all sizes. */
function unzip(file: Buffer): Map<string, string> {
  let end = file.length - 22;
  while (end > 0 && file.readUInt32LE(end) !== END) end -= 1;
  const parts = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  while (at < end && file.readUInt32LE(at) === ENTRY) {
    const [name, extra, comment] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32)];
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(start, start + file.readUInt32LE(at + 20));
    const plain = file.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
    parts.set(file.toString("utf8", at + 46, at + 46 + name), plain.toString("utf8"));
    at += 46 + name + extra + comment;
  }
  return parts;
}
