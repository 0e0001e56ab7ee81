import { fileURLToPath } from "node:url";
import babel from "@rolldown/plugin-babel";
import react, { reactCompilerPreset } from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";
import { systemSheet } from "./src/ui/palette";

const PUSH_WORKER = "push-worker";
const TESTS = ["src/**/*.test.{ts,tsx}"];
/** They start the catalogue of texts, which a document has once. */
const ALONE = [
  "src/lib/i18n.test.ts",
  "src/features/messaging/words.test.ts",
  "src/features/messaging/card-content.test.tsx",
  "src/features/admin-ding/audit-changes.test.ts",
];
const server = process.env.QIAO_SERVER ?? "http://localhost:8080";

/** In development each address leads to its entry too, as the server does it in production. */
const entries: Plugin = {
  name: "qiao-entries",
  configureServer(dev) {
    dev.middlewares.use((request, _response, next) => {
      const path = request.url?.split("?")[0] ?? "";
      if ((path === "/admin" || path.startsWith("/admin/")) && !path.includes(".")) request.url = "/admin.html";
      else if (path.startsWith("/ding/")) request.url = "/ding.html";
      else if (/^\/[vg]\//.test(path)) request.url = "/visit.html";
      next();
    });
  },
};

/**
 * The customer's page is painted before anything else has come: its colours stand in the page, and the style sheet of the rest,
 * which would hold the first paint up, comes after what is painted first.
 */
const paintedFirst: Plugin = {
  name: "qiao-painted-first",
  transformIndexHtml: {
    order: "post",
    handler(html, { path }) {
      if (!path.endsWith("/visit.html")) return html;
      const sheets: string[] = [];
      const rest = html.replace(/\s*<link rel="stylesheet"[^>]*>/g, (link) => {
        sheets.push(link.trim());
        return "";
      });
      return rest
        .replace(/\s*<link rel="manifest"[^>]*>/, "") // customers install nothing
        .replace("<!-- colours -->", `<style>${systemSheet()}</style>`)
        .replace("<!-- sheets -->", sheets.join("\n    "));
    },
  },
};

export default defineConfig({
  plugins: [
    entries,
    react(),
    // The customer's page is small enough to render without the compiler's memory, and too small to carry it.
    babel({
      presets: [reactCompilerPreset()],
      exclude: [/[/\\]node_modules[/\\]|\0rolldown\/runtime\.js/, /[/\\]features[/\\]visit[/\\]/],
    }),
    VitePWA({
      registerType: "autoUpdate",
      injectRegister: null,
      includeAssets: ["icon.svg", "icon-192.png", "icon-512.png"],
      manifest: {
        name: "桥 Qiao",
        short_name: "桥",
        description: "Qiao, the company talks",
        start_url: "/messages",
        scope: "/",
        display: "standalone",
        background_color: "#F5F7F8",
        theme_color: "#0E7C7B",
        icons: [
          { src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
          { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any maskable" },
        ],
      },
      workbox: {
        // Only the app shell is kept on the device; what belongs to a company never is.
        globPatterns: ["index.html", "assets/*.{js,css}", "icon.svg"],
        globIgnores: ["assets/canvas-chart-*", "assets/admin-approval-pages-*"], // what only administrators open
        importScripts: ["/push-worker.js"],
        navigateFallback: "/index.html",
        navigateFallbackDenylist: [/^\/api\//, /^\/files\//, /^\/admin/, /^\/ding\//, /^\/[vg]\//, /\.[a-z0-9]+$/],
        maximumFileSizeToCacheInBytes: 3_000_000,
      },
    }),
    paintedFirst,
  ],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    manifest: true,
    target: "es2022",
    rolldownOptions: {
      input: {
        index: "index.html",
        admin: "admin.html",
        ding: "ding.html",
        visit: "visit.html",
        [PUSH_WORKER]: "src/app/push-worker.ts",
      },
      output: {
        // Loaded by the service worker, which looks for a new version under the same name.
        entryFileNames: (chunk) => (chunk.name === PUSH_WORKER ? "[name].js" : "assets/[name]-[hash].js"),
        // A plain script: what it declares must not become the service worker's.
        banner: (chunk) => (chunk.name === PUSH_WORKER ? "(() => {" : ""),
        footer: (chunk) => (chunk.name === PUSH_WORKER ? "})();" : ""),
      },
    },
  },
  server: {
    port: 5173,
    proxy: { "/api": { target: server }, "/files": { target: server } },
  },
  // One document and one set of modules for all files: making them anew took thirty times as long as the tests. What a file changes
  // of them, it takes back; one that cannot stands alone.
  test: {
    environment: "happy-dom",
    maxWorkers: 2,
    // A cold, busy machine takes its time to read a module and all that it imports.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "together", include: TESTS, exclude: ALONE, isolate: false } },
      { extends: true, test: { name: "alone", include: ALONE } },
    ],
  },
});
