/** The extension: it starts `okrlint lsp`, and leaves everything else to it. */

import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";

import { commandOf, DECIDING, LANGUAGES } from "./command";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("okrlint.restart", restart),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("okrlint.command") || event.affectsConfiguration("okrlint.fast")) {
        await restart();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await stop();
}

async function restart(): Promise<void> {
  await stop();
  await start();
}

async function start(): Promise<void> {
  const settings = vscode.workspace.getConfiguration("okrlint");
  const run = commandOf({
    command: settings.get<string[]>("command", ["okrlint"]),
    fast: settings.get<boolean>("fast", false),
  });
  const server: ServerOptions = { command: run.command, args: run.args };
  const watchers = DECIDING.map((pattern) => vscode.workspace.createFileSystemWatcher(pattern));
  const options: LanguageClientOptions = {
    documentSelector: LANGUAGES.map((language) => ({ scheme: "file", language })),
    synchronize: { fileEvents: watchers },
  };
  client = new LanguageClient("okrlint", "okrlint", server, options);
  try {
    await client.start();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const what = [run.command, ...run.args].join(" ");
    void vscode.window.showErrorMessage(`okrlint: ${what}: ${said}`);
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  if (running?.needsStop() === true) {
    await running.stop();
  }
}
