// Shows pages in Chromium, light and dark, on a telephone and on A4, and says what is wrong with them:
//   node look.mjs MODULES CHROMIUM PAGE…
// MODULES is the node_modules folder that has puppeteer-core and axe-core.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [modules, chromium, ...pages] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${modules}/x.js`));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

// From a metre away, letters of fourteen points (capitals of 3.5 mm) are read by most.
const LEAST_POINTS = 14;
const A4_WIDTH = Math.round((210 - 2 * 16) / 25.4 * 96);

const wrong = [];
const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
for (const path of pages) {
    const say = (what) => wrong.push(`${path}: ${what}`);
    const page = await browser.newPage();
    const address = pathToFileURL(path).href;
    page.on("request", (request) => request.url() !== address && say(`calls ${request.url()}`));
    page.on("console", (message) => say(`says ${message.text()}`));
    page.on("dialog", (dialog) => { say("runs a script"); dialog.dismiss(); });
    await page.setBypassCSP(true);
    for (const scheme of ["light", "dark"]) {
        await page.setViewport({ width: 360, height: 740 });
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        await page.goto(address);
        const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        const isDark = background.match(/\d+/g).slice(0, 3).every((part) => Number(part) < 64);
        if (isDark !== (scheme === "dark")) say(`is ${background} where ${scheme} is wanted`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > 360) say(`is ${wide} wide on a telephone`);
        await page.evaluate(axe);
        const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
        for (const violation of found.violations) {
            say(`${scheme}: ${violation.id}: ${violation.nodes.map((node) => node.html).slice(0, 3).join(" ")}`);
        }
        if (found.passes.length < 10) say(`axe-core looked at ${found.passes.length} things only`);
    }
    await page.emulateMediaFeatures([]);
    await page.emulateMediaType("print");
    await page.setViewport({ width: A4_WIDTH, height: 1000 });
    const printed = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        cut: [...document.querySelectorAll("tr, li")].filter((row) => getComputedStyle(row).breakInside !== "avoid").length,
        points: parseFloat(getComputedStyle(document.querySelector("main")).fontSize) * 0.75,
        background: getComputedStyle(document.body).backgroundColor,
    }));
    if (printed.wide > A4_WIDTH) say(`is ${printed.wide} wide on A4, which has ${A4_WIDTH}`);
    if (printed.cut > 0) say(`${printed.cut} rows may be cut in two`);
    if (printed.background !== "rgb(255, 255, 255)") say(`prints ${printed.background}`);
    if (await page.evaluate(() => document.body.classList.contains("notice"))) {
        const sheet = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
        const sheets = sheet.match(/\/Type\s*\/Page[^s]/g).length;
        if (sheets !== 1) say(`is printed on ${sheets} pages`);
        if (!path.includes("hostile") && Math.round(printed.points) < LEAST_POINTS) say(`is printed in ${printed.points} points`);
    }
    await page.close();
}
await browser.close();
console.log(wrong.join("\n"));
process.exit(wrong.length ? 1 : 0);
