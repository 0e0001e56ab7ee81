// Sums what the browser must load before a page can be used, and fails above the page's budget (gzip).
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

/** What a page loads: its entries and everything they import; `whole`: style sheets and what is fetched later too. */
const PAGES = [
  {
    name: "initial JavaScript of the chat",
    budgetKb: 350,
    entries: ["index.html", "src/features/messaging/messages-page.tsx", "src/i18n/zh.ts", "src/i18n/antd-zh.ts"],
    whole: false,
  },
  {
    name: "the customer's page, all of it",
    budgetKb: 120,
    entries: ["visit.html"],
    whole: true,
    // Places of their own behind the chat: who does not go there never fetches them.
    apart: [
      "src/features/visit/group-place.tsx",
      "src/features/visit/moments-page.tsx",
      "src/features/visit/own-place.tsx",
      "src/features/visit/push.ts",
    ],
  },
];

function collect(key, files, page) {
  const { whole, apart = [] } = page;
  if (apart.includes(key)) return;
  const chunk = manifest[key];
  if (!chunk) throw new Error(`No chunk for ${key}`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  if (whole) for (const sheet of [...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(sheet);
  for (const imported of chunk.imports ?? []) collect(imported, files, page);
  if (whole) for (const later of chunk.dynamicImports ?? []) collect(later, files, page);
}

let failed = false;
for (const page of PAGES) {
  const { name, budgetKb, entries } = page;
  const files = new Set();
  for (const key of entries) if (manifest[key]) collect(key, files, page);
  let total = 0;
  for (const file of files) {
    const size = gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1024;
    total += size;
    console.log(`${size.toFixed(1).padStart(8)} KB  ${file}`);
  }
  console.log(`${total.toFixed(1).padStart(8)} KB  ${name}, gzip (budget ${budgetKb} KB)`);
  failed ||= total > budgetKb;
}
if (failed) process.exit(1);
