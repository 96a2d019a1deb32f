/**
 * The real server, started as the extension starts it, spoken to with the libraries that the editor itself uses.
 *
 * The editor cannot be had where these tests run, so what it would show is read off the wire.
 */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import * as protocol from "vscode-languageserver-protocol/node";

import { commandOf } from "../src/command";

const DRAFTS = {
  en: "# Objective 1: Boats land on time\n\n- KR 1: Launch the board\n",
  fr: "# Objectif 1 : Les bateaux accostent à l'heure\n\n- RC 1 : Lancer le panneau\n",
};

for (const [code, text] of Object.entries(DRAFTS)) {
  test(`a draft in ${code} is told of, and a note can be acted upon`, async () => {
    const run = commandOf({ command: JSON.parse(process.env["OKRLINT"] ?? '["okrlint"]') as string[], fast: false });
    const folder = mkdtempSync(join(tmpdir(), "okrlint-"));
    const path = join(folder, "plan.md");
    writeFileSync(path, text);
    const server = spawn(run.command, run.args, { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
    const wire = protocol.createProtocolConnection(
      new protocol.StreamMessageReader(server.stdout),
      new protocol.StreamMessageWriter(server.stdin),
    );
    wire.listen();
    const begun = await wire.sendRequest(protocol.InitializeRequest.type, {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      // What Visual Studio Code can do: it asks for diagnostics itself.
      capabilities: { textDocument: { diagnostic: { relatedDocumentSupport: false } } },
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "okrs" }],
    });
    await wire.sendNotification(protocol.InitializedNotification.type, {});
    const textDocument = { uri: pathToFileURL(path).href };
    await wire.sendNotification(protocol.DidOpenTextDocumentNotification.type, {
      textDocument: { ...textDocument, languageId: "markdown", version: 1, text },
    });
    const report = await wire.sendRequest(protocol.DocumentDiagnosticRequest.type, { textDocument });
    assert.equal(report.kind, "full");
    const note = report.kind === "full" ? report.items.find((one) => one.code === "IMP001") : undefined;
    assert.ok(note);
    const actions = await wire.sendRequest(protocol.CodeActionRequest.type, {
      textDocument,
      range: note.range,
      context: { diagnostics: [note] },
    });

    assert.equal(begun.serverInfo?.name, "okrlint");
    assert.equal(note.range.start.line, 2);
    const frames = (actions ?? []).filter((one) => "edit" in one && one.edit !== undefined);
    assert.ok(frames.length >= 3);
    await wire.sendRequest(protocol.ShutdownRequest.type);
    await wire.sendNotification(protocol.ExitNotification.type);
    const ended = await new Promise((resolve) => server.once("exit", resolve));
    assert.equal(ended, 0);
    wire.dispose();
  });
}
