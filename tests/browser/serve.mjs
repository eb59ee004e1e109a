// A small server on the loopback address for one folder of pages.
//
// In: a folder, and the content security policy to send with each page. Out: the address, and a way to close.
// It serves plain files of that folder only, and nothing that lies outside it.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const TYPES = new Map([
  [".html", "text/html; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".json", "application/json"],
  [".md", "text/markdown; charset=utf-8"],
]);

export async function serve(folder, policy) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://127.0.0.1").pathname);
    const file = normalize(join(folder, path));
    const isInside = file.startsWith(normalize(folder) + sep);
    const isFile = isInside && (await stat(file).then((found) => found.isFile(), () => false));
    if (!isFile) {
      // Browsers ask for this file unasked; an error in the console would hide those of the page.
      response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": TYPES.get(extname(file)) ?? "application/octet-stream",
      "content-security-policy": policy,
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
