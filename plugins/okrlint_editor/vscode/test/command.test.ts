/** What the settings say is what is started. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { commandOf } from "../src/command";

test("the default starts okrlint as it is installed", () => {
  assert.deepEqual(commandOf({ command: ["okrlint"], fast: false }), { command: "okrlint", args: ["lsp"] });
});

test("a command may have arguments of its own, and blanks are its own too", () => {
  const settings = { command: ["/opt/my python/bin/python", "-m", "okrlint"], fast: true };
  assert.deepEqual(commandOf(settings), {
    command: "/opt/my python/bin/python",
    args: ["-m", "okrlint", "lsp", "--fast"],
  });
});

test("an empty setting is the default", () => {
  assert.deepEqual(commandOf({ command: ["", "  "], fast: false }), { command: "okrlint", args: ["lsp"] });
});
