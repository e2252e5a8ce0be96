import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Unpacked } from '../../tools/editor/unpack.ts';

/** Where docs/editors.md has the configuration of an editor. */
export interface Recipe {
  readonly heading: string;
  readonly language: string;
  /** A text in it, if there are several of the language below the heading. */
  readonly contains?: string;
}

/** An editor with its own client for the Language Server Protocol. */
export interface Editor {
  readonly name: string;
  /** The names of Debian's packages to install. */
  readonly packages: readonly string[];
  /** A package to unpack from another release of Debian. */
  readonly unpacked?: Unpacked;
  /** A command that succeeds if the editor and its client are installed. */
  readonly probe: readonly string[];
  readonly recipe: Recipe;
  /** A note in the config with letters of several units, if the client converts columns. */
  readonly note: string;
  /** What its menu shows of a completion, if not all. */
  readonly completion?: string;
  /** Starts it with a recipe as its configuration, and a script that controls it. */
  start(recipe: string, config: string): readonly string[];
}

const script = (name: string) => join(import.meta.dirname, name);
const words = (text: string) => text.split(' ');
/** If both are installed, Debian's `vim` may be Neovim. */
const vim = () =>
  spawnSync('vim.basic', ['--version'], { stdio: 'ignore' }).status === 0 ? 'vim.basic' : 'vim';

const helix = new Unpacked('trixie', 'hx');
const neovim = new Unpacked('forky', 'neovim');

export const editors: readonly Editor[] = [
  {
    name: 'Neovim',
    packages: ['neovim'],
    probe: ['nvim', '--version'],
    recipe: { heading: 'Neovim', language: 'lua' },
    note: 'Grüße 😀',
    start: (recipe, config) => [
      ...words('nvim --headless --clean -u'),
      recipe,
      '-S',
      script('drive-neovim.lua'),
      config,
    ],
  },
  {
    name: 'Neovim 0.11 or later',
    packages: [],
    unpacked: neovim,
    probe: [...neovim.command('usr/bin/nvim'), '--version'],
    recipe: { heading: 'Neovim', language: 'lua', contains: 'vim.lsp.config' },
    note: 'Grüße 😀',
    start: (recipe, config) => [
      'env',
      `VIMRUNTIME=${neovim.path('usr/share/nvim/runtime')}`,
      ...neovim.command('usr/bin/nvim'),
      ...words('--headless --clean -u'),
      recipe,
      ...['-S', script('drive-neovim.lua'), config],
    ],
  },
  {
    name: 'Emacs with eglot',
    packages: ['emacs-nox', 'elpa-eglot'],
    probe: ['emacs', '--batch', '-f', 'package-initialize', '--eval', "(require 'eglot)"],
    recipe: { heading: 'Emacs', language: 'elisp' },
    note: 'Grüße 😀',
    start: (recipe, config) => [
      ...words('emacs --batch -f package-initialize -l'),
      recipe,
      ...['-l', script('drive-eglot.el'), '-l', script('drive-emacs.el'), config],
    ],
  },
  {
    name: 'Emacs with lsp-mode',
    packages: ['emacs-nox', 'elpa-lsp-mode'],
    probe: ['emacs', '--batch', '-f', 'package-initialize', '--eval', "(require 'lsp-mode)"],
    recipe: { heading: 'Emacs', language: 'elisp', contains: "(require 'lsp-mode)" },
    // lsp-mode counts a letter of two units as one column.
    note: 'Grüße',
    start: (recipe, config) => [
      ...words('emacs --batch -f package-initialize -l'),
      recipe,
      ...['-l', script('drive-lsp-mode.el'), '-l', script('drive-emacs.el'), config],
    ],
  },
  {
    name: 'Vim with ALE',
    packages: ['vim', 'vim-ale'],
    get probe() {
      return [vim(), '-N', '-u', 'NONE', '-es', '-c', 'packadd ale', '-c', 'ALEInfo', '-c', 'qall!'];
    },
    recipe: { heading: 'Vim', language: 'vim' },
    // ALE uses bytes as columns.
    note: 'Greetings',
    start: (recipe, config) => [
      vim(),
      ...words('-N -i NONE -n -es --cmd'),
      'filetype plugin on',
      '-u',
      recipe,
      '-S',
      script('drive-vim.vim'),
      config,
    ],
  },
  {
    name: 'Helix',
    packages: ['tmux'],
    unpacked: helix,
    probe: [...helix.command('usr/lib/hx/hx'), '--version'],
    recipe: { heading: 'Helix', language: 'toml' },
    note: 'Grüße 😀',
    completion: '202607.20',
    start: (recipe, config) => [
      process.execPath,
      script('drive-helix.mjs'),
      recipe,
      config,
      'env',
      `HELIX_RUNTIME=${helix.path('usr/lib/hx/runtime')}`,
      ...helix.command('usr/lib/hx/hx'),
    ],
  },
];

export function isInstalled({ probe: [command = '', ...args] }: Editor): boolean {
  return spawnSync(command, args, { stdio: 'ignore', timeout: 120_000 }).status === 0;
}
