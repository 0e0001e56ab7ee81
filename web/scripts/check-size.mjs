// Sums what the browser must load before the chat can be used, and fails above the budget (issue: 350 KB gzip).
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const BUDGET_KB = 350;
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

const ROUTE = ["index.html", "src/features/messaging/messages-page.tsx", "src/i18n/zh.ts", "src/i18n/antd-zh.ts"];

function collect(key, files) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`No chunk for ${key}`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const imported of chunk.imports ?? []) collect(imported, files);
}

const files = new Set();
for (const key of ROUTE) {
  if (manifest[key]) collect(key, files);
}
let total = 0;
for (const file of files) {
  const size = gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1024;
  total += size;
  console.log(`${size.toFixed(1).padStart(8)} KB  ${file}`);
}
console.log(`${total.toFixed(1).padStart(8)} KB  initial JavaScript of the chat, gzip (budget ${BUDGET_KB} KB)`);
if (total > BUDGET_KB) process.exit(1);
