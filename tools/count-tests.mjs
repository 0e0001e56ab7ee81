// Adds up the reports of all test runners and prints "N passed, N failed" as the last line.
// Usage: node count-tests.mjs JSON_FOLDER SUREFIRE_FOLDER…. Ends with 1 when a test failed or none ran.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [json, ...surefire] = process.argv.slice(2);
/** Test → passed. A key can come twice (by file and by title); a test counts once. */
const results = new Map();

const files = (folder, ending) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(ending))
        .map((name) => join(folder, name))
    : [];

function readSurefire(file) {
  const xml = readFileSync(file, "utf8");
  for (const [whole, attributes, body] of xml.matchAll(/<testcase\s([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g)) {
    if (/<skipped\b/.test(body ?? "")) continue;
    const name = attribute(attributes, "name");
    const broken = /<(failure|error)\b/.test(body ?? "");
    record(`${attribute(attributes, "classname")}#${name} ${results.size}`, !broken, whole.length);
  }
}

const attribute = (text, name) => text.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? "";

function readVitest(report) {
  for (const file of report.testResults) {
    if (file.status === "failed" && file.assertionResults.length === 0) record(`${file.name} does not load`, false);
    for (const test of file.assertionResults) {
      if (test.status === "passed" || test.status === "failed") {
        record(`${file.name} ${test.fullName}`, test.status === "passed");
      }
    }
  }
}

function readPlaywright(suite, path) {
  for (const inner of suite.suites ?? []) readPlaywright(inner, `${path} ${inner.title}`);
  for (const spec of suite.specs ?? []) {
    for (const test of spec.tests) {
      if (test.status !== "skipped") {
        record(`${path} ${spec.title} ${test.projectName}`, test.status !== "unexpected");
      }
    }
  }
}

function record(key, passed) {
  results.set(key, passed && (results.get(key) ?? true));
}

for (const folder of surefire) for (const file of files(folder, ".xml")) readSurefire(file);
for (const file of files(json, ".json")) {
  const report = JSON.parse(readFileSync(file, "utf8"));
  if (report.testResults) readVitest(report);
  else {
    readPlaywright(report, "browser");
    for (const error of report.errors ?? []) record(`browser: ${error.message}`, false);
  }
}

const failures = [...results].filter(([, passed]) => !passed).map(([key]) => key);
for (const key of failures) console.log(`failed: ${key}`);
if (results.size === 0) console.log("No test ran.");
console.log(`${results.size - failures.length} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 && results.size > 0 ? 0 : 1;
