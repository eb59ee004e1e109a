// Checks every page of a folder in a real browser.
//
// In: a folder of HTML files with their style sheet (first argument). Out: one line for each fault, and exit code 1
// when there is one. Checked are: axe (WCAG 2.0 to 2.2, A and AA, and best practice) at 360 and 1280 pixels, light and
// dark; the Nu Html Checker, style sheets included; the content security policy and the console; sideways scrolling at
// 320 pixels; and that every link within a page leads somewhere.

import { execFile } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { serve } from "./serve.mjs";

const POLICY = "default-src 'none'; style-src 'self'";
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const ARGUMENTS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
// A dark page differs from a light one in its colours only.
const COLOURS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };
const VIEWS = [360, 1280].flatMap((width) => ["light", "dark"].map((colorScheme) => ({ width, colorScheme })));

const require = createRequire(import.meta.url);
const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
const folder = resolve(process.argv[2] ?? ".");
const names = (await readdir(folder)).sort();
const pages = names.filter((name) => name.endsWith(".html"));
const faults = [];
if (pages.length === 0) {
  faults.push(`${folder}: no HTML file`);
}

const server = await serve(folder, POLICY);
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
try {
  const views = VIEWS.map((view) => [view, accessibility]);
  views.push([{ width: 320, colorScheme: "light" }, reflow]);
  await Promise.all([validity(), ...views.map(([view, check]) => withView(view, check))]);
} finally {
  await browser.close();
  await server.close();
}
faults.sort();
for (const fault of faults) {
  console.error(fault);
}
console.log(`${pages.length} pages, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;

// Runs a check on all pages, one after the other, as one reader sees them.
async function withView({ width, colorScheme }, check) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  for (const name of pages) {
    await withPage(context, name, { width, colorScheme }, check);
  }
  await context.close();
}

// Opens a page, listens to its console, and runs a check. The check runs in a world of its own, which the policy of the
// page does not touch, so that the policy stays in force for the page itself.
async function withPage(context, name, { width, colorScheme }, check) {
  const where = `${name} at ${width} px, ${colorScheme}`;
  const page = await context.newPage();
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      faults.push(`${where}: console: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => faults.push(`${where}: script: ${error.message}`));
  page.on("requestfailed", (request) => faults.push(`${where}: not loaded: ${request.url()}`));
  await page.goto(`${server.address}/${encodeURIComponent(name)}`, { waitUntil: "load" });
  await check(page, where, colorScheme === "dark");
  await page.close();
}

async function accessibility(page, where, isDark) {
  await page.evaluate(`${axe}; undefined`);
  const options = { runOnly: isDark ? COLOURS : { type: "tag", values: TAGS } };
  const { violations, passes } = await page.evaluate((given) => globalThis.axe.run(document, given), options);
  if (passes.length === 0) {
    faults.push(`${where}: axe found nothing to check`);
  }
  for (const { id, help, nodes } of violations) {
    for (const { html, failureSummary } of nodes) {
      faults.push(`${where}: axe ${id}: ${help}: ${html}\n  ${failureSummary.replaceAll("\n", "\n  ")}`);
    }
  }
}

async function reflow(page, where) {
  const found = await page.evaluate(() => {
    const root = document.documentElement;
    const isStyled = getComputedStyle(document.body).marginTop === "0px";
    const broken = [...document.querySelectorAll("a[href^='#']")]
      .map((link) => decodeURIComponent(link.getAttribute("href").slice(1)))
      .filter((anchor) => document.getElementById(anchor) === null);
    const wide = [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !element.closest(".av-scroll"))
      .map((element) => element.outerHTML.slice(0, 90));
    return { sideways: root.scrollWidth > root.clientWidth, wide, isStyled, broken };
  });
  if (found.sideways) {
    faults.push(`${where}: scrolls sideways: ${found.wide.slice(0, 3).join(" ; ")}`);
  }
  if (!found.isStyled) {
    faults.push(`${where}: the style sheet was not applied`);
  }
  for (const anchor of found.broken) {
    faults.push(`${where}: a link leads to #${anchor}, which is not there`);
  }
}

async function validity() {
  const jar = require.resolve("vnu-jar/build/dist/vnu.jar");
  const files = names.filter((name) => /\.(html|css)$/.test(name)).map((name) => join(folder, name));
  const options = ["-jar", jar, "--also-check-css", "--errors-only", "--format", "gnu", ...files];
  const { stderr } = await promisify(execFile)("java", options, { maxBuffer: 1 << 26 }).catch((failed) => failed);
  faults.push(...String(stderr).split("\n").filter((line) => line.includes(": error")));
}
