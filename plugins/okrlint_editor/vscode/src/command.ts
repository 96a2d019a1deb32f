/** How the server is started: what the settings say, as a command and its arguments. Nothing of the editor is needed. */

export interface Settings {
  /** The command with its first arguments. */
  readonly command: readonly string[];
  /** Whether no model is to be asked. */
  readonly fast: boolean;
}

export interface Command {
  readonly command: string;
  readonly args: string[];
}

/** The languages of documents that the server reads, by the editor's own names. */
export const LANGUAGES = ["markdown", "yaml", "json", "toml", "plaintext"] as const;

/** Files that decide over documents: the server is told when one changes. */
export const DECIDING = ["**/okrlint.toml", "**/pyproject.toml", "**/.okrlint/**"] as const;

/** Return the command that starts the server; an empty setting is the default. */
export function commandOf(settings: Settings): Command {
  const [command = "okrlint", ...before] = settings.command.map((word) => word.trim()).filter((word) => word !== "");
  return { command, args: [...before, "lsp", ...(settings.fast ? ["--fast"] : [])] };
}
