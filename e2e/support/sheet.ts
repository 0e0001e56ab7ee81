import { crc32, inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** A small xlsx file with these texts in its only sheet. */
export function sheetOf(rows: string[][]): Buffer {
  const cells = (row: string[], line: number) =>
    row.map(
      (text, at) =>
        `<c r="${String.fromCharCode(65 + at)}${line}" t="inlineStr"><is><t>${text.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</t></is></c>`,
    );
  const lines = rows.map((row, at) => `<row r="${at + 1}">${cells(row, at + 1).join("")}</row>`);
  const type = (part: string, what: string) =>
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${what}+xml"/>`;
  const relation = (what: string, target: string) =>
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELS}/${what}" Target="${target}"/></Relationships>`;
  return zip([
    [
      "[Content_Types].xml",
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type("xl/workbook.xml", "sheet.main")}${type("xl/worksheets/sheet1.xml", "worksheet")}</Types>`,
    ],
    ["_rels/.rels", relation("officeDocument", "xl/workbook.xml")],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    ["xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")],
    ["xl/worksheets/sheet1.xml", `<worksheet xmlns="${MAIN}"><sheetData>${lines.join("")}</sheetData></worksheet>`],
  ]);
}

/** Not packed. */
function zip(parts: [string, string][]): Buffer {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, text] of parts) {
    const label = Buffer.from(name);
    const data = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc32(data), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt16LE(label.length, 22);
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(at, 12);
    files.push(number(LOCAL), head, label, data);
    list.push(number(ENTRY), Buffer.from([20, 0]), head, entry.subarray(2), label);
    at += 30 + label.length + data.length;
  }
  const whole = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(whole.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, whole, number(END), end]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

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
